import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './press-test';

const CATEGORIES = '/content-manager/collection-types/plugin::press.category';
const POSTS = '/content-manager/collection-types/plugin::press.post';

async function category(admin: APIRequestContext, name: string): Promise<string> {
  const created = await admin.post(CATEGORIES, { data: { name } });
  expect(created.status()).toBe(201);
  return ((await created.json()) as { data: { documentId: string } }).data.documentId;
}

async function publish(admin: APIRequestContext, title: string, term: string): Promise<void> {
  const frontMatter = `title: ${title}\ndate: 2022-03-04 08:00:00 +0000\ncategories: [${term}]\n`;
  const created = await admin.post(`${POSTS}/actions/publish`, { data: { frontMatter, body: 'Text.' } });
  expect(created.status()).toBe(200);
}

test('a category tells how many posts it has and what saving or deleting would do', async ({
  page,
  admin,
  scan,
}) => {
  const documentId = await category(admin, 'ferries');
  await publish(admin, 'First ferry', 'ferries');
  await publish(admin, 'Second ferry', 'ferries');
  await page.goto(`/admin${CATEGORIES}/${documentId}`);
  await expect(page.getByText('2 posts published, no draft')).toBeVisible();
  await expect(page.getByText('No post changes.')).toBeVisible();
  await expect(page.getByText(/It cannot be deleted while 2 posts have it/)).toBeVisible();

  await page.getByLabel('Name', { exact: true }).fill('Ferries and boats');
  await expect(page.getByText('2 posts are generated anew.')).toBeVisible();
  await page.getByLabel('Term', { exact: true }).fill('wenhua');
  await expect(page.getByText('This cannot be saved')).toBeVisible();
  await expect(page.getByText(/The term "wenhua" is taken by/)).toBeVisible();
  await scan(page);

  await page.getByLabel('Term', { exact: true }).fill('ferries');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved document')).toBeVisible();
  await expect(page.getByText('No post changes.')).toBeVisible();
  await page.getByRole('link', { name: 'Show the posts' }).click();
  await expect(page.getByRole('gridcell', { name: 'First ferry' })).toBeVisible();
});

test('a category is merged into another one, and its posts follow', async ({ page, admin, scan }) => {
  const from = await category(admin, 'rowing');
  await category(admin, 'sailing');
  await publish(admin, 'A boat', 'rowing');
  await page.goto(`/admin${CATEGORIES}/${from}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge the category rowing' });
  const combobox = dialog.getByRole('combobox', { name: 'Merge into' });
  await combobox.click();
  await combobox.pressSequentially('sail');
  await page.getByRole('option', { name: 'sailing' }).click();
  await expect(dialog.getByText('1 post changes.')).toBeVisible();
  await scan(page);
  await dialog.getByRole('button', { name: 'Merge into another' }).click();
  await expect(page.getByText('rowing was merged into sailing')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('sailing');
  await expect(page.getByText('1 post published, no draft')).toBeVisible();
  expect((await admin.get(`${CATEGORIES}/${from}`)).status()).toBe(404);
});
