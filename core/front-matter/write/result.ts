import type { WriteRefusal } from '../../diagnostics/messages/params';

/** The text after a write, or why it was left alone. */
export type WriteResult = { ok: true; yaml: string } | { ok: false; reason: WriteRefusal };

export interface WriteOptions {
  /** Line end of a header that has none yet; `\n` where absent. */
  lineEnd?: '\n' | '\r\n';
}
