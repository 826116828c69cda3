import request from 'supertest';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import { documentsOf, type OwnUid } from './documents';
import { askGraphql } from './graphql-client';
import { permissionTable } from './permission-table';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

type Method = 'get' | 'post' | 'put' | 'delete';

/** Who asks, with the column of the table that says whether they get in; `granted` with nothing but the row's action. */
const TOKENS = [
  ['read-only', 1],
  ['full-access', 2],
] as const;

const table = permissionTable();
const SECRETS = ['Unpublished', 'between us'];

let instance: StrapiInstance;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  instance = await startStrapi({ press: { site: { url: 'https://paper.example' } } });
  for (const [kind] of TOKENS) tokens[kind] = await instance.apiToken(kind);
  await documents(POST_UID).create({
    locale: 'en',
    status: 'published',
    data: {
      frontMatter: 'title: Public # between us\ndate: 2021-12-29\ncategories: news\ntags: ferry\n',
      body: 'Text.\n',
    },
  });
  const changed = await documents(POST_UID).create({
    locale: 'en',
    status: 'published',
    data: { title: 'Changed since' },
  });
  await documents(POST_UID).update({
    documentId: changed.documentId,
    locale: 'en',
    data: { title: 'Unpublished change' },
  });
  await documents(POST_UID).create({ locale: 'en', data: { title: 'Unpublished', body: 'Unpublished' } });
});

afterAll(() => instance.stop());

const documents = (uid: OwnUid) => documentsOf(instance.strapi, uid);

interface Route {
  method: string;
  path: string;
}

/** Every content-api route that the running server has under our prefix. */
function ownRoutes(): Route[] {
  const layers = instance.strapi.server.listRoutes() as { methods: string[]; path: string }[];
  return layers
    .filter((layer) => layer.path.startsWith('/api/press/') || layer.path === '/api/press')
    .flatMap((layer) => layer.methods.map((method) => ({ method, path: layer.path })))
    .filter(({ method }) => method !== 'HEAD');
}

function uidOf(name: string): OwnUid {
  if (/categor/i.test(name)) return CATEGORY_UID;
  return /tag/i.test(name) ? TAG_UID : POST_UID;
}

/** Something of the type that a caller may change or delete; a post is published. */
async function target(uid: OwnUid): Promise<string> {
  const name = `Target ${Math.random().toString(36).slice(2)}`;
  const data = uid === POST_UID ? { title: name } : { name };
  const { documentId } = await documents(uid).create({
    locale: 'en',
    data,
    ...(uid === POST_UID ? { status: 'published' } : {}),
  });
  return documentId;
}

/** Where readers find a post. */
async function targetUrl(): Promise<string> {
  const documentId = await target(POST_UID);
  const [post] = await documents(POST_UID).findMany({
    locale: 'en',
    status: 'published',
    filters: { documentId },
  });
  return String(post.url);
}

async function targetSlug(): Promise<string> {
  const documentId = await target(CATEGORY_UID);
  const [category] = await documents(CATEGORY_UID).findMany({ locale: 'en', filters: { documentId } });
  return String(category.slug);
}

/** Calls a route with what it needs to succeed. */
async function call({ method, path }: Route, token?: string) {
  const uid = uidOf(path);
  const url = path.endsWith('/by-url')
    ? `${path}?url=${await targetUrl()}`
    : path.includes(':id')
      ? path.replace(':id', await target(uid))
      : path.replace(':slug', await targetSlug()).replace(':part', '1');
  const name = `Written ${Math.random().toString(36).slice(2)}`;
  const sent = request(instance.server)[method.toLowerCase() as Method](url);
  if (token) sent.set('Authorization', `Bearer ${token}`);
  if (method === 'GET' || method === 'DELETE') return sent;
  if (path.endsWith('/ingest')) return sent.send([{ path: '_posts/2021-12-29-sent.md', content: name }]);
  if (path.endsWith('/validate')) return sent.send({ text: `title: ${name}` });
  return sent.send({ data: uid === POST_UID ? { title: name } : { name } });
}

