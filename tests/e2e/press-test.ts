import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, request, type APIRequestContext, type Page } from '@playwright/test';
import { ADMINISTRATOR } from './administrator';

/** What a test in the browser is given beside Playwright's own fixtures. */
interface PressFixtures {
  /** The admin API as the administrator, for preparing and for looking at what was stored; paths such as `/press/jobs`. */
  admin: APIRequestContext;
  /** Asks GraphQL as the public does. @throws where the answer has errors. */
  graphql: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
  /** Looks for serious faults of accessibility (axe) in what the page shows now. */
  scan: (page: Page) => Promise<void>;
}

interface WorkerFixtures {
  /** An administrator's API token, and what a browser holds that is signed in. */
  session: { token: string; state: StorageState };
}

type StorageState = Awaited<ReturnType<APIRequestContext['storageState']>>;

interface Login {
  data: { token: string };
}

/** A test whose `page` is signed in as the administrator. */
export const test = base.extend<PressFixtures, WorkerFixtures>({
  session: [
    async ({}, use, { project }) => {
      const baseURL = project.use.baseURL as string;
      const context = await request.newContext({ baseURL });
      const token = await signIn(context);
      const { cookies } = await context.storageState();
      const localStorage = [
        { name: 'jwtToken', value: JSON.stringify(token) },
        { name: 'isLoggedIn', value: 'true' },
      ];
      await use({ token, state: { cookies, origins: [{ origin: baseURL, localStorage }] } });
      await context.dispose();
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

  scan: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ iframes: false })
        .analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
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

async function signIn(context: APIRequestContext): Promise<string> {
  const { email, password } = ADMINISTRATOR;
  const response = await context.post('/admin/login', { data: { email, password } });
  expect(response.status()).toBe(200);
  return ((await response.json()) as Login).data.token;
}
