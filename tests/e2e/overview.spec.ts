import { zipOf } from '../unit/import/zip-archive';
import { expect, test } from './press-test';

interface Overview {
  data: { counts: Record<string, number> };
}

test('the overview shows numbers, charts, problems and imports', async ({ page, admin, scan }) => {
  const created = await admin.post('/content-manager/collection-types/plugin::press.post', {
    data: { frontMatter: 'title: "Unclosed\nslug: unclosed\n' },
  });
  expect(created.status()).toBe(201);
  const { data } = (await (await admin.get('/press/overview')).json()) as Overview;
  await page.goto('/admin/plugins/press');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const published = page.locator('dt', { hasText: 'Published' }).locator('xpath=following-sibling::dd');
  await expect(published).toHaveText(String(data.counts.published));
  await expect(page.getByRole('table', { name: 'Published posts by category' })).toBeAttached();
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();

  await page.getByRole('button', { name: /yaml\/syntax/ }).click();
  await expect(page.getByText(/A quote is opened here and never closed/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Untitled' }).first()).toBeVisible();
  await scan(page);

  await page.getByRole('link', { name: '文化', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Post' })).toBeVisible();
  await expect(page).toHaveURL(/filters/);
});

test('the overview names checks, and tells imports that stopped', async ({ page, admin }) => {
  type Files = Parameters<typeof zipOf>[0];
  const post: Files = [['_posts/2025-01-01-checked.md', '---\ntitle: Checked\n---\nText.\n']];
  const nothing: Files = [['readme.txt', 'No posts.']];
  for (const [name, files] of [
    ['overview-check.zip', post],
    ['overview-broken.zip', nothing],
  ] as const) {
    const sent = await admin.post(`/press/imports?name=${name}`, {
      headers: { 'Content-Type': 'application/zip' },
      data: await zipOf(files),
    });
    expect(sent.status()).toBe(201);
  }
  await page.goto('/admin/plugins/press');
  const imports = page.getByRole('region', { name: 'Last checks and imports' });
  const entry = (name: string) => imports.getByRole('listitem').filter({ hasText: name });
  await expect(entry('overview-check.zip')).toContainText('Check');
  await expect(entry('overview-check.zip')).toContainText('1 file');
  await expect(entry('overview-check.zip')).toContainText('Done');
  await expect(entry('overview-broken.zip')).toContainText('Failed');
});

test('the home page tells the essentials', async ({ page }) => {
  await page.goto('/admin/');
  const widget = page
    .locator('section, div')
    .filter({ has: page.getByText('Publishing', { exact: true }) })
    .last();
  await expect(widget).toBeVisible();
  await expect(page.getByText('With problems')).toBeVisible();
});
