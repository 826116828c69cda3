import { exportFooter, type ExportedFooter, type FooterSettings } from '../../../core/links';
import type { FooterForm } from '../../../core/settings';
import { category, linkSettings } from './link-fixtures';

const WRITE: FooterForm = { template: '\n\n<{share}>\n\n{backLinks}' };
const OLD: FooterForm = { ...WRITE, separator: '\n', category: { label: '{name}', url: './{+term}/' } };
const SHARE_ONLY: FooterForm = { template: '\n\n<{share}>' };

const settings = (onExport: 'keep' | 'current' = 'keep'): FooterSettings =>
  linkSettings({ footer: { write: WRITE, read: [OLD, SHARE_ONLY], onExport } });

const NOW =
  '\n\n<https://s.example/1>\n\n[Back to The news](/category/news.html) | [Back to the home page](/)';
const OLD_TEXT = '\n\n<https://s.example/1>\n\n[The news](./news/)\n[Back to the home page](/)';

function footerOf(found: string | null, changes: Partial<ExportedFooter> = {}, how = settings()) {
  return exportFooter(
    {
      found: found === null ? null : { form: 0, text: found, shareUrl: null },
      isNew: false,
      linksAsImported: false,
      shareUrl: 'https://s.example/1',
      categories: [category('news')],
      locale: 'en',
      ...changes,
    },
    how,
  );
}

describe('exportFooter', () => {
  it('keeps the bytes while the links are those of the import, whatever form they have', () => {
    for (const text of [NOW, OLD_TEXT, `${NOW}\r\n\r\n`, '\n\n<>']) {
      expect(footerOf(text, { linksAsImported: true })).toEqual({ text, renewed: false });
    }
  });

  it('keeps what says the present links', () => {
    for (const text of [NOW, `${NOW}\n\n`, NOW.replace(/\n/g, '\r\n'), '\n\n<https://s.example/1>']) {
      expect(footerOf(text)).toEqual({ text, renewed: false });
    }
  });

  it('writes the present form where the links changed, with the file’s own line ends and end', () => {
    expect(footerOf(OLD_TEXT)).toEqual({ text: NOW, renewed: true });
    expect(footerOf('\n\n<>\n')).toEqual({ text: `${NOW}\n`, renewed: true });
    const crlf = `${OLD_TEXT}\n\n`.replace(/\n/g, '\r\n');
    expect(footerOf(crlf).text).toBe(`${NOW}\n\n`.replace(/\n/g, '\r\n'));
    expect(footerOf('<>').text).toBe(NOW.trimStart());
  });

  it('renews all under current, save those that say the same', () => {
    const current = settings('current');
    expect(footerOf(OLD_TEXT, { linksAsImported: true }, current)).toEqual({ text: NOW, renewed: true });
    expect(footerOf(NOW, { linksAsImported: true }, current)).toEqual({ text: NOW, renewed: false });
  });

  it('gives a new post one, and a file that had none nothing', () => {
    expect(footerOf(null, { isNew: true })).toEqual({ text: `${NOW}\n`, renewed: false });
    expect(footerOf(null)).toEqual({ text: '', renewed: false });
  });

  it('is as it was found where the site has no footers any more', () => {
    expect(footerOf(OLD_TEXT, {}, linkSettings())).toEqual({ text: OLD_TEXT, renewed: false });
    expect(footerOf(null, { isNew: true }, linkSettings())).toEqual({ text: '', renewed: false });
  });
});
