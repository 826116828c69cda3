/** Loaders by request and name, so that no request sees what another one may. */
const loaders = new WeakMap<object, Map<string, unknown>>();

/** The loader of a request; made the first time. */
export function requestLoader<Loader>(context: object, name: string, create: () => Loader): Loader {
  const known = loaders.get(context) ?? new Map<string, unknown>();
  loaders.set(context, known);
  const loader = (known.get(name) as Loader | undefined) ?? create();
  known.set(name, loader);
  return loader;
}
