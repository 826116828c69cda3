import { useRBAC } from '@strapi/strapi/admin';
import { PERMISSIONS } from '../permissions';

/** A page under `/plugins/press`, and what its user must be allowed: all of it, as the server asks for it. */
const PAGES = [
  { path: '', text: 'press.overview', needs: ['canSee'] },
  { path: '/import', text: 'press.import', needs: ['canImport', 'canCreate', 'canUpdate', 'canPublish'] },
  { path: '/export', text: 'press.export', needs: ['canExport', 'canRead'] },
] as const;

type PressPage = (typeof PAGES)[number];

export type PressPagePath = PressPage['path'];

/** The plugin's own actions; who has none of them may open no page. */
export const PAGE_PERMISSIONS = [
  ...PERMISSIONS.seeOverview,
  ...PERMISSIONS.importPosts,
  ...PERMISSIONS.exportPosts,
];

const NEEDED = [
  ...PAGE_PERMISSIONS,
  ...PERMISSIONS.readPosts,
  ...PERMISSIONS.createPosts,
  ...PERMISSIONS.updatePosts,
  ...PERMISSIONS.publishPosts,
];

/** The pages that the user may open, in their order; none while that is not known. */
export function useAllowedPages(): { pages: PressPage[]; isLoading: boolean } {
  const { allowedActions, isLoading } = useRBAC(NEEDED);
  const allowed = allowedActions as Partial<Record<string, boolean>>;
  return { pages: PAGES.filter(({ needs }) => needs.every((need) => allowed[need])), isLoading };
}

/** Whether the user may open a page; false while that is not known. */
export function useMayOpen(path: PressPagePath): boolean {
  return useAllowedPages().pages.some((page) => page.path === path);
}
