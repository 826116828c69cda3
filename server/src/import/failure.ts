import { message, say, type Message } from '../../../core/messages';
import { reasonMessage } from './file-reason';

/**
 * Why something could not be done, in words for people. A database driver's message begins with the whole statement and its
 * values, which are nobody's to see; what the database said comes after them.
 */
export function failureMessage(error: unknown): Message {
  const said = reasonMessage(error);
  const reason = say(said, 'en');
  if (!/^(?:insert|update|delete|select|with|begin|commit)\b/i.test(reason)) return said;
  return message('file/database', { reason: reason.slice(reason.lastIndexOf(' - ') + 3) });
}

/** As `failureMessage`, in English. */
export function failureOf(error: unknown): string {
  return say(failureMessage(error), 'en');
}
