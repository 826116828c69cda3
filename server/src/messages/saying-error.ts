import { say, type Message } from '../../../core/messages';
import { detailsOf, type ErrorDetails } from './message-of';

/** An error that says a message of ours, in English, or has a text for the terminal alone. */
export class SayingError extends Error {
  readonly details: ErrorDetails | null;

  constructor(what: Message | string) {
    super(typeof what === 'string' ? what : say(what, 'en'));
    this.details = typeof what === 'string' ? null : detailsOf(what);
  }
}
