import type { Core } from '@strapi/strapi';

/** Who asks, as Strapi's authentication leaves it in the state of a request. */
export type Caller = Parameters<Core.Strapi['auth']['verify']>[0];

/** Whether somebody may do an action, such as `plugin::press.post.update`. */
export async function mayDo(
  strapi: Core.Strapi,
  caller: Caller | undefined,
  action: string,
): Promise<boolean> {
  if (!caller) return false;
  try {
    await strapi.auth.verify(caller, { scope: [action] });
    return true;
  } catch {
    return false;
  }
}
