import type { ValueMap } from '../front-matter/value';
import type { FrontMatterDefault, Settings, SiteFiles } from '../settings';
import { globToRegExp } from './glob';
import { mergeDeep } from './ruby-values';
import { pathInCollections } from './site-files';

const POST_TYPES = ['posts', 'post'];

interface CompiledSet {
  applies(path: string): boolean;
  pathLength: number;
  hasType: boolean;
  values: ValueMap;
}

interface CompiledDefaults {
  sets: CompiledSet[];
  /** Merged values by which of the sets apply: most posts of a site share one entry. */
  merged: Map<string, ValueMap>;
}

const compiled = new WeakMap<SiteFiles, WeakMap<FrontMatterDefault[], CompiledDefaults>>();

/**
 * The values that `defaults` of `_config.yml` give a post. The longest scope path wins, of equal ones that with a type,
 * then the later; maps merge. A path with `*` is a glob over the site's files. The result is shared: do not change it.
 * Source: Jekyll 4.3, `FrontmatterDefaults#all`.
 */
export function defaultsFor(
  path: string,
  { defaults, siteFiles }: Pick<Settings, 'defaults' | 'siteFiles'>,
): ValueMap {
  const { sets, merged } = compile(defaults, siteFiles);
  const matching = sets.filter((set) => set.applies(path));
  const key = matching.map((set) => sets.indexOf(set)).join();
  let values = merged.get(key);
  if (!values) {
    values = mergeSets(matching);
    merged.set(key, values);
  }
  return values;
}

function compile(defaults: FrontMatterDefault[], files: SiteFiles): CompiledDefaults {
  const ofFiles = compiled.get(files) ?? new WeakMap<FrontMatterDefault[], CompiledDefaults>();
  compiled.set(files, ofFiles);
  let known = ofFiles.get(defaults);
  if (!known) {
    known = { sets: defaults.map((set) => compileSet(set, files)), merged: new Map() };
    ofFiles.set(defaults, known);
  }
  return known;
}

function compileSet({ scope, values }: FrontMatterDefault, files: SiteFiles): CompiledSet {
  return {
    applies: createScopeTest(scope, files),
    pathLength: scope.path.replace(/^\//, '').length,
    hasType: scope.type !== undefined,
    values,
  };
}

function createScopeTest(
  { path: scopePath, type }: FrontMatterDefault['scope'],
  files: SiteFiles,
): (path: string) => boolean {
  if (type !== undefined && !POST_TYPES.includes(type)) return () => false;
  if (scopePath === '') return () => true;
  if (!scopePath.includes('*')) {
    const { collectionsDir } = files;
    const start = collectionsDir === '' ? '' : `${collectionsDir}/`;
    const scope = scopePath.startsWith(start) ? scopePath.slice(start.length) : scopePath;
    return (path) => pathInCollections(path, files).startsWith(scope);
  }
  const glob = globToRegExp(scopePath);
  return (path) => withFolders(path).some((candidate) => glob.test(candidate));
}

/** A path and the folders that it lies in: any of them may be what a glob finds. */
function withFolders(path: string): string[] {
  const candidates = [path];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    candidates.push(path.slice(0, slash));
  }
  return candidates;
}

function mergeSets(sets: CompiledSet[]): ValueMap {
  let values: ValueMap = new Map();
  let strongest: CompiledSet | null = null;
  for (const set of sets) {
    if (strongest === null || hasPrecedence(strongest, set)) {
      values = mergeDeep(values, set.values);
      strongest = set;
    } else {
      values = mergeDeep(set.values, values);
    }
  }
  return values;
}

function hasPrecedence(old: CompiledSet, next: CompiledSet): boolean {
  if (next.pathLength !== old.pathLength) return next.pathLength > old.pathLength;
  return next.hasType || !old.hasType;
}
