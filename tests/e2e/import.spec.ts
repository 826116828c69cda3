import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { zipOf } from '../unit/import/zip-archive';
import { expect, test } from './press-test';

type Files = Parameters<typeof zipOf>[0];

const BROKEN = {
  quotes:
    '---\ntitle: "The "new" pier"\ndate: 2025-03-01 08:00:00 +0800\ncategories: quay, pier\n---\nText.\n',
  noTitle: '---\ntitle: ""\ndate: 2025-03-02 08:00:00 +0800\n---\nText.\n',
  noDate: '---\ntitle: A date gone wrong\ndate: 2025-13-45\n---\nText.\n',
};

/** Twenty posts in folders of their own, three of them broken. */
function siteOf(name: string): Files {
  const good = Array.from({ length: 17 }, (_, index): Files[number] => [
    `_posts/2025-02-${String(index + 1).padStart(2, '0')}-${name}-${index}.md`,
    `---\ntitle: ${name} ${index}\ndate: 2025-02-${String(index + 1).padStart(2, '0')} 08:00:00 +0800\ncategories: ${name}-desk\n---\nText.\n`,
  ]);
  return [
    ...good,
    [`_posts/2025-03-01-${name}-quotes.md`, BROKEN.quotes],
    [`_posts/2025-03-02-${name}-no-title.md`, BROKEN.noTitle],
    [`_posts/2025-03-03-${name}-no-date.md`, BROKEN.noDate],
  ];
}

async function zipFile(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: `${name}.zip`, mimeType: 'application/zip', buffer: await zipOf(siteOf(name)) };
}

const count = (page: Page, name: string) =>
  page
    .locator('dl > *')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

test('a zip file is checked, fixed in place, imported and kept in the history', async ({ page, scan }) => {
  await page.goto('/admin/plugins/press/import');
  await scan(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files or a zip file' }).click();
  await (await chooser).setFiles(await zipFile('harbour'));

  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
  await expect(count(page, 'New')).toHaveText('17');
  await expect(count(page, 'Draft with problems')).toHaveText('3');
  await expect(page.getByText('harbour-desk')).toBeVisible();
  await expect(page.getByText('_posts/2025-03-01-harbour-quotes.md:2:13', { exact: true })).toBeVisible();
  await scan(page);

  await page.getByRole('button', { name: /Escape the inner quotes/ }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'harbour-quotes.md' }).first();
  await expect(row.getByText('Fixed', { exact: true })).toBeVisible();
  await expect(row.getByText('Warning', { exact: true })).toBeVisible();
  await scan(page);

  await page.getByRole('button', { name: /Edit text .*no-title/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Text of the file')).toBeVisible();
  await shownWholly(page);
  await scan(page);
  await dialog.getByLabel('Text of the file').fill(BROKEN.noTitle.replace('""', 'Now it has one'));
  await expect(dialog.getByText('No problems.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep the text' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(count(page, 'New')).toHaveText('19');
  await expect(count(page, 'Draft with problems')).toHaveText('1');

  // Somebody who leaves the page finds it as it is.
  await page.getByRole('link', { name: 'All imports' }).click();
  await page.getByRole('link', { name: 'harbour.zip' }).click();
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What the import did' })).toBeVisible();
  await expect(count(page, 'New')).toHaveText('19');
  await scan(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download report' }).click();
  expect((await download).suggestedFilename()).toMatch(/^import-\d+\.json$/);

  await page.getByRole('link', { name: 'All imports' }).click();
  const entry = page.getByRole('row').filter({ hasText: 'harbour.zip' });
  await expect(entry).toContainText('Done');
  await expect(entry).toContainText('20');
});

test('all safe problems are fixed by one button, and each file can be undone', async ({ page, scan }) => {
  const files = siteOf('fixes');
  files[0] = [files[0][0], BROKEN.quotes];
  await page.goto('/admin/plugins/press/import');
  const buffer = await zipOf(files);
  await page
    .locator('input[data-press="files"]')
    .setInputFiles({ name: 'fixes.zip', mimeType: 'application/zip', buffer });
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
  await expect(count(page, 'Draft with problems')).toHaveText('4');

  await page.getByRole('button', { name: 'Fix all safe problems (2 files)' }).click();
  await expect(
    page.getByText('2 problems were fixed in 2 files. 4 files still have problems.'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeFocused();
  await expect(page.getByRole('button', { name: /Fix all safe problems/ })).toBeHidden();
  await expect(count(page, 'Draft with problems')).toHaveText('2');
  await scan(page);

  await page.getByRole('combobox', { name: 'Which files are shown' }).click();
  await page.getByRole('option', { name: 'Warnings (2)' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'fixes-quotes.md' }).first();
  await expect(row.getByText('Changed here', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Undo changes' }).click();
  await expect(row.getByText('Changed here', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('button', { name: 'Fix all safe problems (1 file)' })).toBeVisible();
  await expect(count(page, 'Draft with problems')).toHaveText('3');
  await scan(page);
});

test('a folder is packed, a zip file dropped, and what holds no posts is told', async ({ page }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'press-e2e-site-'));
  try {
    for (const [name, content] of [...siteOf('folder'), ['node_modules/a/index.md', 'x'] as const]) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    await page.goto('/admin/plugins/press/import');
    await page.locator('input[data-press="folder"]').setInputFiles(folder);
    await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
    await expect(count(page, 'New')).toHaveText('17');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('heading', { name: 'Imports so far' })).toBeVisible();
    await expect(page.getByText(path.basename(folder))).toBeHidden();

    await drop(page, await zipFile('dropped'));
    await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
    await expect(count(page, 'New')).toHaveText('17');
    await page.getByRole('link', { name: 'All imports' }).click();

    const readme = { name: 'readme.txt', mimeType: 'text/plain', buffer: Buffer.from('No posts.') };
    await page.locator('input[data-press="files"]').setInputFiles(readme);
    await expect(page.getByRole('alert').getByText('no files in _posts or _drafts folders')).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the whole import is done with the keyboard alone', async ({ page }) => {
  await page.goto('/admin/plugins/press/import');
  await expect(page.getByRole('heading', { name: 'Imports so far' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await pressButton(page, 'Choose files or a zip file');
  await (await chooser).setFiles(await zipFile('keys'));
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible();
  await pressButton(page, /Escape the inner quotes/);
  const file = page.getByRole('heading', { name: '_posts/2025-03-01-keys-quotes.md' });
  await expect(file).toBeFocused();
  const undo = page.getByRole('button', { name: 'Undo changes' });
  await expect(undo).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await pressButton(page, 'Import');
  await expect(page.getByRole('heading', { name: 'What the import did' })).toBeFocused();
  await expect(count(page, 'New')).toHaveText('18');
});

/** Drops a file where files are sent. */
async function drop(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const { name, mimeType, buffer } = file;
  const dataTransfer = await page.evaluateHandle(
    ({ base64, title, type }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], title, { type }));
      return transfer;
    },
    { base64: buffer.toString('base64'), title: name, type: mimeType },
  );
  await page
    .getByRole('heading', { name: 'Drop a folder, files or a zip file here' })
    .dispatchEvent('drop', { dataTransfer });
}

/** Waits until what fades in is there: half of it would lack contrast. */
async function shownWholly(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** Goes from element to element with Tab until a button has the focus, and presses it. */
async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await expect(button).toBeVisible();
  for (let steps = 0; steps < 100; steps += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the button ${String(name)} is not reached with Tab`);
}
