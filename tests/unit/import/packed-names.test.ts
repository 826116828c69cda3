import { packNames } from '../../../server/src/import/packed-names';

it.each([0, 1, 1000, 1001, 2500])('gives %i names back in their order', (count) => {
  const names = Array.from({ length: count }, (_, index) => `2021-12-29-渡轮-${index}.md`);
  expect([...packNames(names)]).toEqual(names);
});

it('keeps names that are no text', () => {
  const names = Array.from({ length: 1500 }, (_, index) => `\ud83d-\ufffd\n\ufeff${index}`);
  expect([...packNames(names)]).toEqual(names);
});
