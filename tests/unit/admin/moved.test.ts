import { moved } from '../../../admin/src/pages/settings/fields/moved';

it('moves an item up, down, and to both ends, and keeps all others in order', () => {
  const items = ['a', 'b', 'c', 'd'];
  expect(moved(items, 1, 0)).toEqual(['b', 'a', 'c', 'd']);
  expect(moved(items, 1, 2)).toEqual(['a', 'c', 'b', 'd']);
  expect(moved(items, 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  expect(moved(items, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
});
