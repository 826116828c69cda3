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
const transformIgnorePatterns = ['/node_modules/(?!url-template/)'];

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
  projects: [project('unit'), project('integration'), project('corpus')],
};
