import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './press-test';

const PAGE = '/admin/plugins/press/export';
const POSTS = '/content-manager/collection-types/plugin::press.post';

async function filesOf(download: Download): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function downloaded(page: Page, start: () => Promise<void>): Promise<Record<string, string>> {
  const download = page.waitForEvent('download');
  await start();
  return filesOf(await download);
}

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
  await scan(page);

  const files = await downloaded(page, () => newest.getByRole('button', { name: /Download/ }).click());
  const path = Object.keys(files).find((name) => name.includes('export-new')) ?? '';
  expect(files[path]).toContain(body);

  await newest.getByRole('button', { name: 'Show what differs from the import' }).click();
  const row = newest.getByRole('button', { name: new RegExp(path) });
  await row.click();
  await expect(newest.getByRole('region', { name: path })).toContainText(body.trim());
  await expect(newest.getByRole('link', { name: 'Export of a new post' })).toBeVisible();
  await scan(page);

  await newest.getByRole('button', { name: 'Delete this export' }).click();
  await expect(newest.getByRole('button', { name: 'Show what differs from the import' })).toBeHidden();
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
