import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Core } from '@strapi/strapi';
import request from 'supertest';

interface Permission {
  action: string;
  subject?: string;
  properties?: object;
}

/** Signs in a new administrator whose one role allows some actions, and no others; gives the token. */
export async function administratorWith(
  strapi: Core.Strapi,
  server: Server,
  actions: readonly (string | Permission)[],
): Promise<string> {
  const name = `role-${randomBytes(4).toString('hex')}`;
  const role = await strapi.service('admin::role').create({ name, description: '' });
  const permissions = actions.map((action) => (typeof action === 'string' ? { action } : action));
  await strapi.service('admin::role').assignPermissions(role.id, permissions);
  const email = `${name}@paper.example`;
  const password = 'Harbour-1904';
  await strapi.service('admin::user').create({
    firstname: 'Lan',
    lastname: 'Harbour',
    email,
    password,
    isActive: true,
    blocked: false,
    registrationToken: null,
    roles: [role.id],
  });
  const { body } = await request(server).post('/admin/login').send({ email, password });
  return (body as { data: { token: string } }).data.token;
}
