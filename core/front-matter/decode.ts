/** A decoded file, or where its first byte stands that is no UTF-8. */
export type DecodedText = { ok: true; text: string; bom: boolean } | { ok: false; offset: number };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes a file as Jekyll 4.3 reads it (`bom|utf-8`): strict UTF-8, one byte order mark at the start removed, NUL kept.
 *
 * @returns the text without its byte order mark, or the offset in bytes of the first invalid sequence (UTF-16 fails so)
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, offset: firstInvalidByte(bytes) };
  }
  const bom = text.startsWith('\uFEFF');
  return { ok: true, text: bom ? text.slice(1) : text, bom };
}

/** RFC 3629, section 4: the lead bytes with the range of the byte after them, and the length of the sequence. */
function sequenceAt(bytes: Uint8Array, index: number): { length: number; low: number; high: number } | null {
  const lead = bytes[index];
  if (lead <= 0x7f) return { length: 1, low: 0, high: 0 };
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, low: 0x80, high: 0xbf };
  if (lead === 0xe0) return { length: 3, low: 0xa0, high: 0xbf };
  if (lead === 0xed) return { length: 3, low: 0x80, high: 0x9f };
  if (lead >= 0xe1 && lead <= 0xef) return { length: 3, low: 0x80, high: 0xbf };
  if (lead === 0xf0) return { length: 4, low: 0x90, high: 0xbf };
  if (lead >= 0xf1 && lead <= 0xf3) return { length: 4, low: 0x80, high: 0xbf };
  if (lead === 0xf4) return { length: 4, low: 0x80, high: 0x8f };
  return null;
}

function firstInvalidByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const sequence = sequenceAt(bytes, index);
    if (!sequence) return index;
    for (let n = 1; n < sequence.length; n += 1) {
      const byte = bytes[index + n] ?? 0;
      const low = n === 1 ? sequence.low : 0x80;
      const high = n === 1 ? sequence.high : 0xbf;
      if (byte < low || byte > high) return index;
    }
    index += sequence.length;
  }
  return bytes.length;
}
