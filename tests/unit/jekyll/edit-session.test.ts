import {
  beginEdit,
  changeFields,
  editedFields,
  followingFields,
  typeText,
  type EditSession,
} from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import { testSettings } from '../settings';

const context = { filePath: null, settings: testSettings({ site: { timezone: 'Asia/Shanghai' } }) };

function changed(session: EditSession, fields: Partial<PostFields>): EditSession {
  const step = changeFields(session, fields, context);
  if (!step.ok) throw new Error(step.refusals.map(({ message }) => message).join());
  return step.session;
}

const TEXT = 'title:  Tide   # kept\ntags: [a, b]\nmood: calm\n';

describe('an edit of a post', () => {
  it('writes the first field of a new post as a new front matter', () => {
    const session = changed(beginEdit({ base: null, text: null }, context), { title: 'Low tide' });
    expect(session.text).toBe('title: Low tide\n');
    expect(changed(session, { slug: 'ebb' }).text).toBe('title: Low tide\nslug: ebb\n');
  });

  it('changes only the value of a field in the text', () => {
    const session = beginEdit({ base: TEXT, text: TEXT }, context);
    expect(changed(session, { title: 'Flood' }).text).toBe(
      'title:  Flood   # kept\ntags: [a, b]\nmood: calm\n',
    );
  });

  it('gives the original bytes when a field is taken back', () => {
    const session = beginEdit({ base: TEXT, text: TEXT }, context);
    const edited = changed(changed(session, { tags: [] }), { tags: ['a', 'b'] });
    expect(edited).toMatchObject({ base: TEXT, text: TEXT });
  });

  it('tells which fields follow a typed text', () => {
    const session = beginEdit({ base: TEXT, text: TEXT }, context);
    const typed = typeText(session, `${TEXT}author: Mei\n`, context);
    expect(followingFields(session, typed)).toEqual({ author: 'Mei' });
    expect(typed.base).toBe(`${TEXT}author: Mei\n`);
    expect(typeText(typed, TEXT, context).base).toBe(TEXT);
  });

  it('leaves fields alone while the text does not read', () => {
    const session = beginEdit({ base: TEXT, text: TEXT }, context);
    expect(followingFields(session, typeText(session, 'title: "a', context))).toEqual({});
  });

  it('says why a field cannot be written into a text that does not read', () => {
    const session = typeText(beginEdit({ base: TEXT, text: TEXT }, context), 'title: "a', context);
    const step = changeFields(session, { author: 'Mei' }, context);
    expect(step).toMatchObject({ ok: false, refusals: [{ path: 'author' }] });
  });

  it('finds the fields of a form that say something else than the text', () => {
    const session = beginEdit({ base: TEXT, text: TEXT }, context);
    expect(editedFields(session, { title: 'Tide', author: 'Mei', layout: null })).toEqual({ author: 'Mei' });
  });
});
