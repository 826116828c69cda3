import fc from 'fast-check';
import { decodeUtf8 } from '../../../core/front-matter';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decodeUtf8', () => {
  it('decodes text and keeps NUL', () => {
    expect(decodeUtf8(new TextEncoder().encode('中😀\0\r\n'))).toEqual({
      ok: true,
      text: '中😀\0\r\n',
      bom: false,
    });
  });

  it('takes one byte order mark away and keeps a second one', () => {
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, text: 'a', bom: true });
    const twice = decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf));
    expect(twice).toEqual({ ok: true, text: '\uFEFF', bom: true });
  });

  test.each([
    ['a stray continuation byte', bytes(0x61, 0x80), 1],
    ['an overlong form', bytes(0x61, 0x62, 0xc0, 0xaf), 2],
    ['half a surrogate pair', bytes(0xed, 0xa0, 0x80), 0],
    ['a character beyond U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80), 0],
    ['a sequence cut by the end', bytes(0x61, 0xe4, 0xb8), 1],
    ['a sequence cut by a letter', bytes(0xe4, 0xb8, 0xad, 0xe4, 0x61), 3],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00), 0],
    ['GBK', bytes(0xd6, 0xd0, 0xce, 0xc4), 0],
  ])('refuses %s and says where', (_, input, offset) => {
    expect(decodeUtf8(input)).toEqual({ ok: false, offset });
  });

  it('finds the invalid byte behind any valid text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const valid = new TextEncoder().encode(text);
        expect(decodeUtf8(Uint8Array.from([...valid, 0xff]))).toEqual({ ok: false, offset: valid.length });
      }),
    );
  });
});
