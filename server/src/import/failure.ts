import { reasonOf } from './input-error';

/**
 * Why a file could not be stored, in words for people. A database driver's message begins with the whole statement and its
 * values, which are nobody's to see; what the database said comes after them.
 */
export function failureOf(error: unknown): string {
  const reason = reasonOf(error);
  if (!/^(?:insert|update|delete|select|with|begin|commit)\b/i.test(reason)) return reason;
  return `the database refused it: ${reason.slice(reason.lastIndexOf(' - ') + 3)}`;
}
