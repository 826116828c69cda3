import { expect, test } from './press-test';

test('the pages of the plugin are reached from the menu and from each other', async ({ page, scan }) => {
  await page.goto('/admin/');
  await page.getByRole('link', { name: 'Press', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  for (const name of ['Import', 'Export']) {
    await page.getByRole('navigation', { name: 'Pages of Press' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await scan(page);
  }
});
