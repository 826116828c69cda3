import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { zipOf } from '../unit/import/zip-archive';
import type { Say } from './say';

/** Who walks: the page, the admin's API to prepare what is looked at, and the plugin's texts in the page's language. */
export interface Walker {
  page: Page;
  admin: APIRequestContext;
  say: Say;
}

/** Is told each state that a walk comes to. @param parts what of the page is the plugin's. */
export type Inspect = (name: string, ...parts: Locator[]) => Promise<void>;

export type Walk = (walker: Walker, inspect: Inspect) => Promise<void>;

const PRESS = '/admin/plugins/press';
const TYPES = '/content-manager/collection-types/plugin::press';

/** Ways through all pages, panels and dialogs of the plugin, by what they are about. */
export const WALKS: Record<string, Walk> = {
  'the overview': walkOverview,
  'an import': walkImport,
  'an export': walkExport,
  'the settings': walkSettings,
  'the list of posts': walkList,
  'the form of a post': walkPost,
  'the form of a category': walkCategory,
  'the form of a tag': walkTag,
  'the home page': walkHome,
};

async function walkOverview({ page, admin, say }: Walker, inspect: Inspect): Promise<void> {
  await create(admin, 'post', { frontMatter: `title: "没有结束\nslug: ${unique('overview')}\n` });
  await page.goto(PRESS);
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await inspect('Overview', main(page));
  await page.getByRole('button', { name: /yaml\/syntax/ }).click();
  await expect(
    page
      .getByRole('listitem')
      .getByText(say('editor.line', { line: '1' }))
      .first(),
  ).toBeVisible();
  await inspect('Overview, posts with a problem', main(page));
}

async function walkImport({ page, say }: Walker, inspect: Inspect): Promise<void> {
  await page.goto(`${PRESS}/import`);
  await expect(heading(page, say('import.history'))).toBeVisible();
  await inspect('Import', main(page));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('import.choose.files') }).click();
  const name = unique('site');
  const buffer = await zipOf(siteOf(name));
  await (await chooser).setFiles({ name: `${name}.zip`, mimeType: 'application/zip', buffer });
  await expect(heading(page, say('import.heading.checked'))).toBeVisible();
  await expect(heading(page, say('import.problems'))).toBeVisible();
  await inspect("Import, a check's report", main(page));
  await page
    .getByRole('button', { name: new RegExp(say('import.edit')) })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(say('import.edit.text'))).toBeVisible();
  await inspect('Import, text of a file', dialog);
  await dialog.getByRole('button', { name: say('import.edit.leave') }).click();
  await page.getByRole('button', { name: say('import.start'), exact: true }).click();
  await expect(heading(page, say('import.heading.imported'))).toBeVisible();
  await inspect('Import, its result', main(page));
}

async function walkExport({ page, admin, say }: Walker, inspect: Inspect): Promise<void> {
  const frontMatter = `title: 出海\ndate: 2024-05-06 08:00:00 +0800\nslug: ${unique('export')}\n`;
  await create(admin, 'post/actions/publish', { frontMatter, body: '正文。\n' });
  await page.goto(`${PRESS}/export`);
  await page.getByRole('button', { name: say('export.begin'), exact: true }).click();
  const newest = page.getByRole('article').first();
  await newest.getByRole('button', { name: say('export.show-changes') }).click({ timeout: 60_000 });
  await newest.getByRole('button', { name: '_posts/' }).first().click();
  await expect(newest.locator('[role="region"][tabindex="0"]')).toBeVisible();
  await inspect('Export, its result and a file', main(page));
}

async function walkSettings({ page, say }: Walker, inspect: Inspect): Promise<void> {
  await page.goto('/admin/settings/press');
  const example = page.getByRole('region', { name: say('settings.example.title') });
  await expect(example.getByText('.html').first()).toBeVisible();
  for (const tab of ['site', 'share', 'backLinks', 'rules', 'feeds']) {
    await page.getByRole('tab', { name: say(`settings.tab.${tab}`), exact: true }).click();
    await inspect(`Settings, ${tab}`, main(page));
  }
  await page.getByRole('tab', { name: say('settings.tab.backLinks'), exact: true }).click();
  await page.getByLabel(say('settings.field.backLinks.home.label'), { exact: true }).fill('回到 {nowhere}');
  await expect(page.getByText(say('settings.example.wrong')).first()).toBeVisible();
  await inspect('Settings, a value that cannot be used', main(page));
  await page.getByRole('button', { name: say('settings.discard') }).click();
}

