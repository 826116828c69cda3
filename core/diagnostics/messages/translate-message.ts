import type { Diagnostic } from '../diagnostic';
import { en, enSyntaxProblems, enWriteRefusals } from './en';
import type { MessageLanguage } from './message-language';
import { zhHans, zhHansSyntaxProblems, zhHansWriteRefusals } from './zh-hans';

const CATALOGS = {
  en: { rules: en, syntaxProblems: enSyntaxProblems, writeRefusals: enWriteRefusals },
  'zh-Hans': {
    rules: zhHans,
    syntaxProblems: zhHansSyntaxProblems,
    writeRefusals: zhHansWriteRefusals,
  },
};

/** Params that quote a file, which can be of any length. */
const QUOTED_PARAMS = new Set(['found', 'key', 'kept', 'lost', 'name', 'parts']);
const CLIPPED_LENGTH = 80;

/**
 * The message of a diagnostic in a language, made from its rule and params alone, so that stored diagnostics can be shown
 * in any language. Values are shown in one line, quoted ones clipped at 80 characters; a missing value is shown as `…`.
 */
export function translateMessage(
  diagnostic: Pick<Diagnostic, 'ruleId' | 'params'>,
  language: MessageLanguage,
): string {
  const catalog = CATALOGS[language];
  const { ruleId, params } = diagnostic;
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : '…';
      if (ruleId === 'yaml/syntax' && name === 'problem' && isKeyOf(value, catalog.syntaxProblems)) {
        return fill(catalog.syntaxProblems[value]);
      }
      if (ruleId === 'write/refused' && name === 'reason' && isKeyOf(value, catalog.writeRefusals)) {
        return catalog.writeRefusals[value];
      }
      const line = inOneLine(String(value));
      return QUOTED_PARAMS.has(name) ? clip(line) : line;
    });
  return fill(catalog.rules[ruleId]);
}

function isKeyOf<T extends object>(value: string | number, record: T): value is string & keyof T {
  return Object.hasOwn(record, value);
}

function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function clip(text: string): string {
  if (text.length <= CLIPPED_LENGTH) return text;
  const characters = [...text];
  return characters.length <= CLIPPED_LENGTH ? text : `${characters.slice(0, CLIPPED_LENGTH - 1).join('')}…`;
}
