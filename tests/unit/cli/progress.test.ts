import { Readable } from 'node:stream';
import { startProgress } from '../../../server/src/cli/progress';

/** Lines that a run on no terminal prints, for updates at these milliseconds after its start. */
function linesOf(times: number[], total?: number): string[] {
  const lines: string[] = [];
  jest.useFakeTimers({ now: 0 });
  const io = {
    cwd: '/',
    stdout: (text: string) => lines.push(`stdout ${text}`),
    stderr: (text: string) => lines.push(text),
    stdin: Readable.from([]),
    isTerminal: false,
  };
  const progress = startProgress(io, {
    what: 'Importing',
    unit: 'files',
    ...(total === undefined ? {} : { total }),
  });
  for (const [index, time] of times.entries()) {
    jest.setSystemTime(time);
    progress.update((index + 1) * 100);
  }
  progress.clear();
  progress.stop();
  return lines;
}

afterEach(() => {
  jest.useRealTimers();
});

describe('progress away from a terminal', () => {
  it('says nothing in a short run', () => {
    expect(linesOf([0, 500, 1999])).toEqual([]);
  });

  it('prints a line after two seconds, then one every ten, on stderr alone', () => {
    expect(linesOf([1000, 2000, 5000, 11_999, 12_000, 13_000])).toEqual([
      'Importing: 200 files, 100/s\n',
      'Importing: 500 files, 42/s\n',
    ]);
  });

  it('says of how many, where that is known', () => {
    expect(linesOf([4000], 1000)).toEqual(['Importing: 100 of 1000 files, 25/s\n']);
  });
});
