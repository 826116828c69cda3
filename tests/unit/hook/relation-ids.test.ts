import { finalRelationIds } from '../../../server/src/hook/relation-ids';

describe('finalRelationIds', () => {
  it.each([
    ['undefined', undefined],
    ["the admin's untouched field", { connect: [], disconnect: [] }],
    ['an empty change', { connect: undefined, disconnect: undefined }],
  ])('leaves the relation alone for %s', (_name, input) => {
    expect(finalRelationIds([1, 2], input)).toBeUndefined();
  });

  it.each<[string, unknown, number[]]>([
    ['null', null, []],
    ['one id', 3, [3]],
    ['one id as an object', { id: 3 }, [3]],
    ['a list of ids', [3, 1], [3, 1]],
    ['a list with a repeated id', [3, 1, 3], [3, 1]],
    ['a list of objects', [{ id: 3 }, { id: 1 }], [3, 1]],
    ['set', { set: [{ id: 3 }] }, [3]],
    ['an empty set', { set: [] }, []],
    ['set and connect', { set: [{ id: 3 }], connect: [{ id: 4 }] }, [3, 4]],
    ['connect at the end', { connect: [{ id: 3 }] }, [1, 2, 3]],
    ['connect at the start', { connect: [{ id: 3, position: { start: true } }] }, [3, 1, 2]],
    ['connect before an id', { connect: [{ id: 3, position: { before: 2 } }] }, [1, 3, 2]],
    ['connect after an id', { connect: [{ id: 3, position: { after: 1 } }] }, [1, 3, 2]],
    ['a connected id that is there moves', { connect: [{ id: 1, position: { end: true } }] }, [2, 1]],
    [
      'several connects, each placed by the one before',
      {
        connect: [
          { id: 3, position: { before: 1 } },
          { id: 4, position: { after: 3 } },
        ],
      },
      [3, 4, 1, 2],
    ],
    ['disconnect', { disconnect: [{ id: 1 }] }, [2]],
    ['disconnect and connect', { disconnect: [{ id: 1 }], connect: [{ id: 3 }] }, [2, 3]],
    ['ids as text', { connect: ['3'] }, [1, 2, 3]],
  ])('gives the final order for %s', (_name, input, expected) => {
    expect(finalRelationIds([1, 2], input)).toEqual(expected);
  });
});
