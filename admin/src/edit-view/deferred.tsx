import { useEffect, useState, type ComponentType } from 'react';
import { Loader } from '@strapi/design-system';

type Loading<Props> = Promise<{ default: ComponentType<Props> }>;

/**
 * A component whose code comes when it is first shown or asked for by `load`. Unlike React's `lazy` it shows at once what
 * has been loaded before: React 18 holds back what follows a fallback while another one is younger than half a second.
 */
export function deferred<Props extends object>(importer: () => Loading<Props>) {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  const load = (): Promise<void> => {
    loading ??= importer().then(
      (module) => {
        loaded = module.default;
      },
      (error: unknown) => {
        // Asked for again, it may come.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  function Deferred(props: Props) {
    const [Shown, setShown] = useState(() => loaded);
    const [failure, setFailure] = useState<Error>();
    useEffect(() => {
      let isGone = false;
      if (!Shown) {
        load().then(
          () => !isGone && setShown(() => loaded),
          (error: unknown) =>
            !isGone && setFailure(error instanceof Error ? error : new Error(String(error))),
        );
      }
      return () => {
        isGone = true;
      };
    }, [Shown]);
    if (failure) throw failure;
    return Shown ? <Shown {...props} /> : <Loader small />;
  }

  return { Deferred, load };
}
