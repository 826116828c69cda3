import type { APIRequestContext } from '@playwright/test';
import type { Permission } from './limited-administrator';
import { expect, test, type Page } from './press-test';

const POST = 'plugin::press.post';
const CATEGORY = 'plugin::press.category';
const LISTS = '/admin/content-manager/collection-types';
const PAGES = {
  overview: '/admin/plugins/press',
  import: '/admin/plugins/press/import',
  export: '/admin/plugins/press/export',
  settings: '/admin/settings/press',
};
const BULK_ACTIONS = ['Change categories', 'Regenerate links', 'Export as Jekyll files'];

const READ_POSTS: Permission = { action: 'read', subject: POST };

/** What went wrong in the browser: errors that nobody caught or that were logged, and what our server refused. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    // The browser's own notes on requests; those to us are looked at below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/press/') && response.status() >= 400)
      troubles.push(`${response.status()} ${pathname}`);
  });
  return troubles;
}

/** Opens an address by hand and finds Strapi's page for those without permission; our server is not even asked. */
async function expectNoPermission(page: Page, path: string): Promise<void> {
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(new URL(request.url()).pathname);
  page.on('request', note);
  await page.goto(path);
  await expect(page.getByText("You don't have the permissions to access that content")).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages of Press' })).toHaveCount(0);
  page.off('request', note);
  expect(asked.filter((pathname) => pathname.startsWith('/press/'))).toEqual([]);
}

