import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './press-test';

const PAGE = '/admin/plugins/press/export';
const POSTS = '/content-manager/collection-types/plugin::press.post';

interface ImportedPost {
  documentId: string;
  locale: string;
  author: string | null;
}

async function filesOf(download: Download): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function downloaded(page: Page, start: () => Promise<void>): Promise<Record<string, string>> {
  const download = page.waitForEvent('download');
  await start();
  return filesOf(await download);
}

/** The page shows the newest export first, which is the old one until a new one is listed. */
test.beforeEach(async ({ admin }) => {
  const { data } = (await (await admin.get('/press/exports?pageSize=100')).json()) as {
    data: { id: number }[];
  };
  for (const { id } of data) expect((await admin.delete(`/press/exports/${id}`)).ok()).toBe(true);
});

test('the site comes out as a zip file, with what differs from the import', async ({ page, admin, scan }) => {
  const body = 'Written in the admin.\n';
  const created = await admin.post(POSTS, {
    data: { frontMatter: 'title: Export of a new post\nslug: export-new\n', body },
  });
  expect(created.status()).toBe(201);
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1, name: 'Export' })).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const newest = page.getByRole('article').first();
  await expect(newest.getByRole('button', { name: /Download/ })).toBeVisible({ timeout: 60_000 });
  // Strapi's own button pales under the pointer.
  await page.mouse.move(0, 0);
  await scan(page);

  const files = await downloaded(page, () => newest.getByRole('button', { name: /Download/ }).click());
  const path = Object.keys(files).find((name) => name.includes('export-new')) ?? '';
  expect(files[path]).toContain(body);

  await newest.getByRole('button', { name: 'Show what differs from the import' }).click();
  const row = newest.getByRole('button', { name: new RegExp(path) });
  await row.click();
  await expect(newest.getByRole('region', { name: path, exact: true })).toContainText(body.trim());
  await expect(newest.getByRole('link', { name: 'Export of a new post' })).toBeVisible();
  await page.mouse.move(0, 0);
  await scan(page);

  await newest.getByRole('button', { name: 'Delete this export' }).click();
  await expect(newest.getByRole('button', { name: 'Show what differs from the import' })).toBeHidden();
});

test('an imported file that was edited is shown with the lines that change', async ({ page, admin }) => {
  const listed = await admin.get(
    `${POSTS}?filters[filePath][$startsWith]=_posts&status=published&pageSize=1`,
  );
  const [post] = ((await listed.json()) as { results: ImportedPost[] }).results;
  const publish = `${POSTS}/${post.documentId}/actions/publish?locale=${post.locale}`;
  expect((await admin.post(publish, { data: { author: 'Lan of the Harbour' } })).status()).toBe(200);
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const newest = page.getByRole('article').first();
  const show = newest.getByRole('button', { name: 'Show what differs from the import' });
  await show.click({ timeout: 60_000 });
  await newest.getByRole('button', { name: /^Changed/ }).click();
  await expect(newest.getByText('+author: Lan of the Harbour')).toBeVisible();
  // As it was, for whoever comes next.
  expect((await admin.post(publish, { data: { author: post.author } })).status()).toBe(200);
});

test('the page speaks Chinese', async ({ page, scan }) => {
  await page.addInitScript(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1, name: '导出' })).toBeVisible();
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeVisible();
  await expect(page.getByText(/press\.export|export\./)).toHaveCount(0);
  await scan(page);
});

test('posts that are chosen in the list are saved as files', async ({ page, admin }) => {
  const title = 'Export of a chosen post';
  const created = await admin.post(POSTS, {
    data: { frontMatter: `title: ${title}\nslug: export-chosen\n`, body: 'Chosen.\n' },
  });
  expect(created.status()).toBe(201);
  await page.goto(`/admin${POSTS}?_q=${encodeURIComponent(title)}`);
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByRole('checkbox')
    .click();
  await page.getByRole('button', { name: 'Export as Jekyll files' }).click();
  const dialog = page.getByRole('dialog');
  const files = await downloaded(page, () => dialog.getByRole('button', { name: 'Download' }).click());
  expect(Object.values(files)).toEqual([expect.stringContaining('Chosen.\n')]);
  await expect(dialog).toBeHidden();
});
