import type { MessageLanguage } from '../../diagnostics/messages/message-language';

/** Texts by id, in each language; names in braces are filled in. */
export type Texts = Record<string, Record<MessageLanguage, string>>;
