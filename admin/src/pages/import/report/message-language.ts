import type { MessageLanguage } from '../../../../../core/diagnostics';

/** The language of problems for a language of the admin; English where there is none. */
export function messageLanguage(locale: string): MessageLanguage {
  return locale.startsWith('zh') ? 'zh-Hans' : 'en';
}
