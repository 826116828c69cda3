import { request, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { expect, test } from './press-test';

const PAGE = '/admin/settings/press';
/** With the demo's own posts more than are renewed in the transaction of a change. */
const POSTS = 120;

const example = (page: Page): Locator => page.getByRole('region', { name: 'Live example' });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const save = (page: Page): Locator => page.getByRole('button', { name: 'Save', exact: true });

/** Takes back what the tests changed. */
test.afterEach(async ({ admin }) => {
  const patch = { share: { networks: null }, site: { title: null }, backLinks: HOME, frontMatter: null };
  expect((await admin.put('/press/settings', { data: { patch } })).status()).toBe(200);
  await expect.poll(() => openJobs(admin), { timeout: 60_000 }).toBe(0);
});

const HOME = { home: { label: '返回首页' } };

async function openJobs(admin: APIRequestContext): Promise<number> {
  const { data } = (await (await admin.get('/press/jobs?state=open')).json()) as { data: unknown[] };
  return data.length;
}

/** Posts by one ingest request, for which a token is made. */
async function ingest(admin: APIRequestContext, baseURL: string | undefined): Promise<void> {
  const token = await admin.post('/admin/api-tokens', {
    data: { name: `settings ${Date.now()}`, description: '', type: 'full-access', lifespan: null },
  });
  const { data } = (await token.json()) as { data: { accessKey: string } };
  const items = Array.from({ length: POSTS }, (_, number) => ({
    path: `_posts/2020-01-01-many-${number}.md`,
    content: `---\ntitle: Many ${number}\ncategories: harbour\n---\nText.\n`,
  }));
  const client = await request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${data.accessKey}` },
  });
  expect((await client.post('/api/press/posts/ingest', { data: items })).status()).toBe(200);
  await client.dispose();
}

test('a label is tried on a real post, saved, and reaches all posts by a job', async ({
  page,
  admin,
  graphql,
  baseURL,
  scan,
}) => {
  await ingest(admin, baseURL);
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1, name: 'Press' })).toBeVisible();
  await expect(example(page).getByText('返回首页').first()).toBeVisible();
  await scan(page);

  await tab(page, 'Back links').click();
  const label = page.getByLabel('Label of the link to the home page', { exact: true });
  await label.fill('To the front page');
  await expect(example(page).getByText('To the front page').first()).toBeVisible();
  await expect(example(page).getByText('changes').first()).toBeVisible();
  await expect(page.getByText(/Saving will regenerate \d{3} posts/)).toBeVisible();
  const [before] = await homeLabels(graphql);
  expect(before).toBe('返回首页');
  await scan(page);

  await save(page).click();
  await expect(page.getByText(/posts are being regenerated/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  await scan(page);
  expect(new Set(await homeLabels(graphql))).toEqual(new Set(['To the front page']));
  await expect(save(page)).toBeDisabled();
});

async function homeLabels(graphql: <Data>(query: string) => Promise<Data>): Promise<string[]> {
  const { pressPosts } = await graphql<{ pressPosts: { backLinks: { kind: string; label: string }[] }[] }>(
    '{ pressPosts(pagination: { limit: 100 }) { backLinks { kind label } } }',
  );
  return pressPosts.flatMap(({ backLinks }) =>
    backLinks.filter(({ kind }) => kind === 'home').map(({ label }) => label),
  );
}

test('a key of the config file is shown as such and cannot be changed', async ({ page }) => {
  await page.goto(PAGE);
  const url = page.getByLabel('Site URL', { exact: true });
  await expect(url).toHaveValue('https://harbourpost.example');
  await expect(url).toBeDisabled();
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Shanghai');
  await expect(page.getByText('From the config file; change it in config/plugins.').first()).toBeVisible();
  await expect(page.getByLabel('Site title', { exact: true })).toBeEnabled();
});

test('a wrong template is refused at its field, and the example stays', async ({ page, admin }) => {
  await page.goto(PAGE);
  await expect(example(page).getByText('返回首页').first()).toBeVisible();
  await tab(page, 'Back links').click();
  const label = page.getByLabel('Label of the link to the home page', { exact: true });
  await label.fill('Home of {nam}');
  await expect(page.getByText(/uses the unknown name \{nam\}/).first()).toBeVisible();
  await expect(label).toHaveAttribute('aria-invalid', 'true');
  await expect(example(page).getByText('返回首页').first()).toBeVisible();
  await save(page).click();
  await expect(page.getByText(/uses the unknown name \{nam\}/).first()).toBeVisible();
  const { data } = (await (await admin.get('/press/settings')).json()) as {
    data: { values: { backLinks: { home: { label: string } } } };
  };
  expect(data.values.backLinks.home.label).toBe('返回首页');
});

test('networks change their places by the keyboard alone', async ({ page, admin }) => {
  await page.goto(PAGE);
  await tab(page, 'Site').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Sharing')).toHaveAttribute('aria-selected', 'true');
  const down = page.getByRole('button', { name: 'Move X down', exact: true });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('X is number 2 of 6')).toBeAttached();
  await expect(down).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('X is number 3 of 6')).toBeAttached();
  await save(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Settings saved/).first()).toBeVisible();
  const { data } = (await (await admin.get('/press/settings')).json()) as {
    data: { values: { share: { networks: string[] } }; sources: Record<string, string> };
  };
  expect(data.values.share.networks.slice(0, 3)).toEqual(['facebook', 'linkedin', 'x']);
  expect(data.sources['share.networks']).toBe('admin');

  const back = page.getByRole('button', { name: 'Networks, in order: Back to default' });
  await back.focus();
  await page.keyboard.press('Enter');
  const first = page.getByRole('list', { name: 'Networks, in order' }).getByRole('listitem').first();
  await expect(first.getByText('X', { exact: true })).toBeVisible();
});

test('labels are written by language, and parameters are added to what is shared', async ({ page, scan }) => {
  await page.goto(PAGE);
  await expect(example(page).getByText('返回首页').first()).toBeVisible();
  await tab(page, 'Back links').click();
  await page.getByRole('checkbox', { name: 'One text for all languages' }).last().click();
  const home = 'Label of the link to the home page';
  await page.getByLabel(`${home} (en)`).fill('Front page');
  await page.getByRole('combobox', { name: `${home}: Add a language` }).click();
  await page.getByRole('option', { name: 'zh-Hans' }).click();
  await expect(page.getByLabel(`${home} (zh-Hans)`)).toHaveValue('Front page');
  await expect(example(page).getByText('Front page', { exact: true })).toBeVisible();
  await scan(page);

  await tab(page, 'Sharing').click();
  await page.getByLabel('Tracking parameters: Name').fill('utm_source');
  await page.getByLabel('Tracking parameters: Text').fill('{network}');
  await page.getByRole('group', { name: 'Tracking parameters' }).getByRole('button', { name: 'Add' }).click();
  await expect(page.getByLabel('Tracking parameters: Name')).toBeFocused();
  await expect(example(page).getByText(/utm_source%3Dweibo/)).toBeVisible();
  await scan(page);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(example(page).getByText(/utm_source/)).toHaveCount(0);
});

test('the label of an older footer form is written by language', async ({ page, scan }) => {
  await page.goto(PAGE);
  await expect(example(page).getByText('返回首页').first()).toBeVisible();
  await tab(page, 'Back links').click();
  await page.getByRole('button', { name: 'Add an older form' }).click();
  const form = page.getByRole('group', { name: 'Older form 1', exact: true });
  const label = 'Older form 1: Label of the link to the home page';
  await form.getByLabel(label, { exact: true }).fill('Front page');
  await form.getByRole('checkbox', { name: 'One text for all languages' }).last().click();
  await expect(form.getByLabel(`${label} (en)`)).toHaveValue('Front page');
  await form.getByRole('combobox', { name: `${label}: Add a language` }).click();
  await page.getByRole('option', { name: 'zh-Hans' }).click();
  await form.getByLabel(`${label} (zh-Hans)`).fill('首页');
  await scan(page);
  const preview = page.waitForRequest((sent) => (sent.postData() ?? '').includes('Home page'));
  await form.getByLabel(`${label} (en)`).fill('Home page');
  expect((await preview).postDataJSON()).toMatchObject({
    patch: { footer: { read: [{ home: { label: { en: 'Home page', 'zh-Hans': '首页' } } }] } },
  });
});

test('changes that are not saved are not left without a question', async ({ page, scan }) => {
  await page.goto(PAGE);
  const title = page.getByLabel('Site title', { exact: true });
  await title.fill('Not saved');
  await page.getByRole('link', { name: 'Content Manager' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('You have changes that are not saved.');
  await scan(page);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(title).toHaveValue('Not saved');

  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload({ timeout: 5000 }).catch(() => null);
  const browserQuestion = await asked;
  expect(browserQuestion.type()).toBe('beforeunload');
  await browserQuestion.dismiss();
  await reloaded;
  await expect(title).toHaveValue('Not saved');

  await page.getByRole('link', { name: 'Content Manager' }).click();
  await question.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/content-manager/);
  await page.goto(PAGE);
  await expect(title).not.toHaveValue('Not saved');
  await page.getByRole('link', { name: 'Content Manager' }).click();
  await expect(page).toHaveURL(/content-manager/);
});

test('another post can be the example', async ({ page }) => {
  await page.goto(PAGE);
  const choice = page.getByRole('combobox', { name: 'Post of the example' });
  await expect(choice).not.toHaveValue('');
  await choice.click();
  await page.keyboard.press('ControlOrMeta+a');
  await choice.pressSequentially('Many 7');
  await page.getByRole('option', { name: 'Many 7', exact: true }).click();
  await expect(
    example(page)
      .getByText(/many-7\.html/)
      .first(),
  ).toBeVisible();
});

test('the page speaks Chinese', async ({ page, scan }) => {
  await page.addInitScript(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1, name: 'Press 发布' })).toBeVisible();
  for (const name of ['分享', '返回链接', '规则', '订阅源']) {
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
    await scan(page);
  }
  await expect(page.getByText(/press\.settings|settings\./)).toHaveCount(0);
});
