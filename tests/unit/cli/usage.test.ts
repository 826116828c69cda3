import { cleanPost, folderWith, removeFolders, runCli } from './cli-run';

afterAll(removeFolders);

const POST = { '_posts/2021-12-30-c.md': cleanPost() };

describe('help', () => {
  it.each([['--help'], ['help'], ['validate', '--help'], ['import', '--help'], ['rebuild', '--help']])(
    'of %s %s is printed and ends with 0',
    async (...argv) => {
      const { code, stdout, stderr } = await runCli(folderWith({}), ...argv);
      expect(stdout).toMatch(/^Usage: strapi-press/);
      expect([code, stderr]).toEqual([0, '']);
    },
  );
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.each([
    ['an unknown option', ['validate', '.', '--nothing'], /unknown option '--nothing'/],
    ['an unknown command', ['valdate', '.'], /unknown command 'valdate'/],
    ['no path', ['validate'], /missing required argument 'path'/],
    ['an unknown format', ['validate', '.', '--format', 'xml'], /pretty, json, github/],
    ['an unknown language', ['validate', '.', '--lang', 'fr'], /en, zh-Hans/],
    ['an option without its value', ['validate', '.', '--config'], /argument missing/],
    ['an archive that is not there', ['import', 'site.zip'], /site\.zip: no such file or folder\n$/],
    ['empty standard input', ['import', '-'], /-: nothing came in/],
    ['no source', ['import'], /missing required argument 'source'/],
    ['a source that is not there', ['import', 'missing'], /missing: no such file or folder\n$/],
    ['a folder that is no Strapi app', ['import', '.'], /is no Strapi app/],
    ['a rebuild outside an app', ['rebuild'], /is no Strapi app/],
  ])('%s', async (_name, argv, told) => {
    const { code, stdout, stderr } = await runCli(folderWith(POST), ...argv);
    expect(stderr).toMatch(told);
    expect([code, stdout]).toEqual([2, '']);
  });

  it.each(['../a.md', '/etc/a.md', '_posts/../../a.md'])(
    '--as %s, which leads out of the site',
    async (as) => {
      const folder = folderWith({ 'post.txt': cleanPost() });
      const { code, stderr } = await runCli(folder, 'import', 'post.txt', '--as', as);
      expect(stderr).toMatch(/^strapi-press: --as .*expected .*\n$/);
      expect(code).toBe(2);
    },
  );

  it('--as for a folder', async () => {
    const { code, stderr } = await runCli(
      folderWith(POST),
      'import',
      '_posts',
      '--as',
      '_posts/2021-01-01-a.md',
    );
    expect(stderr).toMatch(/^strapi-press: --as names one file, but .* is a folder\n$/);
    expect(code).toBe(2);
  });
});

describe('the config of validate', () => {
  const validate = (files: Record<string, string>, ...argv: string[]) =>
    runCli(folderWith({ ...POST, ...files }), 'validate', '.', ...argv);

  it.each([
    ['a wrong value', { 'c.json': '{"site":{"timezone":"Mars"}}' }, /c\.json: .*site\.timezone.*Mars/],
    [
      'an unknown key',
      { 'c.json': '{"sit":{}}' },
      /c\.json: press\.sit: unknown key; did you mean press\.site\?/,
    ],
    ['a key of plugins', { 'c.json': '{"press":{"config":{"permalink":5}}}' }, /permalink.*5/],
    ['text that is no JSON', { 'c.json': '{' }, /c\.json: cannot be read as config/],
    [
      'a script that fails',
      { 'c.js': 'throw new Error("no luck");' },
      /c\.js: cannot be read as config: no luck/,
    ],
    ['a list', { 'c.json': '[]' }, /c\.json: /],
  ])('with %s ends with 2 and one line that names it', async (_name, files, told) => {
    const { code, stdout, stderr } = await validate(files, '--config', Object.keys(files)[0] ?? '');
    expect(stderr).toMatch(/^strapi-press: [^\n]+\n$/);
    expect(stderr).toMatch(told);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('that is missing ends with 2', async () => {
    const { code, stderr } = await validate({}, '--config', 'nowhere.json');
    expect(stderr).toMatch(/^strapi-press: nowhere\.json: [^\n]+\n$/);
    expect(code).toBe(2);
  });

  it.each([
    [
      'a function of env',
      { 'c.js': "module.exports = ({ env }) => ({ future: env.bool('NOT_SET', true) });" },
    ],
    ['the default export of a module', { 'c.js': 'exports.default = { future: true };' }],
    ['all plugins', { 'c.js': 'module.exports = { press: { enabled: true, config: { future: true } } };' }],
  ])('may be %s', async (_name, files) => {
    const { code, stderr } = await validate(files, '--config', 'c.js');
    expect([code, stderr]).toEqual([0, '']);
  });

  it('is that of the app in the folder, unless one is given', async () => {
    const strict =
      "module.exports = () => ({ press: { config: { frontMatter: { unknownKeys: 'error' } } } });";
    const files = {
      'package.json': JSON.stringify({ dependencies: { '@strapi/strapi': '^5.37.0' } }),
      'config/plugins.js': strict,
      '_posts/2021-12-29-a.md': cleanPost('A', 'own: 1\n'),
    };
    expect((await validate(files)).code).toBe(1);
    expect((await validate({ ...files, 'other.json': '{}' }, '--config', 'other.json')).code).toBe(0);
  });
});
