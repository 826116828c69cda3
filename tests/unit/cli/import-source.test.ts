import { cleanPost, folderWith, removeFolders, runCli } from './cli-run';

afterAll(removeFolders);

const SITES = {
  'broken/_config.yml': 'title: [\n',
  'broken/_posts/2021-12-29-a.md': cleanPost(),
  'latin/_config.yaml': Buffer.from('title: é\n', 'latin1'),
  'latin/_posts/2021-12-29-a.md': cleanPost(),
  'loose.txt': 'Text.\n',
};

describe('an import that cannot begin ends with 2 and one line, before Strapi is started', () => {
  it.each([
    ['a broken _config.yml', ['broken'], /broken\/_config\.yml:1:\d+ \S/],
    ['a _config.yaml that is not UTF-8', ['latin/_posts'], /latin\/_config\.yaml:1:\d+ .*UTF-8/],
    ['a file that lies in no _posts folder', ['loose.txt'], /loose\.txt lies in no _posts folder.*--as/],
    [
      '--as that names no post',
      ['loose.txt', '--as', 'about.md'],
      /--as about\.md: expected the path of a post/,
    ],
    ['a folder above sites', ['.'], /no _config\.yml, but folders in it have: import .*broken, .*latin\n$/],
  ])('for %s', async (_name, argv, told) => {
    const { code, stdout, stderr } = await runCli(folderWith(SITES), 'import', ...argv);
    expect(stderr).toMatch(/^strapi-press: [^\n]+\n$/);
    expect(stderr).toMatch(told);
    expect([code, stdout]).toEqual([2, '']);
  });
});

it('checks each site below a folder without _config.yml with its own settings', async () => {
  const dated = '---\ntitle: A\ndate: 2021-12-29 08:00:00\n---\n';
  const folder = folderWith({
    'docs/_config.yml': 'timezone: Asia/Tokyo\n',
    'docs/_posts/2021-12-29-a.md': dated,
    'blog/_config.yml': 'timezone: Asia/Shanghai\n',
    'blog/_posts/2021-12-29-a.md': dated,
    '_posts/2021-12-30-b.md': '---\ntitle: ""\n---\n',
  });
  const { lines } = await runCli(folder, 'validate', '.');
  expect(lines).toEqual([
    expect.stringMatching(/^_posts\/2021-12-30-b\.md:2:8 error title\/empty /),
    expect.stringMatching(/^blog\/_posts\/2021-12-29-a\.md:3:7 warning date\/no-time-zone .*Asia\/Shanghai/),
    expect.stringMatching(/^docs\/_posts\/2021-12-29-a\.md:3:7 warning date\/no-time-zone .*Asia\/Tokyo/),
    '3 files: 3 posts, 0 ignored, 0 rejected; 1 error, 2 warnings',
  ]);
});
