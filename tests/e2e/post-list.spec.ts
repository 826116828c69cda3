import { expect, test } from './press-test';

const POSTS = '/content-manager/collection-types/plugin::press.post';

test('the list shows only posts with problems, and the overview leads there', async ({
  page,
  admin,
  scan,
}) => {
  for (const [title, text] of [
    ['Without problems', 'title: Without problems\nslug: list-without\n'],
    ['With a problem', 'title: With a problem\nslug: list-with\ncategories: quay, pier\n'],
  ]) {
    const date = 'date: 2190-01-01 08:00:00 +0800\n';
    const created = await admin.post(POSTS, { data: { frontMatter: text + date } });
    expect({ title, status: created.status() }).toEqual({ title, status: 201 });
  }
  await page.goto(`/admin${POSTS}`);
  const cell = (title: string) => page.getByRole('row').filter({ hasText: title });
  await expect(cell('With a problem')).toBeVisible();
  await expect(cell('Without problems')).toBeVisible();
  const filter = page.getByRole('button', { name: 'Only with problems' });
  await expect(filter).toHaveAttribute('aria-pressed', 'false');
  await filter.click();
  await expect(cell('Without problems')).toBeHidden();
  await expect(cell('With a problem')).toBeVisible();
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(0, 0);
  await scan(page);

  await cell('With a problem').click();
  await expect(page.getByRole('heading', { level: 1, name: 'With a problem' })).toBeVisible();
  await page.goBack();
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await filter.click();
  await expect(cell('Without problems')).toBeVisible();

  await page.goto('/admin/plugins/press');
  await page.getByRole('link', { name: 'Posts with problems' }).click();
  await expect(cell('With a problem')).toBeVisible();
  await expect(cell('Without problems')).toBeHidden();

  await page.goto('/admin/content-manager/collection-types/plugin::press.category');
  await expect(page.getByRole('heading', { level: 1, name: 'Category' })).toBeVisible();
  await expect(filter).toBeHidden();
});
