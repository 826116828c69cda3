import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

type APIError = Parameters<ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']>[0];

/** Waits for what the server says to a change; a refusal is shown in its words. @returns null where it refused. */
export function useAnswer() {
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  return async function answer<Value>(
    change: Promise<{ data: Value } | { error: unknown }>,
  ): Promise<Value | null> {
    const result = await change;
    if ('data' in result) return result.data;
    toggleNotification({ type: 'danger', message: formatError(result.error as APIError) });
    return null;
  };
}
