import { message, type Message } from '../../../core/messages';

/** What an error carries that says a message of ours. */
export interface ErrorDetails {
  said: { message: Message };
}

/** The details of an error that says a message; what else it has to tell can stand beside it. */
export function detailsOf(said: Message): ErrorDetails {
  return { said: { message: said } };
}

/** What an error says: its message of ours, or else its text as it is. */
export function messageOf(error: unknown): Message {
  const details = error instanceof Error && 'details' in error ? error.details : undefined;
  const said = (details as Partial<ErrorDetails> | null | undefined)?.said;
  if (said) return said.message;
  return message('other', { text: error instanceof Error ? error.message : String(error) });
}
