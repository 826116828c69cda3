import type { WriteRefusal } from '../../diagnostics/messages/params';
import type { ReadHeaderOptions } from '../header';

/** The text after a write, or why it was left alone. */
export type WriteResult = { ok: true; yaml: string } | { ok: false; reason: WriteRefusal };

export interface WriteOptions extends ReadHeaderOptions {
  /** Line end of a header that has none yet; `\n` where absent. */
  lineEnd?: '\n' | '\r\n';
}
