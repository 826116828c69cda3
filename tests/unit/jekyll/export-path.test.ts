import { exportPath, type ExportedPlace } from '../../../core/jekyll';
import { post } from '../links/link-fixtures';
import { testSettings } from '../settings';

const SETTINGS = testSettings({ site: { timezone: 'Asia/Shanghai' } });
const FILE = 'news/_posts/2021-12-29-rain-at-last.md';

function pathOf(changes: Partial<ExportedPlace> = {}, settings = SETTINGS): string {
  const fields = changes.fields ?? post();
  return exportPath(
    { fields, filePath: FILE, importedSlug: 'rain-at-last', published: true, ...changes },
    settings,
  );
}

describe('exportPath', () => {
  it('is where the file came from', () => {
    expect(pathOf()).toBe(FILE);
    expect(pathOf({ published: false })).toBe(FILE);
    expect(pathOf({ importedSlug: 'own', fields: post({ slug: 'own' }) })).toBe(FILE);
  });

  it('has the new slug in the name where it was changed, and the name’s own date', () => {
    expect(pathOf({ fields: post({ slug: 'sun' }) })).toBe('news/_posts/2021-12-29-sun.md');
    const filePath = '_posts/21-1-2-rain-at-last.html';
    expect(pathOf({ filePath, fields: post({ slug: 'sun' }) })).toBe('_posts/21-1-2-sun.html');
    expect(
      pathOf({ filePath: '_drafts/rain-at-last.md', fields: post({ slug: 'sun' }), published: false }),
    ).toBe('_drafts/sun.md');
  });

  it('stays where a move would change the URL', () => {
    const settings = testSettings({ permalink: '/:categories/:name' });
    expect(pathOf({ fields: post({ slug: 'sun' }) }, settings)).toBe(FILE);
  });

  it('is in _posts once a draft is published', () => {
    expect(pathOf({ filePath: 'news/_drafts/deep/rain-at-last.txt' })).toBe(
      'news/_posts/deep/2021-12-29-rain-at-last.txt',
    );
    expect(pathOf({ filePath: '_drafts/rain-at-last.md', published: false })).toBe('_drafts/rain-at-last.md');
  });

  it('of a new post has the day in the site’s zone', () => {
    const fields = post({ date: '2021-12-29T23:00:00.000Z' });
    expect(pathOf({ filePath: null, fields })).toBe('_posts/2021-12-30-rain-at-last.md');
    expect(pathOf({ filePath: null, fields, published: false })).toBe('_drafts/rain-at-last.md');
  });

  it.each([
    ['a/b', 'a-b'],
    ['../../etc', 'etc'],
    ['_hidden', 'hidden'],
    ['.dot~', 'dot'],
    ['', 'post'],
    ['天'.repeat(100), '天'.repeat(66)],
    ['a\u0000b\tc', 'a-b-c'],
    ['C:\\x', 'C-x'],
  ])('of a new post with the slug %j has a name that any system takes', (slug, name) => {
    expect(pathOf({ filePath: null, fields: post({ slug }) })).toBe(`_posts/2021-12-29-${name}.md`);
  });
});
