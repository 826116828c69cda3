/** One-way imports and no circles, type imports included (docs/architecture.md). */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-stands-alone',
      comment: 'core runs in a browser: no Strapi, no Node, nothing of ours outside itself',
      severity: 'error',
      from: { path: '^core/' },
      to: { pathNot: ['^core/', '^node_modules/(?!@strapi/)'] },
    },
    {
      name: 'core-without-node',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'content-types-load-nothing-of-ours',
      severity: 'error',
      from: { path: '^content-types/' },
      to: { path: '^(core|server|admin|tests|demo)/' },
    },
    {
      name: 'server-below-admin',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(admin|tests|demo)/' },
    },
    {
      name: 'admin-reads-core-and-schemas',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^(server|tests|demo|content-types/(?!.*\\.json$))' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
