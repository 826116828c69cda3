import { expect, type APIRequestContext } from '@playwright/test';
import type { ADMINISTRATOR } from './administrator';

/** What a role allows: an action alone, or what the Content Manager lets somebody do with a type. */
export type Permission =
  | string
  | { action: 'read' | 'create' | 'update' | 'delete' | 'publish'; subject: string };

interface Created {
  data: { id: number };
}

/** What of Strapi's answer on permissions says which fields and locales of a type can be allowed. */
interface Grantable {
  data: { sections: { collectionTypes: CollectionTypes } };
}

interface CollectionTypes {
  subjects: Subject[];
  actions: { actionId: string; applyToProperties: string[] | null }[];
}

interface Subject {
  uid: string;
  properties: { value: string; children: { value: string }[] }[];
}

let made = 0;

/**
 * Makes an administrator whose one role allows nothing but some actions.
 * @param admin the API as the super administrator.
 * @returns what that administrator signs in with.
 */
export async function createLimitedAdministrator(
  admin: APIRequestContext,
  permissions: readonly Permission[],
): Promise<Pick<typeof ADMINISTRATOR, 'email' | 'password'>> {
  made += 1;
  const name = `limited-${process.pid}-${made}`;
  const role = await admin.post('/admin/roles', { data: { name, description: '' } });
  expect(role.status()).toBe(201);
  const { id } = ((await role.json()) as Created).data;
  const { data } = (await (await admin.get('/admin/permissions')).json()) as Grantable;
  const allowed = await admin.put(`/admin/roles/${id}/permissions`, {
    data: {
      permissions: permissions.map((permission) => granted(permission, data.sections.collectionTypes)),
    },
  });
  expect(allowed.status()).toBe(200);

  const login = { email: `${name}@harbourpost.example`, password: 'Limited-1904' };
  const user = await admin.post('/admin/users', {
    data: { firstname: 'Lin', lastname: name, email: login.email, roles: [id] },
  });
  expect(user.status()).toBe(201);
  const { id: userId } = ((await user.json()) as Created).data;
  const activated = await admin.put(`/admin/users/${userId}`, {
    data: { isActive: true, password: login.password },
  });
  expect(activated.status()).toBe(200);
  return login;
}

/** A permission as a role has it: with all fields and locales of its type. */
function granted(permission: Permission, { subjects, actions }: CollectionTypes): object {
  if (typeof permission === 'string')
    return { action: permission, subject: null, properties: {}, conditions: [] };
  const { subject } = permission;
  const action = `plugin::content-manager.explorer.${permission.action}`;
  const applied = actions.find(({ actionId }) => actionId === action)?.applyToProperties ?? [];
  const properties = subjects.find(({ uid }) => uid === subject)?.properties ?? [];
  return {
    action,
    subject,
    properties: Object.fromEntries(
      properties
        .filter(({ value }) => applied.includes(value))
        .map(({ value, children }) => [value, children.map((child) => child.value)]),
    ),
    conditions: [],
  };
}
