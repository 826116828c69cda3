import { useEffect, useState } from 'react';

/** The job that renews posts after a change; it stays in view when it has ended, until the next one. */
export function useRegeneration(open: number | null): number | null {
  const [shown, setShown] = useState(open);
  useEffect(() => {
    if (open !== null) setShown(open);
  }, [open]);
  return shown;
}
