import type { Diagnostic } from '../diagnostics/diagnostic';
import type { PostFields } from '../post';
import type { Settings } from '../settings';

export function putFields(
  base: string | null,
  _wanted: PostFields,
  _context: { filePath: string | null; settings: Settings },
): { ok: true; yaml: string | null } | { ok: false; diagnostics: Diagnostic[] } {
  return { ok: true, yaml: base };
}
