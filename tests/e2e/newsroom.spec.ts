import type { Page } from '@playwright/test';
import { zipOf } from '../unit/import/zip-archive';
import { ADMINISTRATOR } from './administrator';
import { expect, test } from './press-test';

type Files = Parameters<typeof zipOf>[0];

const GOOD = 195;
const day = (index: number): string => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

/** 195 posts of one desk, and five that are broken in five ways. */
function siteOf200(): Files {
  const header = (date: string): string => `date: ${date} 08:00:00 +0800\ncategories: pier-desk\n`;
  const good = Array.from({ length: GOOD }, (_, index): Files[number] => [
    `_posts/${day(index)}-pier-${index}.md`,
    `---\ntitle: Pier ${index}\n${header(day(index))}---\nThe tide turns at ${index % 24} o'clock.\n`,
  ]);
  const broken: [string, string][] = [
    ['quotes', `title: "The "long" pier"\n${header('2024-08-01')}`],
    ['no-title', `title: ""\n${header('2024-08-02')}`],
    ['no-date', 'title: A date gone wrong\ndate: 2024-13-45\ncategories: pier-desk\n'],
    ['unclosed', `title: "Never closed\n${header('2024-08-04')}`],
    ['no-map', '- title: A list\n'],
  ];
  return [
    ...good,
    ...broken.map(([name, text], index): Files[number] => [
      `_posts/2024-08-0${index + 1}-pier-${name}.md`,
      `---\n${text}---\nText.\n`,
    ]),
  ];
}

interface Found {
  pressPosts: {
    documentId: string;
    title: string;
    url: string;
    shareLinks: { network: string; url: string }[];
    backLinks: { kind: string; label: string }[];
  }[];
}

const QUERY = `query ($title: String!) {
  pressPosts(filters: { title: { eq: $title } }) {
    documentId title url shareLinks { network url } backLinks { kind label }
  }
}`;

test.use({ storageState: { cookies: [], origins: [] } });

test('a newsroom moves in: import, repair, publish, rename, relabel', async ({
  page,
  graphql,
  admin,
  scan,
}) => {
  test.setTimeout(300_000);
  const post = async (title: string) => (await graphql<Found>(QUERY, { title })).pressPosts[0];

  await test.step('sign in', async () => {
    await page.goto('/admin/auth/login');
    await page.getByRole('textbox', { name: 'Email' }).fill(ADMINISTRATOR.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: 'Login' }).click();
    await expect(page.getByRole('link', { name: 'Press', exact: true })).toBeVisible();
  });

  await test.step('send a zip of 200 files, and fix one of five broken ones in place', async () => {
    await page.goto('/admin/plugins/press/import');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files or a zip file' }).click();
    const buffer = await zipOf(siteOf200());
    await (await chooser).setFiles({ name: 'pier.zip', mimeType: 'application/zip', buffer });
    await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
    await expect(count(page, 'New')).toHaveText(String(GOOD));
    await expect(count(page, 'Draft with problems')).toHaveText('5');
    await page.getByRole('button', { name: /Escape the inner quotes/ }).click();
    await expect(page.getByText('Fixed', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(count(page, 'New')).toHaveText(String(GOOD + 1));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'What the import did' })).toBeVisible({ timeout: 60_000 });
    await expect(count(page, 'New')).toHaveText(String(GOOD + 1));
  });

  await test.step('the repaired post is what readers get', async () => {
    expect(await post('The "long" pier')).toMatchObject({
      url: '/pier-desk/2024/08/01/pier-quotes.html',
      shareLinks: expect.arrayContaining([expect.objectContaining({ network: 'link' })]),
      backLinks: [
        { kind: 'category', label: '返回pier-desk' },
        { kind: 'home', label: '返回首页' },
      ],
    });
  });

  await test.step('open another one from the overview, give it a title and publish it', async () => {
    await page.goto('/admin/plugins/press');
    await page.getByRole('button', { name: /title\/empty/ }).click();
    const entry = page.getByRole('listitem').filter({ hasText: '_posts/2024-08-02-pier-no-title.md' });
    await entry.getByRole('link').click();
    await expect(page.getByText('Links are generated when you save.')).toBeVisible();
    await page.getByLabel('Title', { exact: true }).fill('The pier has a name');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByText('Published document')).toBeVisible();
    expect(await post('The pier has a name')).toMatchObject({
      url: '/pier-desk/2024/08/02/pier-no-title.html',
    });
  });

  await test.step('rename the category: links of its posts follow, and former URLs lead on', async () => {
    await page.goto('/admin/content-manager/collection-types/plugin::press.category?_q=pier-desk');
    await page.getByRole('row').filter({ hasText: 'pier-desk' }).first().click();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('pier-desk');
    await page.getByLabel('Name', { exact: true }).fill('码头新闻');
    await page.getByLabel('Term', { exact: true }).fill('matou');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved document')).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(async () => (await post('Pier 7'))?.backLinks[0], { timeout: 60_000 })
      .toEqual({ kind: 'category', label: '返回码头新闻' });
    expect((await post('Pier 7')).url).toBe('/matou/2024/01/08/pier-7.html');
    const { pressNodeByUrl } = await graphql<{ pressNodeByUrl: unknown }>(`
      {
        pressNodeByUrl(url: "/pier-desk/2024/01/08/pier-7.html") {
          __typename
          ... on PressRedirect {
            to
          }
        }
      }
    `);
    expect(pressNodeByUrl).toEqual({ __typename: 'PressRedirect', to: '/matou/2024/01/08/pier-7.html' });
  });

  await test.step('change a label in the settings: all posts get it by a job', async () => {
    await page.goto('/admin/settings/press');
    await page.getByRole('tab', { name: 'Back links', exact: true }).click();
    const label = page.getByLabel('Label of the link to the home page', { exact: true });
    await label.fill('回到首页');
    await expect(page.getByText(/Saving will regenerate \d+ posts/)).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
    expect((await post('Pier 7')).backLinks.at(-1)).toEqual({ kind: 'home', label: '回到首页' });
    await scan(page);
  });

  const patch = { backLinks: { home: { label: '返回首页' } } };
  expect((await admin.put('/press/settings', { data: { patch } })).status()).toBe(200);
});

function count(page: Page, name: string) {
  return page
    .locator('dl > *')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');
}
