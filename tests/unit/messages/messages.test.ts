import { inLanguage, message, problemMessage, say, saying, type MessageId } from '../../../core/messages';
import { MESSAGE_TEXTS } from '../../../core/messages/texts';
import { DEFAULT_SEVERITIES } from '../../../core/diagnostics';

const IDS = Object.keys(MESSAGE_TEXTS) as MessageId[];

/** Ids of messages that are only values, with no words between them. */
const BARE = ['file/of', 'import/broken-config', 'other', 'setting/at', 'term/named'];

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}

describe('texts of messages', () => {
  it.each(IDS)('%s names the same in both languages', (id) => {
    const { en, 'zh-Hans': zhHans } = MESSAGE_TEXTS[id];
    expect(namesIn(zhHans)).toEqual(namesIn(en));
  });

  it('are Chinese in Chinese', () => {
    const latin = IDS.filter((id) => !/[㐀-鿿]/.test(MESSAGE_TEXTS[id]['zh-Hans']));
    expect(latin.sort()).toEqual(BARE);
  });

  it('have ids that no rule has', () => {
    expect(IDS.filter((id) => id in DEFAULT_SEVERITIES)).toEqual([]);
  });
});

describe('a message', () => {
  const owner = message('post/named', { title: 'Ferry', document: 'd1' });
  const taken = message('post/url-taken', { url: '/a.html', owner });

  it('says what it names, messages among it, in the language asked for', () => {
    expect(say(taken, 'en')).toBe(
      'The URL /a.html is taken by the post "Ferry" (document d1). Change the slug, the date or the permalink, or unpublish the other post.',
    );
    expect(say(taken, 'zh-Hans')).toContain('网址 /a.html 已被文章“Ferry”（文档 d1）占用。');
  });

  it('says several problems one after the other, those of rules among them', () => {
    const empty = problemMessage({ ruleId: 'title/empty', params: {} });
    const said = message('post/problems', { count: 2, problems: [empty, message('post/gone')] });
    expect(say(said, 'en')).toBe(
      '2 problems: The title is empty. Write one after “title:”. There is no such post any more.',
    );
    expect(say(said, 'zh-Hans')).toBe(
      '共有 2 个问题：标题为空。请在“title:”后填写标题。这篇文章已经不在了。',
    );
  });

  it('leaves braces in its values alone', () => {
    const said = message('file/of', { name: '{reason}', reason: '{name}' });
    expect(say(said, 'en')).toBe('{reason}: {name}');
  });
});

describe('an answer in a language', () => {
  const kept = { documentId: 'd1', ...saying('message', message('post/gone')) };

  it('has its texts in it, at any depth, and all else as it was', () => {
    const date = new Date(0);
    const answer = { data: { kept: [kept], date, none: null }, error: { message: 'Strapi' } };
    const { data, error } = inLanguage(answer, 'zh-Hans');
    expect(data.kept[0]).toEqual({ ...kept, message: '这篇文章已经不在了。' });
    expect(data.date).toBe(date);
    expect(data.none).toBeNull();
    expect(error.message).toBe('Strapi');
  });

  it('has the English text of a message that it does not know', () => {
    const unknown = { reason: 'It rained.', said: { reason: { id: 'weather/rain', params: {} } } };
    expect(inLanguage(unknown, 'zh-Hans')).toEqual(unknown);
  });
});
