import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { winston } from '@strapi/logger';

type PluginName = 'press' | 'graphql' | 'users-permissions';

export interface AppOptions {
  /** What the app's config says under `press.config`. */
  press?: Record<string, unknown>;
  /** The listed plugins in this order; those left out are not enabled, except users-permissions. */
  plugins?: PluginName[];
  /** Singular names of types of the app's own. */
  apiTypes?: readonly string[];
  /** Put before the names of those types' tables. */
  apiTablePrefix?: string;
  /** Takes each line that is logged as a warning or worse; without it errors go to the console. */
  onLog?: (line: string) => void;
}

/** Names of types that apps have and that are close to ours. */
export const CLOSE_API_TYPES = ['blog-post', 'article', 'category', 'tag', 'post'] as const;

const PROJECT = path.resolve(__dirname, '..', '..');
const DEMO = path.join(PROJECT, 'demo');

/**
 * Makes a Strapi app in a temporary folder, with the demo's configuration and the plugin from its sources.
 * @returns the folder's path.
 */
export async function createApp(options: AppOptions & { env: Record<string, string> }): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'press-app-'));
  await Promise.all([
    ...['package.json', 'favicon.png'].map((name) => cp(path.join(DEMO, name), path.join(folder, name))),
    cp(path.join(DEMO, 'config'), path.join(folder, 'config'), { recursive: true }),
    mkdir(path.join(folder, 'src', 'extensions'), { recursive: true }),
    mkdir(path.join(folder, 'src', 'api'), { recursive: true }),
    mkdir(path.join(folder, 'public', 'uploads'), { recursive: true }),
    symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules')),
    writePlugin(path.join(folder, 'press-plugin')),
  ]);
  await writeFile(path.join(folder, 'src', 'index.js'), 'module.exports = {};\n');
  await writeFile(path.join(folder, 'config', 'plugins.js'), pluginsConfig(folder, options));
  Object.assign(globalThis, { __pressLogger: loggerConfig(options) });
  await writeFile(path.join(folder, 'config', 'logger.js'), 'module.exports = global.__pressLogger;\n');
  for (const name of options.apiTypes ?? []) await writeApiType(folder, name, options.apiTablePrefix);
  Object.assign(process.env, options.env);
  return folder;
}

/** A folder that Strapi loads as the plugin and that hands on the sources. */
async function writePlugin(folder: string): Promise<void> {
  const manifest = {
    name: 'strapi-plugin-press',
    version: '0.0.0',
    strapi: { kind: 'plugin', name: 'press', displayName: 'Press' },
    exports: {
      './package.json': './package.json',
      './strapi-server': { require: './server.js', default: './server.js' },
    },
  };
  await mkdir(folder);
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    path.join(folder, 'server.js'),
    `module.exports = require(${JSON.stringify(path.join(PROJECT, 'server', 'src', 'index.ts'))});\n`,
  );
}

function pluginsConfig(folder: string, { press = {}, plugins = ['graphql', 'press'] }: AppOptions): string {
  const entries: Record<string, string> = {
    press: `{ enabled: true, resolve: ${JSON.stringify(path.join(folder, 'press-plugin'))}, config: global.__pressConfig }`,
    graphql: '{ enabled: true, config: { landingPage: false } }',
    'users-permissions': "{ enabled: true, config: { jwtSecret: 'test-jwt-secret' } }",
  };
  const listed = plugins.includes('users-permissions') ? plugins : [...plugins, 'users-permissions' as const];
  const lines = listed.map((name) => `  ${JSON.stringify(name)}: ${entries[name]},`);
  if (!plugins.includes('graphql')) lines.push('  graphql: { enabled: false },');
  setPressConfig(press);
  return `module.exports = () => ({\n${lines.join('\n')}\n});\n`;
}

function loggerConfig({ onLog }: AppOptions): Record<string, unknown> {
  if (!onLog) return { level: 'error' };
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      onLog(chunk.toString());
      done();
    },
  });
  return { level: 'warn', transports: [new winston.transports.Stream({ stream })] };
}

/** Says what the next boot of an app finds under `press.config`; it may hold zod schemas, which only live in this process. */
export function setPressConfig(press: Record<string, unknown>): void {
  Object.assign(globalThis, { __pressConfig: press });
}

async function writeApiType(folder: string, name: string, tablePrefix = ''): Promise<void> {
  const api = path.join(folder, 'src', 'api', name);
  const plural = name === 'category' ? 'categories' : `${name}s`;
  const schema = {
    kind: 'collectionType',
    collectionName: `${tablePrefix}${plural.replace(/-/g, '_')}`,
    info: { singularName: name, pluralName: plural, displayName: name },
    options: { draftAndPublish: true },
    attributes: { title: { type: 'string' } },
  };
  await mkdir(path.join(api, 'content-types', name), { recursive: true });
  await writeFile(path.join(api, 'content-types', name, 'schema.json'), JSON.stringify(schema));
  const uid = `api::${name}.${name}`;
  for (const [kind, factory] of [
    ['controllers', 'createCoreController'],
    ['routes', 'createCoreRouter'],
    ['services', 'createCoreService'],
  ]) {
    await mkdir(path.join(api, kind));
    await writeFile(
      path.join(api, kind, `${name}.js`),
      `module.exports = require('@strapi/strapi').factories.${factory}('${uid}');\n`,
    );
  }
}
