/**
 * Prints how large the built admin code is: what every page of Strapi's admin loads, and what is loaded only where it is
 * shown. Fails where something heavy is no longer loaded on demand.
 */
const fs = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');

const BUILT = path.join(__dirname, '..', 'dist', 'admin');
/** The most that each page of the admin may have to load, in kB after gzip. */
const ENTRY_LIMIT = 20;
const SHOWN = 3;

const files = fs.readdirSync(BUILT).filter((name) => name.endsWith('.mjs'));
const sizes = new Map(files.map((name) => [name, sizeOf(name)]));
const entry = withStaticImports('index.mjs');
const entrySize = entry.reduce((sum, name) => sum + sizes.get(name).gzip, 0);

console.log('Admin code (kB, kB after gzip; without what Strapi has anyway)');
print(`on every page (${entry.length} files)`, {
  plain: entry.reduce((sum, name) => sum + sizes.get(name).plain, 0),
  gzip: entrySize,
});
const onDemand = files.filter((name) => !entry.includes(name));
for (const name of onDemand.sort((a, b) => sizes.get(b).gzip - sizes.get(a).gzip)) {
  const size = sizes.get(name);
  if (size.gzip >= SHOWN) print(name.replace(/-[\w-]{8}\.mjs$/, ''), size);
}
if (entrySize > ENTRY_LIMIT) {
  console.error(`Every page would load ${entrySize.toFixed(1)} kB; at most ${ENTRY_LIMIT} are meant to be.`);
  process.exitCode = 1;
}

function sizeOf(name) {
  const code = fs.readFileSync(path.join(BUILT, name));
  return { plain: code.length / 1000, gzip: gzipSync(code).length / 1000 };
}

/** A file, and those that it cannot be loaded without. */
function withStaticImports(name, found = []) {
  if (found.includes(name) || !files.includes(name)) return found;
  found.push(name);
  const code = fs.readFileSync(path.join(BUILT, name), 'utf8');
  for (const [, imported] of code.matchAll(
    /(?:^|[;\n])\s*import\s*(?:[^'"()]*?from\s*)?["']\.\/([^'"]+)["']/g,
  ))
    withStaticImports(imported, found);
  return found;
}

function print(title, { plain, gzip }) {
  console.log(`  ${title.padEnd(34)} ${plain.toFixed(1).padStart(8)} ${gzip.toFixed(1).padStart(8)}`);
}
