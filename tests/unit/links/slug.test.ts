import fc from 'fast-check';
import { slugCandidates, slugFromText, termSlug, uniqueSlug } from '../../../core/links';

const PINYIN = { transliterate: 'pinyin' } as const;

describe('slugFromText', () => {
  it.each([
    ['坚守初心 仲裁为民', 'jian-shou-chu-xin-zhong-cai-wei-min'],
    ['苹果VR和自动驾驶2.0', 'ping-guo-vr-he-zi-dong-jia-shi-2-0'],
    ['女排', 'nv-pai'],
    ['重庆银行', 'chong-qing-yin-hang'],
    ["Don't Panic! — the Guide", 'dont-panic-the-guide'],
    ['Crème brûlée, Straße & Øl', 'creme-brulee-strasse-ol'],
    ['İstanbul', 'istanbul'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full-width'],
    ['Новости дня', 'новости-дня'],
    ['ニュース速報', 'ニュース速報'],
    ['नियम', 'नियम'],
    ['한국어 뉴스', '한국어-뉴스'],
    ['🎉🎊', ''],
    ['  ', ''],
    ['--a--b--', 'a-b'],
    [`${'…'.repeat(5000)}end`, 'end'],
  ])('of %j is %j', (text, slug) => {
    expect(slugFromText(text, PINYIN)).toBe(slug);
  });

  it('keeps Chinese where pinyin is switched off', () => {
    expect(slugFromText('仲裁 为民', { transliterate: 'none' })).toBe('仲裁-为民');
  });

  it('has at most 100 characters and ends with a whole syllable', () => {
    const slug = slugFromText('仲裁为民'.repeat(1250), PINYIN);
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(slug).toMatch(/^(?:zhong-cai-wei-min-)+(?:zhong|zhong-cai|zhong-cai-wei|zhong-cai-wei-min)$/);
    expect(slugFromText('a'.repeat(5000), PINYIN)).toBe('a'.repeat(100));
  });

  it('is a slug whose slug is itself, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = slugFromText(text, PINYIN);
        expect(slug).toMatch(/^(?:[\p{L}\p{M}\p{Nd}]+(?:-[\p{L}\p{M}\p{Nd}]+)*)?$/u);
        expect(slugFromText(slug, PINYIN)).toBe(slug);
      }),
    );
  });
});

describe('termSlug', () => {
  it.each([
    ['linyiribao', 'linyiribao'],
    ['AIcaijingshe', 'AIcaijingshe'],
    ['36ke', '36ke'],
    ['v1.0_a~b', 'v1.0_a~b'],
    ['Ruby on Rails', 'ruby-on-rails'],
    ['guoji(xianggang)', 'guoji-xianggang'],
    ['临沂日报', 'lin-yi-ri-bao'],
    ['..', '2e-2e'],
    ['C++', 'c'],
    ['🎉', '1f389'],
  ])('of %s is %s', (term, slug) => {
    expect(termSlug(term)).toBe(slug);
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (term) => expect(termSlug(term)).not.toBe('')),
    );
  });
});

describe('uniqueSlug', () => {
  it('takes the first number that is free', () => {
    const taken = new Set(['news', 'news-2', '']);
    expect(uniqueSlug('sport', (slug) => taken.has(slug))).toBe('sport');
    expect(uniqueSlug('news', (slug) => taken.has(slug))).toBe('news-3');
    expect(uniqueSlug('', (slug) => taken.has(slug))).toBe('2');
  });
});

describe('slugCandidates', () => {
  it('are the wanted slug and then its numbered forms, without end', () => {
    const candidates = slugCandidates('news');
    expect([1, 2, 3].map(() => candidates.next().value)).toEqual(['news', 'news-2', 'news-3']);
  });
});
