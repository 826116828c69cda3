import type { Core } from '@strapi/strapi';

const PERMISSION = 'plugin::users-permissions.permission';

/** Lets everybody who is not signed in do exactly these actions of ours; what Strapi itself grants stays. */
export async function setPublicActions(strapi: Core.Strapi, actions: readonly string[]): Promise<void> {
  const role: unknown = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const { id } = role as { id: number };
  await strapi.db
    .query(PERMISSION)
    .deleteMany({ where: { role: { id }, action: { $startsWith: 'plugin::press.' } } });
  for (const action of actions) await strapi.db.query(PERMISSION).create({ data: { action, role: id } });
}

/** The actions of our types, such as `plugin::press.post.find`. */
export function actionsOn(
  types: readonly ('post' | 'category' | 'tag')[],
  actions: readonly string[],
): string[] {
  return types.flatMap((type) => actions.map((action) => `plugin::press.${type}.${action}`));
}
