import { Readable } from 'node:stream';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../server/src/cli';
import { sharedPath } from './shared-data';

async function validate(cwd: string, ...argv: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await run(['validate', ...argv], {
    cwd,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: Readable.from([]),
    isTerminal: false,
  });
  const lines = stdout.trimEnd().split('\n');
  return { code, stderr, problems: lines.slice(0, -1), closing: lines[lines.length - 1] };
}

/** `file:line:column severity rule message`. */
const PROBLEM = /^(\S+?):(\d+):(\d+) (error|warning|info) ([a-z][a-z-]*(?:\/[a-z0-9-]+)?) \S.*$/;

describe('the news site under validate', () => {
  const site = sharedPath('data', 'finews');
  let result: Awaited<ReturnType<typeof validate>>;

  beforeAll(async () => {
    result = await validate(site, '.');
  });

  it('gives each problem in one line: where, how bad, which rule, what', () => {
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems.filter((line) => !PROBLEM.test(line))).toEqual([]);
  });

  it('has errors only in the file that is no post, and ends with 1', () => {
    const errors = result.problems
      .map((line) => PROBLEM.exec(line))
      .filter((found) => found?.[4] === 'error');
    expect(new Set(errors.map((found) => found?.[1]))).toEqual(new Set(['_posts/-202205262391921712.md']));
    expect(errors.map((found) => `${found?.[2]}:${found?.[3]} ${found?.[5]}`)).toEqual([
      '1:1 file-name/no-date',
      '3:8 title/empty',
      '4:8 date/invalid',
    ]);
    expect([result.code, result.stderr]).toEqual([1, '']);
  });

  it('names its common weaknesses as often as they occur', () => {
    const counts: Record<string, number> = {};
    for (const line of result.problems) {
      const rule = PROBLEM.exec(line)?.[5] ?? '';
      counts[rule] = (counts[rule] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'date/no-time-zone': 39,
      'front-matter/not-at-start': 5,
      'file-name/no-date': 1,
      'title/empty': 1,
      'date/invalid': 1,
      'share-link/empty': 1,
    });
  });

  it('counts every file', () => {
    expect(result.closing).toMatch(/^79 files: 78 posts, 1 ignored, 0 rejected; 3 errors, 45 warnings$/);
  });
});

describe('the post that the site began with, under validate', () => {
  it('has no problem', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'press-seed-'));
    try {
      const [seed = ''] = readdirSync(sharedPath('seeds')).filter((name) => name.endsWith('.txt'));
      mkdirSync(path.join(folder, '_posts'));
      copyFileSync(
        sharedPath('seeds', seed),
        path.join(folder, '_posts', '2021-12-29-NW202112292229239264.md'),
      );
      const { code, problems, closing } = await validate(folder, '.');
      expect(problems).toEqual([]);
      expect(closing).toBe('1 file: 1 post, 0 ignored, 0 rejected; 0 errors, 0 warnings');
      expect(code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
