import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  expect,
  request,
  type APIRequestContext,
  type BrowserContext,
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
   * @param name of the page in the report at the end of the run; without one it is not in it.
   */
  scan: (page: Page, name?: string) => Promise<void>;
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
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  scan: async ({}, use, testInfo) => {
    await use(async (page, name) => {
      const results = await new AxeBuilder({ page }).setLegacyMode().options({ iframes: false }).analyze();
      if (name !== undefined) {
        const body = JSON.stringify(axeEntry(name, await themeOf(page), results));
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

/** The theme that the page is shown in: what the profile says, and Strapi's default, the light one. */
async function themeOf(page: Page): Promise<'light' | 'dark'> {
  const theme = await page.evaluate(() => localStorage.getItem('STRAPI_THEME'));
  return theme === 'dark' ? 'dark' : 'light';
}
