import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { zipOf } from '../unit/import/zip-archive';
import { expect, test, type Page } from './press-test';

const IMAGES = path.join(__dirname, '..', '..', 'docs', 'images');
const TYPES = '/content-manager/collection-types/plugin::press';
const CREATE = `/admin${TYPES}.post/create`;

const WIDTH = 1360;

test.use({ viewport: { width: WIDTH, height: 900 } });

/** A picture of what the page shows, without Strapi's own announcement. @param height of the window, for pages that scroll. */
async function shoot(page: Page, name: string, height = 900): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height });
  await page.evaluate(() => {
    let box = [...document.querySelectorAll<HTMLElement>('a, button')].find((element) =>
      element.textContent?.includes('Read blog post'),
    );
    while (box?.parentElement && box.parentElement.offsetHeight < 120) box = box.parentElement;
    box?.remove();
  });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(IMAGES, `admin-${name}.png`) });
}

interface Entry {
  documentId: string;
  locale: string;
}

/** Entries of a type of ours. */
async function found(admin: APIRequestContext, type: string, query: string): Promise<Entry[]> {
  const listed = await admin.get(`${TYPES}.${type}?${query}`);
  return ((await listed.json()) as { results: Entry[] }).results;
}

test('the overview', async ({ page }) => {
  await page.goto('/admin/plugins/press');
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await shoot(page, 'overview', 1750);
});

test('the form of a post', async ({ page, admin }) => {
  const [post] = await found(
    admin,
    'post',
    'sort=date:desc&pageSize=1&filters[$and][0][categories][term][$eq]=wenhua',
  );
  await page.goto(CREATE.replace('create', post.documentId));
  await expect(page.getByText('Links are generated when you save.')).toBeVisible();
  await expect(page.locator('.cm-line').first()).toBeVisible();
  await shoot(page, 'post', 1750);
});

test('front matter with a problem', async ({ page }) => {
  await page.goto(CREATE);
  await expect(page.getByText('Links are generated when you save.')).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'Front matter' });
  await editor.click();
  await page.keyboard.type(
    'title: "The "Lantern" sails again"\ndate: 2025-03-01 08:00:00\ntags: [harbour, boats]\nmood: calm # ours alone',
  );
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  await editor.scrollIntoViewIfNeeded();
  await shoot(page, 'front-matter');
});

test('the check of an import', async ({ page }) => {
  await page.goto('/admin/plugins/press/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files or a zip file' }).click();
  const buffer = await zipOf([
    [
      '_posts/2025-03-01-ferry.md',
      '---\ntitle: The ferry is late\ndate: 2025-03-01 08:00:00 +0800\ncategories: ferry\n---\nText.\n',
    ],
    [
      '_posts/2025-03-02-pier.md',
      '---\ntitle: "The "new" pier"\ndate: 2025-03-02 08:00:00 +0800\n---\nText.\n',
    ],
    ['_posts/2025-03-03-storm.md', '---\ntitle: ""\ndate: 2025-13-45\n---\nText.\n'],
  ]);
  await (await chooser).setFiles({ name: 'harbour.zip', mimeType: 'application/zip', buffer });
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
  await shoot(page, 'import', 1250);
});

test('an export and what differs from the import', async ({ page, admin }) => {
  const [post] = await found(admin, 'post', 'filters[categories][term][$eq]=wenhua&status=published');
  const edited = await admin.post(`${TYPES}.post/${post.documentId}/actions/publish?locale=${post.locale}`, {
    data: { author: 'Lan of the Harbour' },
  });
  expect(edited.status()).toBe(200);
  await page.goto('/admin/plugins/press/export');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const newest = page.getByRole('article').first();
  await newest.getByRole('button', { name: 'Show what differs from the import' }).click({ timeout: 60_000 });
  await newest
    .getByRole('button', { name: /^Changed/ })
    .first()
    .click();
  await expect(newest.getByText('+author: Lan of the Harbour')).toBeVisible();
  await shoot(page, 'export', 1500);
});

test('a category and what a rename will do', async ({ page, admin }) => {
  const [category] = await found(admin, 'category', 'filters[term][$eq]=Letters');
  await page.goto(`/admin${TYPES}.category/${category.documentId}`);
  await expect(page.getByText('No post changes.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Letters to the editor');
  await page.getByLabel('Term', { exact: true }).fill('Postbag');
  await expect(page.getByText(/URLs? of \d+ posts? changes?/)).toBeVisible();
  await shoot(page, 'category');
});

test('the home page', async ({ page }) => {
  await page.goto('/admin/');
  await expect(page.getByText('With problems')).toBeVisible();
  await page.getByText('With problems').scrollIntoViewIfNeeded();
  await shoot(page, 'home', 1250);
});

test('the settings', async ({ page }) => {
  await page.goto('/admin/settings/press');
  await page.getByRole('tab', { name: 'Back links', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Live example' })).toBeVisible();
  await shoot(page, 'settings', 1250);
});

test('the list of posts', async ({ page }) => {
  await page.goto('/admin/content-manager/collection-types/plugin::press.post');
  await expect(page.locator('th', { hasText: 'Problems' })).toBeVisible();
  await shoot(page, 'list');
});

test('the overview in Chinese and in the dark', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('strapi-admin-language', 'zh-Hans');
    localStorage.setItem('STRAPI_THEME', 'dark');
  });
  await page.goto('/admin/plugins/press');
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await shoot(page, 'overview-zh', 1200);
});
