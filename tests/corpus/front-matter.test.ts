import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeUtf8 } from '../../core/front-matter/decode';
import { splitFrame } from '../../core/front-matter/frame';
import { readHeader } from '../../core/front-matter/read-header';
import { inspect, toRubyString } from '../../core/front-matter/ruby-text';
import { foldDocument } from '../../core/front-matter/safe-yaml/fold';
import { CalendarDate, Float, Timestamp, type Value } from '../../core/front-matter/value';
import { parseYaml } from '../../core/front-matter/yaml/parse';

interface JekyllCase {
  id: string;
  kind: string;
  input: { name?: string; file?: string; yaml?: string };
  expected: Record<string, unknown>;
}

const shared = process.env.PRESS_SHARED ?? path.resolve(__dirname, '../../../shared');
const file = process.env.CORPUS_CASES ?? path.join(shared, 'data/jekyll-cases.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: JekyllCase[] };

function casesOf(kind: string): [string, JekyllCase][] {
  const found = cases.filter((entry) => entry.kind === kind);
  return found.map((entry) => [`${entry.id} ${entry.input.name ?? JSON.stringify(entry.input.yaml)}`, entry]);
}

/** A value in the form of the answers: `{"$time": …}`, `{"$date": …}`, typed keys as `$Class:inspect`. */
function toAnswer(value: Value): unknown {
  if (value instanceof Float) {
    return Number.isFinite(value.value) ? value.value : { $float: inspect(value) };
  }
  if (value instanceof CalendarDate) return { $date: toRubyString(value) };
  if (value instanceof Timestamp) return { $time: timeAnswer(value) };
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toAnswer);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [keyAnswer(key), toAnswer(item)]));
  }
  return value;
}

function keyAnswer(key: Value): string {
  return typeof key === 'string' ? key : `$${rubyClass(key)}:${inspect(key)}`;
}

function rubyClass(value: Value): string {
  if (value === null) return 'NilClass';
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass';
  if (value instanceof Float) return 'Float';
  if (value instanceof CalendarDate) return 'Date';
  if (value instanceof Timestamp) return 'Time';
  if (Array.isArray(value)) return 'Array';
  return value instanceof Map ? 'Hash' : 'Integer';
}

function timeAnswer(time: Timestamp): string {
  const [date, clock, zone] = inspect(time).split(' ');
  const [seconds, fraction] = clock.split('.');
  const digits = fraction === undefined ? '' : `.${fraction.padEnd(9, '0')}`;
  return `${date}T${seconds}${digits}${zone.slice(0, 3)}:${zone.slice(3)}`;
}

describe('front matter detection, as the real Jekyll answered', () => {
  test.each(casesOf('header'))('%s', (_, { input, expected }) => {
    const bytes = new TextEncoder().encode(input.file);
    const decoded = decodeUtf8(bytes);
    if (!decoded.ok) throw new Error('The case is not UTF-8');
    const frame = splitFrame(decoded.text);
    expect(frame.hasHeader).toBe(expected.document_matches);
    expect(frame.hasHeader ? frame.open + frame.yaml : null).toBe(expected.yaml);
    expect(frame.body).toBe(decoded.bom && !frame.hasHeader ? input.file?.slice(1) : expected.content);
  });
});

describe('values, as the real safe_yaml answered', () => {
  test.each(casesOf('yaml_value'))('%s', (_, { input, expected }) => {
    const header = readHeader(input.yaml ?? '');
    expect(header.ok).toBe(!('error' in expected));
    if (header.ok) {
      expect(header.isMap).toBe(expected.is_hash);
      expect(toAnswer(header.map.get('k') ?? null)).toEqual(expected.value);
    }
  });
});

describe('documents, as the real safe_yaml answered', () => {
  test.each(casesOf('yaml_document'))('%s', (_, { input, expected }) => {
    const parsed = parseYaml(input.yaml ?? '', { maxDepth: 100, fenced: true });
    expect(parsed.kind).toBe('error' in expected ? 'error' : 'tree');
    if (parsed.kind !== 'tree') return;
    const folded = foldDocument(parsed.root, 10_000);
    if (!folded.ok) throw new Error(folded.problem.kind);
    expect(toAnswer(folded.value)).toEqual(expected.value);
    const { ok } = readHeader(input.yaml ?? '');
    expect(ok).toBe(expected.value === null || expected.value === false || folded.value instanceof Map);
  });
});
