import type { ValueMap } from '../front-matter/value';
import type { FrontMatterDefault } from '../settings';
import { globToRegExp } from './glob';
import { mergeDeep } from './ruby-values';

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

const compiled = new WeakMap<FrontMatterDefault[], CompiledDefaults>();

/**
 * The values that `defaults` of `_config.yml` give a post. The longest scope path wins, of equal ones that with a type,
 * then the later; maps merge. A path with `*` is a glob over the site's files. The result is shared: do not change it.
 * Source: Jekyll 4.3, `FrontmatterDefaults#all`.
 */
export function defaultsFor(path: string, defaults: FrontMatterDefault[]): ValueMap {
  const { sets, merged } = compile(defaults);
  const matching = sets.filter((set) => set.applies(path));
  const key = matching.map((set) => sets.indexOf(set)).join();
  let values = merged.get(key);
  if (!values) {
    values = mergeSets(matching);
    merged.set(key, values);
  }
  return values;
}

function compile(defaults: FrontMatterDefault[]): CompiledDefaults {
  let known = compiled.get(defaults);
  if (!known) {
    known = { sets: defaults.map(compileSet), merged: new Map() };
    compiled.set(defaults, known);
  }
  return known;
}

function compileSet({ scope, values }: FrontMatterDefault): CompiledSet {
  return {
    applies: createScopeTest(scope),
    pathLength: scope.path.replace(/^\//, '').length,
    hasType: scope.type !== undefined,
    values,
  };
}

function createScopeTest({ path: scopePath, type }: FrontMatterDefault['scope']): (path: string) => boolean {
  if (type !== undefined && !POST_TYPES.includes(type)) return () => false;
  if (scopePath === '') return () => true;
  if (!scopePath.includes('*')) return (path) => path.startsWith(scopePath);
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
