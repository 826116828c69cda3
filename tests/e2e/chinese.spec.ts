import type { Locator } from '@playwright/test';
import { isOurEnglish } from './english';
import { expect, test } from './press-test';
import { sayIn } from './say';
import { WALKS } from './walks';

/** Every text in a part of the page: what is shown, what only those hear who cannot see it, hints and placeholders. */
async function textsIn(part: Locator): Promise<string[]> {
  const texts = await part.evaluateAll((roots) =>
    roots.flatMap((root) => {
      const found: (string | null)[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        if (node instanceof Text) {
          // What editors wrote, and drawings.
          if (!node.parentElement?.closest('.cm-content, style')) found.push(node.data);
        } else if (node instanceof Element)
          for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
            found.push(node.getAttribute(name));
      }
      return found.flatMap((text) => (text?.trim() ? [text.trim()] : []));
    }),
  );
  return [...new Set(texts)];
}

test('an English text of the plugin is recognized, with any values', () => {
  for (const text of [
    'What the import will do',
    '2 posts published, no draft',
    'Networks, in order: Back to default',
    'Export as Jekyll files',
    'Jekyll does not split at commas: “a, b” keeps its comma. Write a list: [a, b].',
    'Add the time zone +0800',
    'Markdown or HTML',
    'All, drafts too · 3 categories',
  ])
    expect([text, isOurEnglish(text)]).toEqual([text, true]);
  for (const text of ['已发布 2 篇，没有草稿', 'wenhua', 'WeChat', 'title/empty', 'The ferry is late'])
    expect([text, isOurEnglish(text)]).toEqual([text, false]);
});

for (const [name, walk] of Object.entries(WALKS)) {
  test(`${name} speaks Chinese`, async ({ page, admin }) => {
    await page.addInitScript(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await walk({ page, admin, say: sayIn('zh-Hans') }, async (state, ...parts) => {
      for (const part of parts) {
        const texts = await textsIn(part);
        expect(
          texts.some((text) => /\p{Script=Han}/u.test(text)),
          `${state} has Chinese texts`,
        ).toBe(true);
        expect(texts.filter(isOurEnglish), `English in: ${state}`).toEqual([]);
      }
    });
  });
}
