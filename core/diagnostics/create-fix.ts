import type { Fix } from './diagnostic';
import { fixTitle } from './messages/fix-titles';

/** Makes a fix with the English title of its kind. */
export function createFix(fix: Omit<Fix, 'title'>): Fix {
  return { ...fix, title: fixTitle(fix, 'en') };
}
