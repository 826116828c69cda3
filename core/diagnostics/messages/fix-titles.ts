import type { Fix } from '../diagnostic';
import type { FixKind } from '../fix-kind';
import type { MessageLanguage } from './message-language';

export const FIX_TITLES: Record<MessageLanguage, Record<FixKind, string>> = {
  en: {
    'escape-inner-quotes': 'Escape the inner quotes',
    'quote-value': 'Put the value in quotes',
    'close-quote': 'Close the quote',
    'close-bracket': 'Close the bracket',
    'list-in-brackets': 'Put the list in brackets',
    'escape-backslashes': 'Double the backslashes',
    'blank-after-colon': 'Put a space after the colon',
    'spaces-for-tabs': 'Indent with spaces',
    'remove-control-characters': 'Remove the control characters',
    'remove-before-fence': 'Remove what stands before ---',
    'remove-line': 'Remove this line',
    'add-time-zone': 'Add the time zone {zone}',
    'one-term': 'Make it one category',
    'split-at-commas': 'Make it a list, split at the commas',
  },
  'zh-Hans': {
    'escape-inner-quotes': '转义内部引号',
    'quote-value': '给值加上引号',
    'close-quote': '补上结束的引号',
    'close-bracket': '补上结束的括号',
    'list-in-brackets': '给列表加上方括号',
    'escape-backslashes': '双写反斜杠',
    'blank-after-colon': '在冒号后加空格',
    'spaces-for-tabs': '改用空格缩进',
    'remove-control-characters': '删除控制字符',
    'remove-before-fence': '删除 --- 之前的内容',
    'remove-line': '删除这一行',
    'add-time-zone': '加上时区 {zone}',
    'one-term': '作为一个分类',
    'split-at-commas': '按逗号拆成列表',
  },
};

/** What a fix does, in a language. */
export function fixTitle(
  { kind, params = {} }: Pick<Fix, 'kind' | 'params'>,
  language: MessageLanguage,
): string {
  return FIX_TITLES[language][kind].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…');
}
