import { selectionOf, type SelectedFile } from '../../../admin/src/pages/import/sending/selection';

const file = (path: string, content = 'x'): SelectedFile => ({ path, file: new File([content], path) });

function pathsOf(found: SelectedFile[]): string[] {
  const selection = selectionOf(found);
  return selection.kind === 'files' ? selection.files.map(({ path }) => path) : [];
}

it('sends one zip file as it is', () => {
  expect(selectionOf([file('site.zip')])).toMatchObject({ kind: 'zip', name: 'site.zip' });
});

it('refuses a zip file beside others', () => {
  expect(selectionOf([file('site.zip'), file('a.md')])).toEqual({ kind: 'refused', why: 'several-zips' });
});

it('packs a zip file of a folder like any other file', () => {
  expect(pathsOf([file('site/_posts/a.md'), file('site/files/b.zip')])).toEqual([
    'site/_posts/a.md',
    'site/files/b.zip',
  ]);
});

it('takes texts without a folder for posts, and other files for what lies beside them', () => {
  expect(pathsOf([file('2021-12-29-a.md'), file('_config.yml'), file('a.png')])).toEqual([
    '_posts/2021-12-29-a.md',
    '_config.yml',
    'a.png',
  ]);
});

it('leaves out what tools put into a site', () => {
  expect(
    pathsOf([
      file('site/_posts/a.md'),
      file('site/.git/HEAD'),
      file('site/node_modules/a/readme.md'),
      file('site/_site/index.html'),
    ]),
  ).toEqual(['site/_posts/a.md']);
});

it('is named after the folder, or after nothing where there are several', () => {
  expect(selectionOf([file('site/_posts/a.md'), file('site/b.md')])).toMatchObject({ name: 'site' });
  expect(selectionOf([file('a.md'), file('b.md')])).toMatchObject({ name: null });
});

it.each([
  ['nothing', []],
  ['nothing', [file('.git/HEAD')]],
  ['too-many', Array.from({ length: 65_536 }, (_, index) => file(`s/${index}.md`))],
])('refuses %s', (why, found) => {
  expect(selectionOf(found)).toEqual({ kind: 'refused', why });
});