async function inEachWay<Answer>(
  [, readOnly, fullAccess, , action]: string[],
  ask: (token?: string) => Promise<Answer>,
  isIn: (answer: Answer) => boolean,
) {
  await setPublicActions(instance.strapi, []);
  const without = await ask();
  await setPublicActions(instance.strapi, [action]);
  const granted = await ask();
  await setPublicActions(instance.strapi, []);
  const others = OWN_ACTIONS.filter((name) => name !== action);
  const found = {
    anonymousWithout: isIn(without),
    anonymousGranted: isIn(granted),
    readOnly: isIn(await ask(tokens['read-only'])),
    fullAccess: isIn(await ask(tokens['full-access'])),
    customGranted: isIn(await ask(await instance.apiToken('custom', [action]))),
    customWithout: isIn(await ask(await instance.apiToken('custom', others))),
  };
  expect(found).toEqual({
    anonymousWithout: false,
    anonymousGranted: true,
    readOnly: readOnly === 'yes',
    fullAccess: fullAccess === 'yes',
    customGranted: true,
    customWithout: false,
  });
}

describe('the REST routes', () => {
  it('have a row each in docs/permissions.md, and no row has no route', () => {
    const found = ownRoutes().map(({ method, path }) => `${method} ${path}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((route) => !table.has(route))).toEqual([]);
    const documented = [...table.keys()].filter((subject) => subject.includes(' /api/'));
    expect(documented.filter((route) => !found.includes(route))).toEqual([]);
  });

  it('let in whom the table says, by the action it names', async () => {
    for (const route of ownRoutes()) {
      const row = table.get(`${route.method} ${route.path}`) ?? [];
      await inEachWay(
        row,
        (token) => call(route, token),
        ({ status }) => {
          if (status !== 403 && (status < 200 || status > 299)) throw new Error(`${route.path}: ${status}`);
          return status !== 403;
        },
      );
    }
  }, 120_000);

  it('give neither anything unpublished nor anything private to those who may read', async () => {
    await setPublicActions(instance.strapi, READ_ACTIONS);
    for (const { path } of ownRoutes().filter(({ method }) => method === 'GET')) {
      const ids = path.includes(':id')
        ? (await documents(uidOf(path)).findMany({ locale: 'en', status: 'draft' })).map(
            ({ documentId }) => documentId,
          )
        : [''];
      for (const id of ids) {
        for (const query of ['', '?populate=*', '?status=draft', '?status=draft&populate=*']) {
          const { text } = await request(instance.server).get(`${path.replace(':id', id)}${query}`);
          for (const secret of SECRETS) expect(text).not.toContain(secret);
        }
      }
    }
  });

  it('leave related categories out without permission to find them, and refuse filters over them', async () => {
    await setPublicActions(instance.strapi, ['plugin::press.post.find']);
    const ask = (query: string) => request(instance.server).get(`/api/press/posts?${query}`);
    for (const query of ['populate=*', 'populate[categories]=true']) {
      const { status, text } = await ask(query);
      expect({ query, status }).toEqual({ query, status: 200 });
      expect(text).not.toContain('"categories"');
    }
    for (const query of ['filters[categories][name][$eq]=news', 'sort=categories.name:asc'])
      expect({ query, status: (await ask(query)).status }).toEqual({ query, status: 400 });
    await setPublicActions(instance.strapi, READ_ACTIONS);
    const granted = await ask('filters[categories][name][$eq]=news&populate=*');
    expect(granted.body.data).toMatchObject([{ title: 'Public', categories: [{ name: 'news' }] }]);
  });

  it('of the plugin are content-api routes, or for administrators who are signed in', async () => {
    const routers = instance.strapi.plugin('press').routes as Record<string, Router>;
    const { admin, ...others } = routers;
    expect(Object.values(others).map(({ type }) => type)).toEqual(
      Object.keys(others).map(() => 'content-api'),
    );
    expect(admin.type).toBe('admin');
    expect(admin.routes.length).toBeGreaterThan(0);
    for (const { method, path } of admin.routes) {
      const call = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
      const url = `/press${path.replaceAll(/:\w+/g, '1')}`;
      const answers = [
        await request(instance.server)[call](url),
        await request(instance.server)[call](url).set('Authorization', `Bearer ${tokens['full-access']}`),
      ];
      expect({ method, path, status: answers.map(({ status }) => status) }).toEqual({
        method,
        path,
        status: [401, 401],
      });
    }
  });
});

interface Router {
  type: string;
  routes: { method: string; path: string }[];
}

const OWN_ACTIONS = [
  ...actionsOn(['post', 'category', 'tag'], ['find', 'findOne', 'create', 'update', 'delete']),
  'plugin::press.feed.find',
  'plugin::press.post.ingest',
  'plugin::press.front-matter.validate',
];

const READ_ACTIONS = [
  ...actionsOn(['post', 'category', 'tag'], ['find', 'findOne']),
  'plugin::press.feed.find',
];

describe('the GraphQL fields', () => {
  const OWN_TYPES = [
    'PressPost',
    'PressCategory',
    'PressTag',
    'PressShareLink',
    'PressBackLink',
    'PressRedirect',
    'PressHeading',
    'PressSeo',
    'PressOpenGraphProperty',
    'PressDiagnostic',
    'PressRange',
    'PressPosition',
    'PressPostConnection',
    'PressPostEdge',
    'PressPageInfo',
    'PressArchivePeriod',
  ];

  async function fieldsOf(type: string): Promise<string[]> {
    const { data } = await askGraphql(instance, `{ __type(name: "${type}") { fields { name } } }`);
    const { fields } = data?.__type as { fields: { name: string }[] };
    return fields.map(({ name }) => `${type}.${name}`);
  }

  async function ownFields(): Promise<string[]> {
    await setPublicActions(instance.strapi, READ_ACTIONS);
    const roots = [...(await fieldsOf('Query')), ...(await fieldsOf('Mutation'))];
    return roots.filter((field) => /press/i.test(field));
  }

  it('have a row each in docs/permissions.md, and no row has no field', async () => {
    const found = [...(await ownFields()), ...(await Promise.all(OWN_TYPES.map(fieldsOf))).flat()];
    expect(found.filter((field) => !table.has(field))).toEqual([]);
    const documented = [...table.keys()].filter((subject) => /^(Query|Mutation|Press\w+)\./.test(subject));
    expect(documented.filter((field) => !found.includes(field))).toEqual([]);
  });

  it('belong to types that are all in the table', async () => {
    const { data } = await askGraphql(instance, '{ __schema { types { name kind } } }');
    const { types } = data?.__schema as { types: { name: string; kind: string }[] };
    const objects = types.filter(({ name, kind }) => name.startsWith('Press') && kind === 'OBJECT');
    const plain = objects.map(({ name }) => name).filter((name) => !/(EntityResponse|Relation)/.test(name));
    expect(plain.sort()).toEqual([...OWN_TYPES].sort());
  });

  /** A request of one root field with what it needs to succeed. */
  async function operation(field: string): Promise<string> {
    const [root, name] = field.split('.');
    const uid = uidOf(name);
    const text = `${Math.random().toString(36).slice(2)}`;
    const data = uid === POST_UID ? `title: "Written ${text}"` : `name: "Written ${text}"`;
    if (name.endsWith('_connection')) return `{ ${name} { nodes { documentId } } }`;
    if (root === 'Query' && /(s|ies)$/.test(name)) return `{ ${name} { documentId } }`;
    if (name === 'pressPostsByCursor') return `{ ${name} { nodes { documentId } totalCount } }`;
    if (name === 'pressArchive') return `{ ${name} { year } }`;
    if (name === 'pressNodeByUrl') return `{ ${name}(url: "${await targetUrl()}") { __typename } }`;
    if (root === 'Query') return `{ ${name}(documentId: "${await target(uid)}") { documentId } }`;
    if (name.startsWith('create')) return `mutation { ${name}(data: { ${data} }) { documentId } }`;
    const id = await target(uid);
    if (name.startsWith('delete')) return `mutation { ${name}(documentId: "${id}") { documentId } }`;
    return `mutation { ${name}(documentId: "${id}", data: { ${data} }) { documentId } }`;
  }

  it('let in whom the table says, by the action it names', async () => {
    for (const field of await ownFields()) {
      await inEachWay(
        table.get(field) ?? [],
        async (token) => askGraphql(instance, await operation(field), {}, token),
        ({ errors, data }) => {
          const forbidden = errors.some(({ extensions }) => extensions.code === 'FORBIDDEN');
          if (!forbidden && errors.length > 0) throw new Error(`${field}: ${errors[0].message}`);
          if (forbidden && data && Object.values(data).some((value) => value !== null)) return true;
          return !forbidden;
        },
      );
    }
  }, 120_000);

  it('that lead to another type need the action of that type', async () => {
    const leading = [...table].filter(
      ([field, [action]]) => /^Press\w+\./.test(field) && action?.startsWith('plugin::'),
    );
    expect(leading.length).toBeGreaterThan(5);
    for (const [field, [action]] of leading) {
      const [type, name] = field.split('.');
      const root = { PressCategory: 'pressCategories', PressTag: 'pressTags' }[type] ?? 'pressPosts';
      const own = `plugin::press.${type === 'PressCategory' ? 'category' : type === 'PressTag' ? 'tag' : 'post'}.find`;
      if (own === action) continue;
      const part = name.endsWith('_connection') ? '{ nodes { documentId } }' : '{ documentId }';
      const leaf =
        { postCount: name, frontMatter: name, diagnostics: 'diagnostics { ruleId }' }[name] ??
        `${name} ${part}`;
      const query = `{ ${root} { ${type === 'PressBackLink' ? `backLinks { ${leaf} }` : leaf} } }`;
      await setPublicActions(instance.strapi, [own]);
      const without = await askGraphql(instance, query);
      expect({ field, codes: [...new Set(without.errors.map(({ extensions }) => extensions.code))] }).toEqual(
        {
          field,
          codes: ['FORBIDDEN'],
        },
      );
      expect(JSON.stringify(without.data)).not.toContain('documentId');
      await setPublicActions(instance.strapi, [own, action]);
      expect({ field, errors: (await askGraphql(instance, query)).errors }).toEqual({ field, errors: [] });
    }
  });

  it('give nothing unpublished to those who may read', async () => {
    await setPublicActions(instance.strapi, READ_ACTIONS);
    const drafts = await documents(POST_UID).findMany({ locale: 'en', status: 'draft' });
    const fields = 'title body extra url shareLinks { url } backLinks { url }';
    const queries = drafts.flatMap(({ documentId }) =>
      ['', ', status: DRAFT'].map(
        (status) => `{ pressPost(documentId: "${documentId}"${status}) { ${fields} } }`,
      ),
    );
    for (const status of [
      '',
      '(status: DRAFT)',
      '(publicationFilter: NEVER_PUBLISHED)',
      '(hasPublishedVersion: false)',
    ]) {
      queries.push(`{ pressPosts${status} { ${fields} } }`);
      queries.push(`{ pressPosts_connection${status} { nodes { ${fields} } pageInfo { total } } }`);
    }
    for (const query of queries) {
      const answer = JSON.stringify(await askGraphql(instance, query));
      for (const secret of SECRETS)
        expect({ query, answer }).toMatchObject({ answer: expect.not.stringContaining(secret) });
    }
  });
});

describe('administrators', () => {
  async function editor(actions: string[]): Promise<string> {
    const { strapi } = instance;
    await instance.adminToken();
    const name = `Role ${Math.random().toString(36).slice(2)}`;
    const role = await strapi.service('admin::role').create({ name, description: '' });
    await strapi.service('admin::role').assignPermissions(
      role.id,
      actions.flatMap((action) =>
        [POST_UID, CATEGORY_UID, TAG_UID].map((subject) => ({
          action,
          subject,
          properties: { fields: subject === POST_UID ? ['title'] : ['name'], locales: ['en'] },
        })),
      ),
    );
    const email = `${Math.random().toString(36).slice(2)}@paper.example`;
    const password = 'Harbour-1904';
    await strapi.service('admin::user').create({
      firstname: 'Eve',
      email,
      password,
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    const { body } = await request(instance.server).post('/admin/login').send({ email, password });
    return body.data.token as string;
  }

  const rows = [...table].filter(([subject]) => subject.includes(' /content-manager/'));

  it.each(rows)('may do %s with the action and not without', async (subject, [, , action]) => {
    const all = rows.map(([, cells]) => cells[2]);
    const [method, path] = subject.split(' ');
    const ask = async (uid: OwnUid, token: string) => {
      const url = path.replace(':type', uid).replace(':id', await target(uid));
      const sent = request(instance.server)
        [method.toLowerCase() as Method](url)
        .set('Authorization', `Bearer ${token}`);
      const name = `Written ${Math.random().toString(36).slice(2)}`;
      return method === 'GET' || method === 'DELETE'
        ? sent
        : sent.send(uid === POST_UID ? { title: name } : { name });
    };
    const without = await editor(all.filter((other) => other !== action));
    const granted = await editor(all);
    for (const uid of [POST_UID, CATEGORY_UID, TAG_UID] as const) {
      if (uid !== POST_UID && path.endsWith('/publish')) continue;
      expect({ uid, status: (await ask(uid, without)).status }).toEqual({ uid, status: 403 });
      expect((await ask(uid, granted)).status).toBeLessThan(300);
      expect((await ask(uid, await instance.adminToken())).status).toBeLessThan(300);
    }
  });
});
