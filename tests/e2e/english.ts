import { createIntl } from 'react-intl';
import { hints } from '../../admin/src/translations/zh-Hans';
import { en, enSyntaxProblems, enWriteRefusals } from '../../core/diagnostics/messages/en';
import { FIX_TITLES } from '../../core/diagnostics/messages/fix-titles';
import { TEXTS } from './say';

/** What stands for a name in braces while a text is made into a pattern. */
const GAP = '\uE000';
/** Numbers that bring each form of an English plural. */
const NUMBERS = [0, 1, 2];

/** What every English text of the plugin looks like with any values: texts of the admin, hints of fields, diagnostics and their fixes. */
const PATTERNS: RegExp[] = [
  ...Object.entries(TEXTS.en)
    .filter(([key, text]) => TEXTS['zh-Hans'][key] !== text)
    .flatMap(([key, text]) => variantsOf(key, text)),
  ...Object.keys(hints),
  ...[en, enSyntaxProblems, enWriteRefusals, FIX_TITLES.en].flatMap((texts) =>
    Object.values(texts).map((text) => text.replace(/\{\w+\}/g, GAP)),
  ),
].flatMap(patternOf);

/** Whether a text that a page shows is one of the plugin's English texts, alone or among others in a line. */
export function isOurEnglish(shown: string): boolean {
  const pieces = [shown, ...shown.split(/\n| · |[:：] /)].map((piece) => piece.trim());
  return pieces.some((piece) => PATTERNS.some((pattern) => pattern.test(piece)));
}

/** A text with gaps for its values; several where it has plurals. */
function variantsOf(key: string, text: string): string[] {
  // Names in braces are part of these texts.
  if (key.startsWith('settings.hint.')) return [text];
  const names = [
    ...new Set([...text.matchAll(/\{(\w+)(?:, (?:plural|number))?[,}]/g)].map(([, name]) => name)),
  ];
  const numbers = new Set([...text.matchAll(/\{(\w+), (?:plural|number)/g)].map(([, name]) => name));
  const intl = createIntl({ locale: 'en', messages: { [key]: text } });
  let values: Record<string, string | number>[] = [{}];
  for (const name of names)
    values = values.flatMap((one) =>
      (numbers.has(name) ? NUMBERS : [GAP]).map((value) => ({ ...one, [name]: value })),
    );
  return values.map((one) => intl.formatMessage({ id: key }, one));
}

/** None for a text that is nothing but values. */
function patternOf(text: string): RegExp[] {
  if (!/[A-Za-z]/.test(text)) return [];
  const escaped = text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [new RegExp(`^${escaped.replaceAll(GAP, '.+?').replace(/\d+/g, '[\\d,.]+')}$`, 's')];
}
