import { useQueryParams } from '@strapi/strapi/admin';

type Plugins = Record<string, Record<string, string>>;

/** What the Content Manager's address of a list says where only posts with problems are shown. */
export const PROBLEM_FILTER = 'plugins[press][withProblems]=true';

/** Whether a list shows only posts with problems, and what changes that. */
export function useProblemFilter(): { isOn: boolean; toggle: () => void } {
  const [{ query }, setQuery] = useQueryParams<{ plugins?: Plugins; page?: number }>();
  const { press, ...others } = query.plugins ?? {};
  const isOn = press?.withProblems === 'true';
  // Strapi sends what stands below `plugins` with each request of the list, as it does with the locale.
  const toggle = (): void =>
    setQuery({ plugins: isOn ? others : { ...others, press: { withProblems: 'true' } }, page: 1 });
  return { isOn, toggle };
}
