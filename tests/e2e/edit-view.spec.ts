import type { Locator, Page } from '@playwright/test';
import { expect, test } from './press-test';

const CREATE = '/admin/content-manager/collection-types/plugin::press.post/create';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Front matter' });

/** The text of the editor, which draws each line as an element of its own. */
async function textOf(page: Page): Promise<string> {
  return (await editor(page).locator('.cm-line').allInnerTexts()).join('\n').replaceAll('\u200b', '');
}

/** A new post's form, when everything in it has been loaded. */
async function openForm(page: Page): Promise<void> {
  await page.goto(CREATE);
  await expect(page.getByText('Links are generated when you save.')).toBeVisible();
}

test('fields and front matter follow each other while they are edited', async ({ page, scan }) => {
  await openForm(page);
  await page.getByLabel('Title', { exact: true }).fill('海港新闻');
  await expect(page.getByLabel('Slug', { exact: true })).toHaveValue('hai-gang-xin-wen');
  await expect.poll(() => textOf(page)).toContain('slug: hai-gang-xin-wen');
  await expect.poll(() => textOf(page)).toContain('title: 海港新闻');

  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('author: Mei\nmood: calm # nobody else knows\n');
  await expect(page.getByLabel('Author', { exact: true })).toHaveValue('Mei');
  await page.getByLabel('Author', { exact: true }).fill('Lan');
  await expect.poll(() => textOf(page)).toContain('author: Lan\nmood: calm # nobody else knows');
  await scan(page);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved document')).toBeVisible();
  await page.reload();
  await expect.poll(() => textOf(page)).toContain('author: Lan\nmood: calm # nobody else knows');
});

test('a problem is underlined, told, and solved by one click', async ({ page }) => {
  await openForm(page);
  await editor(page).click();
  await page.keyboard.type('title: "The "Lantern" sails"\n');
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  const problem = page.getByRole('listitem').filter({ hasText: 'yaml/syntax' });
  await expect(problem).toContainText('Line 1');
  await problem.getByRole('button').last().click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('The "Lantern" sails');
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
});

test('what is underlined follows the problems while somebody types', async ({ page }) => {
  await openForm(page);
  await editor(page).click();
  await page.keyboard.type('title: Boats\ndate: 2023-05-06 10:00:00\ntags: [oars');
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  await page.keyboard.type(']');
  await expect(page.locator('.cm-lintRange-warning')).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
});

test('categories that are picked enter the text, and those that are typed are picked', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('Title', { exact: true }).fill('Two ways');
  await expect.poll(() => textOf(page)).toContain('slug: two-ways');
  const categories = page.getByRole('combobox', { name: /^Categories/ });
  await categories.click();
  await categories.pressSequentially('文化');
  await page.getByRole('option', { name: /文化/ }).first().click();
  await expect.poll(() => textOf(page)).toMatch(/categor.*wenhua/);

  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('tags: [not-yet-there]\n');
  await expect(page.getByText('1 new entry when you save: not-yet-there')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved document')).toBeVisible();
  await expect(page.getByRole('button', { name: 'not-yet-there' }).first()).toBeVisible();
});

test('the panels show links, changes to them, a taken URL and the text as readers see it', async ({
  page,
  scan,
}) => {
  await openForm(page);
  await page.getByLabel('Title', { exact: true }).fill('Panel post');
  await page.locator('.CodeMirror').click();
  await page.keyboard.type('One **two** three.');
  await expect(page.getByText('3 words')).toBeVisible();
  const links = page
    .locator('aside')
    .filter({ has: page.getByRole('heading', { name: 'Links', exact: true }) });
  await expect(links.getByText(/panel-post\.html/).first()).toBeVisible();
  await expect(links.getByRole('img', { name: /QR code of/ })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published document')).toBeVisible();

  await page.getByLabel('Slug', { exact: true }).fill('panel-post-moved');
  await expect(links.getByText('changes').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show as readers see it' }).click();
  await expect(page.frameLocator('iframe').getByText('two')).toBeVisible();
  await scan(page);
});

test('the form says while somebody types that a URL is taken', async ({ page, admin }) => {
  const created = await admin.post('/content-manager/collection-types/plugin::press.post/actions/publish', {
    data: { title: 'Holder of it', slug: 'holder', date: '2023-05-06T10:00:00.000Z' },
  });
  expect(created.status()).toBe(200);
  await openForm(page);
  await editor(page).click();
  await page.keyboard.type('title: Rival\nslug: holder\ndate: 2023-05-06 10:00:00 +0000\n');
  await expect(page.getByText('This URL is taken')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Holder of it' })).toBeVisible();
});
