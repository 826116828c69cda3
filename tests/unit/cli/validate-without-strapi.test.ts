import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../../..');

/** Every module that is loaded with a file: its own imports and those of our files, types and `import()` left out. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const js = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  for (const [, name = ''] of js.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];/gm)) {
    if (!name.startsWith('.')) seen.add(name);
    else
      loadedWith(ts.resolveModuleName(name, file, {}, ts.sys).resolvedModule?.resolvedFileName ?? name, seen);
  }
  return seen;
}

describe('strapi-press validate', () => {
  it('loads nothing of Strapi', () => {
    const loaded = [...loadedWith(path.join(ROOT, 'server/src/cli/index.ts'))];
    expect(loaded).toContain('commander');
    expect(loaded.filter((name) => name.endsWith('validate-command.ts'))).toHaveLength(1);
    expect(loaded.filter((name) => name.startsWith('@strapi/'))).toEqual([]);
  });
});
