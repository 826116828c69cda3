import type { AdminAction } from '../../permissions/admin-actions';

/** A route of the admin: only for administrators who are signed in and may do the action. */
export interface AdminRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/press`. */
  path: string;
  handler: string;
  config: Record<string, unknown>;
}

/**
 * @param handler `admin-PART.method`, as in `controllers/index.ts`.
 * @param actions what the administrator's roles must allow, all of them; null where Content Manager permissions are asked in
 * the handler.
 */
export function adminRoute(
  method: AdminRoute['method'],
  path: string,
  handler: string,
  actions: AdminAction[] | null,
): AdminRoute {
  const permissions = actions ? [{ name: 'admin::hasPermissions', config: { actions } }] : [];
  return {
    method,
    path,
    handler,
    config: { policies: ['admin::isAuthenticatedAdmin', ...permissions] },
  };
}
