import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../../server/src/listing/listing-cursor';
import { UNDATED } from '../../../server/src/listing/listing-tables';

describe('a cursor', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: UNDATED, max: 8.64e15 }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        (date, post) => {
          expect(decodeCursor(encodeCursor({ date, post }))).toEqual({ date, post });
        },
      ),
    );
  });

  it.each([
    '',
    'abc',
    encodeCursor({ date: 1, post: 2 }).slice(1),
    '1:2',
    Buffer.from('1:x').toString('base64url'),
  ])('is refused where it is none of ours: %j', (text) => {
    expect(decodeCursor(text)).toBeNull();
  });
});
