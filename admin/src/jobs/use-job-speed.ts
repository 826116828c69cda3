import { useEffect, useRef, useState } from 'react';
import type { JobView } from '../../../core/admin/jobs';

interface Sample {
  at: number;
  done: number;
}

/** How fast a job goes on. */
export interface JobSpeed {
  /** Things a second. */
  rate: number;
  /** Seconds that are left; null where the total is not known. */
  secondsLeft: number | null;
}

/** The speed is that of the last so many milliseconds, as jobs that go on after a pause would look slow else. */
const SPAN = 20_000;

/** The speed of a job while its counts come in; null before two of them did, and where it does not run. */
export function useJobSpeed(job: JobView | undefined): JobSpeed | null {
  const samples = useRef<Sample[]>([]);
  const [speed, setSpeed] = useState<JobSpeed | null>(null);
  const isRunning = job?.state === 'running';
  const done = job?.counts?.done;
  const total = job?.counts?.total;
  const id = job?.id;

  useEffect(() => {
    samples.current = [];
    setSpeed(null);
  }, [id]);

  useEffect(() => {
    if (!isRunning || done === undefined) {
      samples.current = [];
      setSpeed(null);
      return;
    }
    const at = Date.now();
    samples.current = [...samples.current.filter((sample) => at - sample.at < SPAN), { at, done }];
    const [first] = samples.current;
    const rate = at > first.at ? ((done - first.done) * 1000) / (at - first.at) : 0;
    if (rate <= 0) return;
    setSpeed({ rate, secondsLeft: total === undefined ? null : Math.max(0, total - done) / rate });
  }, [isRunning, done, total]);

  return isRunning ? speed : null;
}
