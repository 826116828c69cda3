import { expandLabel, expandText, labelNames, labelText } from '../../../core/links';

describe('labelText', () => {
  const label = { fr: 'Retour', en: 'Back', 'zh-Hans': '返回', 'zh-Hant': '返回（繁）' };

  it.each([
    ['zh-Hans', '返回'],
    ['zh-hans', '返回'],
    ['zh-CN', '返回'],
    ['zh_CN', '返回'],
    ['zh', '返回'],
    ['zh-TW', '返回（繁）'],
    ['fr-CA', 'Retour'],
    ['en-GB', 'Back'],
    ['ko', 'Back'],
    ['not a tag', 'Back'],
    [null, 'Back'],
  ])('for %s is %s', (language, expected) => {
    expect(labelText(label, language)).toBe(expected);
  });

  it('takes another script of the language before another language', () => {
    expect(labelText({ en: 'Back', 'zh-Hant': '繁' }, 'zh-CN')).toBe('繁');
    expect(labelText({ en: 'Back', zh: '中' }, 'zh-Hans')).toBe('中');
  });

  it('takes a regional English, then the first, where there is no plain English', () => {
    expect(labelText({ de: 'Zurück', 'en-US': 'Back' }, 'ko')).toBe('Back');
    expect(labelText({ de: 'Zurück', fr: 'Retour' }, 'ko')).toBe('Zurück');
    expect(labelText({}, 'ko')).toBe('');
  });

  it('is the same for every language where there is one text', () => {
    expect(labelText('Back', 'zh')).toBe('Back');
  });
});

describe('expandLabel', () => {
  it('puts names in unescaped', () => {
    expect(expandLabel({ en: 'Back to {name}' }, { name: '[甲] & <b>' }, 'en')).toBe('Back to [甲] & <b>');
  });

  it('does not look for names in what it put in', () => {
    expect(expandText('{name}{slug}', { name: '{slug}', slug: '$&' })).toBe('{slug}$&');
  });

  it('leaves braces around anything else', () => {
    expect(expandText('{:.back} {{ x }} {other} {constructor}', {})).toBe(
      '{:.back} {{ x }} {other} {constructor}',
    );
  });
});

describe('labelNames', () => {
  it('lists the names of all languages', () => {
    expect(labelNames({ en: 'Back to {name}', 'zh-Hans': '返回{category.name}{name}' })).toEqual([
      'name',
      'category.name',
    ]);
  });
});
