import { followRenames, readPost, reconcileEdit } from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import { testSettings } from '../settings';

const settings = testSettings();
const context = { filePath: '_posts/2021-12-29-pier.md', settings };
const renamed = { categories: new Map([['town', 'village']]), tags: new Map([['sea', 'ocean']]) };
const TEXT = 'title: Pier\ncategories: [town, news]\ntags: sea\n';

/** A post whose relations have the present terms, and whose text has the former ones. */
function lagging(text = TEXT, filePath = context.filePath) {
  const { fields } = readPost({ yaml: text, filePath }, settings);
  const present: PostFields = { ...fields, categories: ['village', 'news'], tags: ['ocean'] };
  return { base: text, text, fields: present, renamed };
}

function textAfter(...edit: Parameters<typeof reconcileEdit>): string | null {
  const edited = reconcileEdit(...edit);
  if (!edited.ok) throw new Error(edited.refusals.map(({ message }) => message).join());
  return edited.text;
}

describe('the text of a post whose terms are being renamed', () => {
  it('gets the present ones with an edit of a field', () => {
    const edit = { fields: { title: 'The pier', categories: ['village', 'news'] } };
    expect(textAfter(lagging(), edit, context)).toBe(
      'title: The pier\ncategories: [village, news]\ntags: ocean\n',
    );
  });

  it('gets them with an edit of the text, whatever else the edit says of its terms', () => {
    const edited = 'title: Pier\ncategories: [news, town, sport]\ntags: sea\n# note\n';
    expect(textAfter(lagging(), { text: edited, fields: {} }, context)).toBe(
      'title: Pier\ncategories: [news, village, sport]\ntags: ocean\n# note\n',
    );
  });

  it('leaves out the former one where the present one stands beside it', () => {
    const edited = 'title: Pier\ncategories: [town, village, news]\ntags: sea\n';
    expect(textAfter(lagging(), { text: edited, fields: {} }, context)).toContain(
      'categories: [village, news]\n',
    );
  });

  it('loses a term that an editor takes away', () => {
    const edit = { fields: { categories: ['news'] } };
    expect(textAfter(lagging(), edit, context)).toContain('categories: [news]\n');
  });

  it('keeps the former one where it cannot say the present: the folder names it', () => {
    const filePath = 'town/_posts/2021-12-29-pier.md';
    const text = 'title: Pier\n';
    const post = { ...lagging(text, filePath), renamed };
    const edited = reconcileEdit(post, { fields: { title: 'The pier' } }, { ...context, filePath });
    expect(edited).toMatchObject({ ok: true, text: 'title: The pier\n' });
    expect(followRenames({ base: text, text }, renamed, { ...context, filePath })).toEqual({
      base: text,
      text,
    });
  });

  it('follows in a copy too, and one that does not read is left', () => {
    expect(followRenames({ base: TEXT, text: TEXT }, renamed, context)).toEqual({
      base: TEXT,
      text: 'title: Pier\ncategories: [village, news]\ntags: ocean\n',
    });
    const broken = 'categories: [town\n';
    expect(followRenames({ base: broken, text: broken }, renamed, context).text).toBe(broken);
  });
});
