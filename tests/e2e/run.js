/**
 * Builds the plugin and the demo's admin, then runs the browser tests (`npm run test:e2e -- import` for those of one file)
 * in Debian's Chromium. `PRESS_E2E_REUSE=1` takes what was built before.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const PROJECT = path.resolve(__dirname, '..', '..');
const DEMO = path.join(PROJECT, 'demo');
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});

async function main() {
  const browser = BROWSERS.find((file) => file && fs.existsSync(file));
  if (!browser)
    throw new Error('There is no Chromium: apt-get install -y chromium, or give its path in CHROMIUM.');
  if (!process.env.PRESS_E2E_REUSE) {
    console.log('build the plugin');
    run('npm', ['run', 'build'], PROJECT);
    console.log('build the admin (a minute)');
    const strapi = path.join(
      path.dirname(require.resolve('@strapi/strapi/package.json')),
      'bin',
      'strapi.js',
    );
    run(process.execPath, [strapi, 'build'], DEMO);
  }
  const playwright = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', '--config', path.join(__dirname, 'playwright.config.ts'), ...process.argv.slice(2)],
    {
      cwd: PROJECT,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM: browser, PRESS_E2E_PORT: String(await freePort()) },
    },
  );
  process.exitCode = status ?? 1;
}

function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${parameters.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}

/** Several checkouts may run their tests at the same time. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
