import { spawnSync } from 'node:child_process';
import path from 'node:path';

export type SchemaName = 'atom.rng' | 'sitemap-with-alternates.xsd' | 'news-sitemap.xsd' | 'siteindex.xsd';

/** What a schema of this folder finds wrong with a text; '' where it is valid. */
export function schemaProblems(xml: string, schema: SchemaName): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(__dirname, 'validate.mjs'), schema],
    { input: xml, encoding: 'utf8' },
  );
  if (stderr !== '' || status === null) throw new Error(stderr);
  return stdout;
}
