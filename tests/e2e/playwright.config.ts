import path from 'node:path';
import { defineConfig } from '@playwright/test';

const port = process.env.PRESS_E2E_PORT;
const origin = `http://127.0.0.1:${port}`;

/** What is run: `spec` are the tests, `shots` makes the pictures of the documentation, `speed` measures the pages. */
const kind = process.env.PRESS_E2E_KIND ?? 'spec';

const OUTPUT = path.join(__dirname, '..', '..', 'node_modules', '.cache', 'press-e2e');

/** One server for all files, which run one after the other; each makes the posts that it looks at. */
export default defineConfig({
  testDir: __dirname,
  testMatch: `*.${kind}.ts`,
  outputDir: path.join(OUTPUT, 'results'),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    [path.join(__dirname, 'axe-reporter.ts'), { outputFile: path.join(OUTPUT, 'axe.json') }],
  ],
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 1000 },
    locale: 'en',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} ${JSON.stringify(path.join(__dirname, 'serve.js'))}`,
    url: `${origin}/_health`,
    timeout: 120_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
