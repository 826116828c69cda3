import { expect, test, type Page } from './press-test';

const CREATE = '/admin/content-manager/collection-types/plugin::press.post/create';
const USER = '/admin/content-manager/collection-types/plugin::users-permissions.user';

/** The pages of the plugin, and what says that one can be worked with. */
const PAGES: [name: string, path: string, ready: (page: Page) => ReturnType<Page['getByText']>][] = [
  ['Overview', '/admin/plugins/press', (page) => page.locator('.recharts-bar-rectangle').first()],
  ['Import', '/admin/plugins/press/import', (page) => page.getByRole('button', { name: /Choose files/ })],
  [
    'Export',
    '/admin/plugins/press/export',
    (page) => page.getByRole('heading', { level: 1, name: 'Export' }),
  ],
  ['Settings', '/admin/settings/press', (page) => page.getByRole('region', { name: 'Live example' })],
  [
    'List of posts',
    '/admin/content-manager/collection-types/plugin::press.post',
    (page) => page.locator('th', { hasText: 'Problems' }),
  ],
  ['New post: fields', CREATE, (page) => page.getByLabel('Title', { exact: true })],
  ['… front matter', CREATE, (page) => page.getByRole('textbox', { name: 'Front matter' })],
  ['… links', CREATE, (page) => page.getByText('Links are generated when you save.')],
  ['Home page', '/admin/', (page) => page.getByText('With problems')],
  [
    "Strapi's own: list of users",
    USER,
    (page) => page.getByRole('link', { name: 'Create new entry' }).first(),
  ],
  ["Strapi's own: new user", `${USER}/create`, (page) => page.getByRole('textbox').first()],
];

const ROUNDS = 5;

test('time until each page can be worked with', async ({ page }) => {
  test.setTimeout(600_000);
  process.stdout.write(
    `\nMilliseconds from opening a page to its being interactive (median and longest of ${ROUNDS})\n`,
  );
  for (const [name, path, ready] of PAGES) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto('about:blank');
      const started = Date.now();
      await page.goto(path, { waitUntil: 'commit' });
      await expect(ready(page)).toBeVisible({ timeout: 60_000 });
      times.push(Date.now() - started);
    }
    times.sort((a, b) => a - b);
    const [median, longest] = [times[Math.floor(ROUNDS / 2)], times[ROUNDS - 1]];
    process.stdout.write(
      `  ${name.padEnd(28)} ${String(median).padStart(6)} ${String(longest).padStart(6)}\n`,
    );
  }
});
