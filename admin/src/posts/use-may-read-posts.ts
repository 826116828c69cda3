import { useRBAC } from '@strapi/strapi/admin';
import { PERMISSIONS } from '../permissions';

/** Whether the user may read posts in the Content Manager, to which links to posts lead; false while that is not known. */
export function useMayReadPosts(): boolean {
  const { allowedActions } = useRBAC(PERMISSIONS.readPosts);
  return (allowedActions as { canRead?: boolean }).canRead === true;
}
