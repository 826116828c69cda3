import { siteUrlWarning } from '../../../server/src/settings/site-url-warning';
import { testSettings } from '../settings';

describe('siteUrlWarning', () => {
  it('warns where neither the site nor its posts have a URL to share', () => {
    expect(siteUrlWarning(testSettings())).toContain('Set site.url');
  });

  it('says nothing where the site has a URL, or share.url gives one', () => {
    expect(siteUrlWarning(testSettings({ site: { url: 'https://a.example' } }))).toBeNull();
    expect(siteUrlWarning(testSettings({ share: { url: 'https://s.example/{slug}' } }))).toBeNull();
  });

  it('says nothing where the rule is off', () => {
    const rules = { 'site-url/missing': 'off' } as const;
    expect(siteUrlWarning(testSettings({ frontMatter: { rules } }))).toBeNull();
  });
});
