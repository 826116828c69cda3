import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { packNames } from '../../../server/src/import/packed-names';

it.each([0, 1, 1000, 1001, 2500])('gives %i names back in their order', (count) => {
  const names = Array.from({ length: count }, (_, index) => `2021-12-29-渡轮-${index}.md`);
  expect([...packNames(names)]).toEqual(names);
});

it('keeps names that are no text', () => {
  const names = Array.from({ length: 1500 }, (_, index) => `\ud83d-\ufffd\n\ufeff${index}`);
  expect([...packNames(names)]).toEqual(names);
});

it('holds the names of a large folder in little', () => {
  const names = () => Array.from({ length: 200_000 }, (_, index) => `2021-12-29-post-number-${index}.md`);
  const before = heldBytes();
  const packed = packNames(names());
  expect(heldBytes() - before).toBeLessThan(4 * 200_000);
  expect([...packed]).toHaveLength(200_000);
});

function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
