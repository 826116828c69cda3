import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { addClosingLine } from './closing-lines';
import { sharedPath } from './shared-data';
import type { SiteAnswer } from './site-comparison';

const ORACLE = sharedPath('jekyll-oracle', 'oracle_lib.rb');

/** A running Jekyll that reads one site after the other. */
export interface Jekyll {
  /** @throws where Jekyll reads no site in the folder. */
  read(folder: string): Promise<SiteAnswer>;
  stop(): void;
}

/** Starts Jekyll; every call of `read` waits for the one before it. */
export function startJekyll(): Jekyll {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const ruby = spawn('ruby', ['-W0', path.join(__dirname, 'read-sites.rb'), ORACLE], { env });
  const answers = createInterface(ruby.stdout)[Symbol.asyncIterator]();
  let complaints = '';
  ruby.stderr.on('data', (text: Buffer) => {
    complaints = (complaints + text.toString()).slice(-2000);
  });
  return {
    async read(folder) {
      ruby.stdin.write(`${folder}\n`);
      const line = await answers.next();
      if (line.done) throw new Error(`Jekyll ended: ${complaints}`);
      const answer = JSON.parse(line.value) as SiteAnswer & { failure?: string; site_error?: string | null };
      const failure = answer.failure ?? answer.site_error;
      if (failure) throw new Error(`Jekyll stopped: ${failure}`);
      return answer;
    },
    stop() {
      ruby.stdin.end();
    },
  };
}

/** Why the real Jekyll cannot be asked; null where it can. */
function missingJekyll(): string | null {
  if (!existsSync(ORACLE)) return `there is no ${ORACLE}`;
  const found = spawnSync('ruby', ['-e', 'require "jekyll"'], { encoding: 'utf8' });
  if (found.error) return `ruby cannot be started (${found.error.message})`;
  return found.status === 0 ? null : 'Ruby has no jekyll (apt-get install -y jekyll)';
}

/**
 * Tests that ask the real Jekyll. Where there is none the closing lines say that they are left out, and under
 * `CORPUS_REQUIRE_JEKYLL` that is a failure.
 */
export function describeWithJekyll(name: string, define: (jekyll: () => Jekyll) => void): void {
  const missing = missingJekyll();
  describe(name, () => {
    if (missing !== null) {
      it('are left out only where no Jekyll is required', () => {
        addClosingLine({ rank: 9, line: `LEFT OUT: ${name}, because ${missing}`, failures: [] });
        expect(process.env.CORPUS_REQUIRE_JEKYLL ? missing : null).toBeNull();
      });
      return;
    }
    let jekyll: Jekyll;
    beforeAll(() => {
      jekyll = startJekyll();
    });
    afterAll(() => jekyll.stop());
    define(() => jekyll);
  });
}
