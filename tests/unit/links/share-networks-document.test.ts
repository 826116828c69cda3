import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEAD_NETWORKS, SHARE_NETWORKS, type ShareNetwork } from '../../../core/links';

const DOCUMENT = readFileSync(path.resolve(__dirname, '../../../docs/share-networks.md'), 'utf8');

/** The cells of the document's table rows that begin with a code span, by that id. */
const ROWS = new Map(
  DOCUMENT.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, id = '', ...cells]): [string, string[]] => [id.replaceAll('`', ''), cells]),
);

describe('docs/share-networks.md', () => {
  it('lists every network in order, then every refused one, and no other', () => {
    expect([...ROWS.keys()]).toEqual([...SHARE_NETWORKS.map(({ id }) => id), ...Object.keys(DEAD_NETWORKS)]);
  });

  it.each<ShareNetwork>([...SHARE_NETWORKS])('says of $id what the table of networks says', (network) => {
    const [name, chinese, endpoint, takes = ''] = ROWS.get(network.id) ?? [];
    expect([name, chinese, endpoint]).toEqual([
      network.label.en,
      network.label['zh-Hans'],
      `\`${network.endpoint}\``,
    ]);
    const parameters = [...Object.keys(network.parameters), ...Object.keys(network.fixed ?? {})];
    const documented = [...takes.matchAll(/`([A-Za-z]+)`/g)].map((match) => match[1]);
    expect(documented.sort()).toEqual(parameters.sort());
  });

  it.each(Object.entries(DEAD_NETWORKS))('says why %s is refused', (id, reason) => {
    expect(ROWS.get(id)?.[0]?.replaceAll('`', '')).toBe(reason);
  });
});
