const path = require('node:path');

const transform = {
  '^.+\\.(ts|tsx|js|mjs)$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
      module: { type: 'commonjs' },
    },
  ],
};

/** Libraries that ship ES modules only; builds bundle them, tests transform them. */
const transformIgnorePatterns = ['/node_modules/(?!(?:url-template|parse5|entities|auto-bind)/)'];

const project = (name, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [path.join(__dirname, 'tests', name, '**/*.test.ts')],
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns,
  ...more,
});

module.exports = {
  // A Strapi that starts beside a build, or on a small machine, takes longer than Jest's 5 seconds. Only valid up here.
  testTimeout: 60_000,
  // Each file loads Strapi anew and Node keeps the old code: end a process that has grown instead of filling the memory.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit'),
    project('integration'),
    // The suites leave their closing lines in a file, which is printed after everything else.
    project('corpus', {
      globalSetup: path.join(__dirname, 'tests/corpus/global-setup.ts'),
      globalTeardown: path.join(__dirname, 'tests/corpus/global-teardown.ts'),
    }),
  ],
};
