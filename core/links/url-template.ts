import { parseTemplate, type Template } from 'url-template';
import { message, type Message } from '../messages';
import { encodeIllegal, wellFormed } from './url-encoding';

const EXPRESSION = /\{([^{}]*)\}/g;
const VARIABLE = /^([A-Za-z0-9_](?:\.?[A-Za-z0-9_])*)(?::([1-9]\d{0,3})|\*)?$/;

/** Splits `?slug,title:10` into its operator and variables. */
function splitExpression(expression: string): { operator: string; variables: string[] } {
  const operator = /^[+#./;?&]/.exec(expression)?.[0] ?? '';
  return { operator, variables: expression.slice(operator.length).split(',') };
}

function expressions(template: string): string[] {
  return [...template.matchAll(EXPRESSION)].map((match) => match[1] ?? '');
}

/** How many UTF-16 code units the first `count` code points of a text take. */
function unitsOf(text: string, count: number): number {
  return Array.from(text).slice(0, count).join('').length;
}

/** RFC 6570 section 2.4.1 counts prefixes in code points; url-template cuts UTF-16 code units, through emoji. */
function countPrefixesInUnits(template: string, names: Record<string, string>): string {
  if (!/\{[^{}]*:/.test(template)) return template;
  return template.replace(EXPRESSION, (_, expression: string) => {
    const { operator, variables } = splitExpression(expression);
    const counted = variables.map((variable) => {
      const [name = '', length] = variable.split(':');
      return length === undefined ? variable : `${name}:${unitsOf(names[name] ?? '', Number(length))}`;
    });
    return `{${operator}${counted.join(',')}}`;
  });
}

/** How many parsed templates are kept: a site has a handful, unless each category has a share URL of its own. */
const KEPT_TEMPLATES = 500;

const parsedTemplates = new Map<string, Template>();

function parsed(template: string): Template {
  const known = parsedTemplates.get(template);
  if (known) return known;
  if (parsedTemplates.size >= KEPT_TEMPLATES) parsedTemplates.clear();
  const result = parseTemplate(template);
  parsedTemplates.set(template, result);
  return result;
}

/**
 * Expands an RFC 6570 template over flat names (`{post.slug}` is the name `post.slug`, not a path into an object).
 * A name that is not given expands to nothing. The result holds only characters that a URI may hold.
 */
export function expandUrl(template: string, names: Record<string, string>): string {
  // Without a prototype, so that `{constructor}` is an unknown name like any other.
  const values = Object.create(null) as Record<string, string>;
  for (const name in names) values[name] = wellFormed(names[name]);
  return encodeIllegal(parsed(countPrefixesInUnits(wellFormed(template), values)).expand(values));
}

/** The names that a URL template uses, each once, in order. */
export function templateNames(template: string): string[] {
  const names = expressions(template).flatMap((expression) =>
    splitExpression(expression).variables.map((variable) => variable.replace(/[:*].*$/, '')),
  );
  return [...new Set(names)];
}

/**
 * What is wrong with a URL template, as a clause of a message, or null: a brace without its partner, an
 * expression outside RFC 6570 section 2.2, or a name that is not among `allowed`.
 */
export function templateProblem(template: string, allowed: readonly string[]): Message | null {
  if (/[{}]/.test(template.replace(EXPRESSION, ''))) return message('unfit/lone-brace');
  for (const expression of expressions(template)) {
    const malformed = splitExpression(expression).variables.find((variable) => !VARIABLE.test(variable));
    if (malformed !== undefined) return message('unfit/expression', { expression: `{${expression}}` });
  }
  const unknown = templateNames(template).find((name) => !allowed.includes(name));
  if (unknown === undefined) return null;
  return message('unfit/unknown-name', { name: `{${unknown}}`, known: allowed.join(', ') });
}