async function walkList({ page, say }: Walker, inspect: Inspect): Promise<void> {
  await page.goto(`/admin${TYPES}.post`);
  const problems = page.locator('th', { hasText: say('list.problems') });
  await expect(problems).toBeVisible();
  const actions = ['list.recategorize', 'list.regenerate', 'export.chosen'].map((key) => say(key));
  // A list that comes in anew, as with its locale, forgets what was chosen.
  await expect(async () => {
    await page.getByRole('row').nth(1).getByRole('checkbox').setChecked(true);
    await expect(page.getByRole('button', { name: actions[0] })).toBeVisible({ timeout: 2000 });
  }).toPass();
  for (const name of actions) await expect(page.getByRole('button', { name })).toBeVisible();
  await inspect('List of posts', problems, page.locator('td:nth-child(3)'), page.locator('td:nth-child(6)'));
  for (const name of actions) {
    await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button').last()).toBeVisible();
    await inspect(`List of posts, ${actions.indexOf(name) + 1}. bulk action`, dialog);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

async function walkPost({ page, admin, say }: Walker, inspect: Inspect): Promise<void> {
  const slug = unique('holder');
  await create(admin, 'post/actions/publish', {
    title: '占用网址的文章',
    slug,
    date: '2023-05-06T10:00:00.000Z',
  });
  await page.goto(`/admin${TYPES}.post/create`);
  await expect(page.getByText(say('panels.generated'))).toBeVisible();
  const editor = page.locator('.cm-content');
  await editor.click();
  await page.keyboard.type(`title: 新文章\nslug: ${slug}\ndate: 2023-05-06 10:00:00\ntags: [${slug}]`);
  await expect(page.locator('.cm-lintRange-warning').first()).toBeVisible();
  await expect(page.getByText(say('panels.taken'))).toBeVisible();
  const panels = ['panels.links', 'panels.text'].map((key) => panel(page, say(key)));
  const field = editor.locator('xpath=ancestor::div[.//*[contains(@id, "-summary")]][1]');
  await inspect('New post, a warning and a taken URL', field, fieldHints(page), ...panels);
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\nsource: "港口"日报"');
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  await inspect('New post, an error', field, ...panels);
  await page.getByRole('button', { name: say('panels.preview-open') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('iframe')).toBeVisible();
  await inspect('New post, preview', dialog);
}

async function walkCategory({ page, admin, say }: Walker, inspect: Inspect): Promise<void> {
  const term = unique('matou');
  const documentId = await create(admin, 'category', { name: term });
  const other = unique('duchuan');
  await create(admin, 'category', { name: other });
  const frontMatter = `title: 船\ndate: 2022-03-04 08:00:00 +0000\nslug: ${term}\ncategories: [${term}]\n`;
  await create(admin, 'post/actions/publish', { frontMatter, body: '正文。' });
  await page.goto(`/admin${TYPES}.category/${documentId}`);
  const ours = panel(page, say('terms.posts'));
  await expect(ours.getByText(say('terms.no-effect'))).toBeVisible();
  await inspect('Category', ours, fieldHints(page));
  await fieldNamed(page, 'name').fill('码头');
  await fieldNamed(page, 'term').fill(unique('gangkou'));
  await expect(ours.getByText(say('terms.no-effect'))).toHaveCount(0);
  await inspect('Category, what a rename will do', ours);
  await fieldNamed(page, 'term').fill(other);
  await expect(ours.getByText(say('terms.refused'))).toBeVisible();
  await inspect('Category, a term that is taken', ours);

  await page.goto(`/admin${TYPES}.category/${documentId}`);
  await expect(ours.getByText(say('terms.no-effect'))).toBeVisible();
  await headerMenu(page).click();
  await page.getByRole('menuitem', { name: say('terms.merge') }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('combobox', { name: say('terms.merge-into') });
  await choice.click();
  await choice.pressSequentially(other);
  await page.getByRole('option', { name: other }).click();
  await expect(dialog.getByRole('status').first()).toContainText('1');
  // Until it is left, Strapi's combobox points at the option that was clicked, which is not there any more.
  await choice.press('Tab');
  await inspect('Category, merging', dialog);
}

async function walkTag({ page, admin, say }: Walker, inspect: Inspect): Promise<void> {
  const documentId = await create(admin, 'tag', { name: unique('chuan') });
  await page.goto(`/admin${TYPES}.tag/${documentId}`);
  const ours = panel(page, say('terms.posts'));
  await expect(ours.getByText(say('terms.deletable'))).toBeVisible();
  await inspect('Tag', ours);
}

async function walkHome({ page, say }: Walker, inspect: Inspect): Promise<void> {
  await page.goto('/admin/');
  const widget = page.locator('section').filter({ has: heading(page, say('overview.widget')) });
  await expect(widget.getByText(say('overview.withProblems'))).toBeVisible();
  // Its frame is Strapi's.
  await inspect('Home page, the widget', widget.getByRole('main'));
}

const main = (page: Page): Locator => page.getByRole('main');

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });

/** Something beside the form of an entry. */
const panel = (page: Page, name: string): Locator =>
  page.locator('aside').filter({ has: heading(page, name) });

/** A field of the Content Manager, whatever language its label is in. */
const fieldNamed = (page: Page, name: string): Locator => page.locator(`input[name="${name}"]`);

/** What is said below the fields of a form. */
const fieldHints = (page: Page): Locator => page.locator('[id$="-hint"]');

/** The menu beside the title of an entry. */
const headerMenu = (page: Page): Locator =>
  main(page).locator('button[aria-haspopup="menu"]:visible').first();

let made = 0;

/** A name that nothing has yet, also on a server that was walked over before. */
function unique(name: string): string {
  made += 1;
  return `${name}-${Date.now()}-${made}`;
}

/** Creates an entry of a type of ours. @returns its documentId. */
async function create(admin: APIRequestContext, path: string, data: object): Promise<string> {
  const created = await admin.post(`${TYPES}.${path}`, { data });
  expect(created.ok()).toBe(true);
  return ((await created.json()) as { data: { documentId: string } }).data.documentId;
}

/** Two posts, and two that are broken. */
function siteOf(name: string): Parameters<typeof zipOf>[0] {
  const header = 'date: 2025-03-01 08:00:00 +0800\n';
  return [
    [`_posts/2025-03-01-${name}-a.md`, `---\ntitle: 渡船晚点\n${header}categories: ${name}\n---\n正文。\n`],
    [
      `_posts/2025-03-02-${name}-b.md`,
      `---\ntitle: 新码头\n${header}image: /nowhere/${name}.png\n---\n正文。\n`,
    ],
    [`_posts/2025-03-03-${name}-c.md`, `---\ntitle: "新"码头"\n${header}---\n正文。\n`],
    [`_posts/2025-03-04-${name}-d.md`, '---\ntitle: ""\ndate: 2025-13-45\n---\n正文。\n'],
  ];
}
