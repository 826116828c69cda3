import {
  effectiveEdits,
  patchOf,
  problemsAt,
  sourceOf,
  withEdit,
  withEdits,
} from '../../../admin/src/pages/settings/setting-edits';

const VALUES = {
  site: { title: 'The Paper' },
  share: { networks: ['x'], utm: { source: '{network}' } },
  footer: null,
  rules: { 'yaml/syntax': 'off' },
};
const BELOW = {
  site: { title: null },
  share: { networks: ['x', 'weibo'], utm: null },
  footer: null,
  rules: {},
};

it('shows edits over what is saved, and what lies below where a key is taken back', () => {
  const edits = { 'site.title': null, 'share.networks': ['weibo'], 'rules.yaml/syntax': null };
  expect(withEdits<object>(VALUES, BELOW, edits)).toEqual({
    site: { title: null },
    share: { networks: ['weibo'], utm: { source: '{network}' } },
    footer: null,
    rules: {},
  });
});

it('adds keys to maps that are not there yet', () => {
  const edits = { 'footer.write.template': '{share}', 'share.utm.medium': 'post' };
  expect(withEdits<object>(VALUES, BELOW, edits)).toMatchObject({
    share: { utm: { source: '{network}', medium: 'post' } },
    footer: { write: { template: '{share}' } },
  });
});

it('lets an edit of a whole value replace those of its parts', () => {
  const edits = withEdit({ 'footer.write.template': 'a', 'site.title': 'b' }, 'footer', null);
  expect(edits).toEqual({ 'site.title': 'b', footer: null });
});

it('sends edits as one patch, later ones over earlier ones', () => {
  const edits = {
    footer: { write: { template: 'a' } },
    'footer.write.backLink': '{url}',
    'site.title': null,
  };
  expect(patchOf(edits)).toEqual({
    footer: { write: { template: 'a', backLink: '{url}' } },
    site: { title: null },
  });
});

it('forgets edits that change nothing', () => {
  const sources = { 'site.title': 'admin', 'share.networks': 'default' } as const;
  expect(
    effectiveEdits(
      { 'site.title': 'The Paper', 'share.networks': null, footer: { write: {} } },
      sources,
      VALUES,
    ),
  ).toEqual({ footer: { write: {} } });
  expect(effectiveEdits({ 'site.title': null }, sources, VALUES)).toEqual({ 'site.title': null });
});

it('names the strongest layer of a map, and the problems of its parts', () => {
  const sources = { 'label.en': 'default', 'label.de': 'admin', labels: 'file' } as const;
  expect(sourceOf(sources, 'label')).toBe('admin');
  expect(sourceOf(sources, 'label.en')).toBe('default');
  expect(sourceOf(sources, 'nothing')).toBe('default');
  const problems = [
    { path: 'share.networks[1]', message: 'closed' },
    { path: 'share.url', message: 'wrong' },
  ];
  expect(problemsAt(problems, 'share.networks')).toEqual([problems[0]]);
  expect(problemsAt(problems, 'share')).toEqual(problems);
});