/** The home page without the widget, and a menu without the plugin. */
async function expectNoTraceAtHome(page: Page): Promise<void> {
  await page.goto('/admin/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Profile', { exact: true }).first()).toBeVisible();
  await expect(menuLink(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Publishing' })).toHaveCount(0);
}

/** The settings that everybody has, without ours. */
async function expectNoSettingsLink(page: Page): Promise<void> {
  await page.goto('/admin/settings/application-infos');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(settingsLink(page)).toHaveCount(0);
}

const menuLink = (page: Page) => page.getByRole('link', { name: 'Press', exact: true });
const settingsLink = (page: Page) => page.locator('a[href$="/settings/press"]');
const panel = (page: Page, name: string) =>
  page.locator('aside').filter({ has: page.getByRole('heading', { name, exact: true }) });

test('a role without any of our permissions sees nothing of the plugin', async ({ pageOf, admin }) => {
  const page = await pageOf(['admin::roles.read']);
  const troubles = troublesOf(page);
  await expectNoTraceAtHome(page);
  await expectNoSettingsLink(page);
  for (const path of Object.values(PAGES)) await expectNoPermission(page, path);
  await expectNoPermission(page, `${PAGES.import}/1`);
  await expectNoPermission(page, `${LISTS}/${POST}`);
  await expectNoPermission(page, `${LISTS}/${POST}/${await documentIdOf(admin, POST)}`);
  await expectNoPermission(page, `${LISTS}/${CATEGORY}/${await documentIdOf(admin, CATEGORY)}`);
  expect(troubles).toEqual([]);
});

test('who may see the overview only sees its numbers, and no way on', async ({ pageOf, admin, scan }) => {
  const broken = await admin.post(`/content-manager/collection-types/${POST}`, {
    data: { frontMatter: 'title: "Never closed\nslug: never-closed\n' },
  });
  expect(broken.status()).toBe(201);
  const page = await pageOf(['plugin::press.overview.see']);
  const troubles = troublesOf(page);
  await page.goto('/admin/');
  const widget = page.getByRole('region').filter({ has: page.getByRole('heading', { name: 'Publishing' }) });
  await expect(page.getByText('With problems')).toBeVisible();
  await expect(widget.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await menuLink(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  const pages = page.getByRole('navigation', { name: 'Pages of Press' }).getByRole('link');
  await expect(pages).toHaveText(['Overview']);
  await page.getByRole('button', { name: /yaml\/syntax/ }).click();
  await expect(page.getByText(/A quote is opened here and never closed/).first()).toBeVisible();
  await expect(page.getByText('Last imports')).toHaveCount(0);
  const main = page.getByRole('main');
  const links = await main.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(links).toEqual([PAGES.overview]);
  await scan(page);

  await expectNoSettingsLink(page);
  for (const path of [PAGES.import, PAGES.export, PAGES.settings]) await expectNoPermission(page, path);
  expect(troubles).toEqual([]);
});

test('who may only read posts sees problems and links, and can change nothing', async ({ pageOf, admin }) => {
  const page = await pageOf([READ_POSTS]);
  const troubles = troublesOf(page);
  await expectNoTraceAtHome(page);
  await expectNoSettingsLink(page);
  for (const path of Object.values(PAGES)) await expectNoPermission(page, path);

  await page.goto(`${LISTS}/${POST}`);
  await expect(page.locator('th', { hasText: 'Problems' })).toBeVisible();
  await page.getByRole('row').nth(1).getByRole('checkbox').click();
  await expect(page.getByText('1 entry selected')).toBeVisible();
  for (const name of BULK_ACTIONS) await expect(page.getByRole('button', { name })).toHaveCount(0);

  await page.goto(`${LISTS}/${POST}/${await documentIdOf(admin, POST)}`);
  await expect(panel(page, 'Links').getByText('Links are generated when you save.')).toBeVisible();
  await expect(
    panel(page, 'Text')
      .getByText(/words?/)
      .first(),
  ).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'Front matter' });
  await expect(editor.locator('.cm-line').first()).toBeVisible();
  await expect(editor).toHaveAttribute('contenteditable', 'false');
  await expectNoPermission(page, `${LISTS}/${CATEGORY}/${await documentIdOf(admin, CATEGORY)}`);
  expect(troubles).toEqual([]);
});

test('who may read categories but no posts sees what they hold, without merging and without a way to the posts', async ({
  pageOf,
  admin,
}) => {
  const page = await pageOf([{ action: 'read', subject: CATEGORY }]);
  const troubles = troublesOf(page);
  await page.goto(`${LISTS}/${CATEGORY}/${await documentIdOf(admin, CATEGORY)}`);
  await expect(panel(page, 'Posts').getByText(/posts? published/)).toBeVisible();
  await expect(panel(page, 'Posts').getByRole('link')).toHaveCount(0);
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Merge into another' })).toHaveCount(0);
  expect(troubles).toEqual([]);
});

test('who may import or export only gets there from the menu, if posts may be written or read too', async ({
  pageOf,
}) => {
  const writePosts = (['create', 'update', 'publish'] as const).map((action) => ({ action, subject: POST }));
  const importer = await pageOf(['plugin::press.posts.import', ...writePosts]);
  const troubles = troublesOf(importer);
  await importer.goto('/admin/');
  await menuLink(importer).click();
  await expect(importer.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(importer.getByRole('heading', { name: 'Imports so far' })).toBeVisible();
  await expectNoPermission(importer, PAGES.export);
  expect(troubles).toEqual([]);

  const exporter = await pageOf(['plugin::press.posts.export']);
  await expectNoPermission(exporter, PAGES.overview);
  await expectNoPermission(exporter, PAGES.export);
});

test('who may only read the settings cannot change them', async ({ pageOf }) => {
  const page = await pageOf(['plugin::press.settings.read']);
  const troubles = troublesOf(page);
  await page.goto('/admin/settings/application-infos');
  await settingsLink(page).click();
  await expect(page.getByText('You can read these settings')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(page.getByLabel('Site title', { exact: true })).toBeDisabled();
  await expectNoPermission(page, PAGES.overview);
  expect(troubles).toEqual([]);
});

/** The oldest entry of a type. */
async function documentIdOf(admin: APIRequestContext, uid: string): Promise<string> {
  const listed = await admin.get(`/content-manager/collection-types/${uid}?sort=createdAt:asc&pageSize=1`);
  return ((await listed.json()) as { results: { documentId: string }[] }).results[0].documentId;
}
