import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '..', '..', '..');
const CRUISER = path.join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** One file per line: its path, and what it imports. */
const SOURCES: Record<string, string> = {
  'core/post.ts': "import type { Rule } from './rule';\nexport interface Post { rule: Rule }\n",
  'core/rule.ts': "import type { Post } from './post';\nexport interface Rule { post: Post }\n",
  'core/reads-a-file.ts': "export { readFileSync } from 'node:fs';\n",
  'core/reaches-up.ts': "export { start } from '../server/src/start';\n",
  'content-types/index.ts': "export type { Post } from '../core/post';\n",
  'content-types/schema.json': '{}\n',
  'server/src/start.ts': "export const start = 1;\nexport type { Post } from '../../core/post';\n",
  'server/src/opens-the-admin.ts': "export { panel } from '../../admin/src/panel';\n",
  'admin/src/panel.ts':
    "export const panel = 1;\nexport { default as schema } from '../../content-types/schema.json';\n",
  'admin/src/loads-types.ts': "export type { Post } from '../../content-types';\n",
  'admin/src/calls-the-server.ts': "export { start } from '../../server/src/start';\n",
};

describe('the rules of imports', () => {
  let folder: string;
  let violations: string[];

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'press-imports-'));
    for (const [file, text] of Object.entries(SOURCES)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) {
      cpSync(path.join(PROJECT, name), path.join(folder, name));
    }
    violations = cruise(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a circle of types', 'no-circles: core/post.ts → core/rule.ts'],
    ['a core that needs Node', 'core-without-node: core/reads-a-file.ts → fs'],
    ['a core that knows the server', 'core-stands-alone: core/reaches-up.ts → server/src/start.ts'],
    [
      'content types that load our code',
      'content-types-load-nothing-of-ours: content-types/index.ts → core/post.ts',
    ],
    [
      'a server that knows the admin',
      'server-below-admin: server/src/opens-the-admin.ts → admin/src/panel.ts',
    ],
    [
      'an admin that knows the server',
      'admin-reads-core-and-schemas: admin/src/calls-the-server.ts → server/src/start.ts',
    ],
    [
      'an admin that loads content types',
      'admin-reads-core-and-schemas: admin/src/loads-types.ts → content-types/index.ts',
    ],
  ])('refuse %s', (_what, violation) => {
    expect(violations).toContain(violation);
  });

  it('let the server read core, and the admin the schemas', () => {
    expect(
      violations.filter(
        (line) => line.includes(': server/src/start.ts') || line.includes(': admin/src/panel.ts'),
      ),
    ).toEqual([]);
  });
});

/** @returns each violation as `rule: from → to`. */
function cruise(folder: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--output-type', 'json', 'core', 'content-types', 'server', 'admin'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
