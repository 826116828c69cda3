import { say, type Message } from '../../../core/messages';
import { detailsOf } from './message-of';

/** A kind of error that takes a text and details: those of `@strapi/utils`. */
type ErrorKind<Kind extends Error> = new (text: string, details: object) => Kind;

/**
 * An error with a message of ours: its text is English, and its details tell what it says, so that administrators can be
 * answered in their language.
 */
export function errorSaying<Kind extends Error>(
  Kind: ErrorKind<Kind>,
  said: Message,
  details: object = {},
): Kind {
  return new Kind(say(said, 'en'), { ...details, ...detailsOf(said) });
}
