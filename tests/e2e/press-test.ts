import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  expect,
  request,
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { ADMINISTRATOR } from './administrator';
import { AXE_ATTACHMENT, axeEntry } from './axe-report';
import { createLimitedAdministrator, type Permission } from './limited-administrator';
import { signIn, type Session } from './sign-in';

/** What a test in the browser is given beside Playwright's own fixtures. */
interface PressFixtures {
  /** The admin API as the administrator, for preparing and for looking at what was stored; paths such as `/press/jobs`. */
  admin: APIRequestContext;
  /** Asks GraphQL as the public does. @throws where the answer has errors. */
  graphql: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
  /** A page of somebody whose roles allow nothing but some actions. */
  pageOf: (permissions: readonly Permission[]) => Promise<Page>;
  /**
   * Looks for serious faults of accessibility (axe) in what the page shows now.
   * @param state its name in the report at the end of the run, and the parts that are looked at; without it all is looked
   * at, and not in the report.
   */
  scan: (page: Page, state?: { name: string; parts: Locator[] }) => Promise<void>;
}

interface WorkerFixtures {
  /** The administrator, signed in. */
  session: Session;
}

/** A test whose `page` is signed in as the administrator. */
export const test = base.extend<PressFixtures, WorkerFixtures>({
  session: [
    async ({}, use, { project }) => {
      await use(await signIn(project.use.baseURL as string, ADMINISTRATOR));
    },
    { scope: 'worker' },
  ],

  storageState: ({ session }, use) => use(session.state),

  context: async ({ context }, use) => {
    await withoutIdleCallbacks(context);
    await use(context);
  },

  admin: async ({ session, baseURL }, use) => {
    const context = await request.newContext({
      baseURL,
      extraHTTPHeaders: { Authorization: `Bearer ${session.token}` },
    });
    await use(context);
    await context.dispose();
  },

  graphql: async ({ baseURL }, use) => {
    const context = await request.newContext({ baseURL });
    await use(async <Data>(query: string, variables?: Record<string, unknown>) => {
      const response = await context.post('/graphql', { data: { query, variables } });
      const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    });
    await context.dispose();
  },

  pageOf: async ({ admin, browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (permissions) => {
      const login = await createLimitedAdministrator(admin, permissions);
      const { state } = await signIn(baseURL as string, login);
      const context = await browser.newContext({ storageState: state });
      contexts.push(context);
      await withoutIdleCallbacks(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  scan: async ({}, use, testInfo) => {
    await use(async (page, state) => {
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ iframes: false });
      if (state) {
        await mark(page, state.parts);
        axe.include(`[${MARK}]`);
      }
      const results = await axe.analyze();
      if (state) {
        const body = JSON.stringify(axeEntry(state.name, await themeOf(page), results));
        await testInfo.attach(AXE_ATTACHMENT, { body, contentType: 'application/json' });
      }
      const serious = results.violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(
        serious.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
        })),
      ).toEqual([]);
    });
  },
});

export { expect, type Page };

/**
 * Strapi 5.54 shows panels and actions in an idle callback, and beside other work headless Chromium now and then never takes
 * a page for idle (in one of 14 runs, of 324 callbacks none). Where there are none, as in Safari, Strapi takes a timer;
 * speed is measured with them.
 */
async function withoutIdleCallbacks(context: BrowserContext): Promise<void> {
  if (process.env.PRESS_E2E_KIND === 'speed') return;
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    Reflect.deleteProperty(window, 'cancelIdleCallback');
  });
}

/** The attribute of the parts that axe looks at, which it takes by selectors. */
const MARK = 'data-press-scanned';

async function mark(page: Page, parts: Locator[]): Promise<void> {
  await page.evaluate((name) => {
    for (const one of document.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
  }, MARK);
  for (const part of parts)
    await part.evaluateAll((all, name) => {
      for (const one of all) one.setAttribute(name, '');
    }, MARK);
}

/** The theme that the page is shown in: what the profile says, and Strapi's default, the light one. */
async function themeOf(page: Page): Promise<'light' | 'dark'> {
  const theme = await page.evaluate(() => localStorage.getItem('STRAPI_THEME'));
  return theme === 'dark' ? 'dark' : 'light';
}
