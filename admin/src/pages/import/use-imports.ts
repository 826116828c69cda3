import { useState } from 'react';
import { hasEnded } from '../../../../core/admin/jobs';
import { useGetImportsQuery, type Page } from '../../api/import-api';

const POLL_MILLISECONDS = 3000;

/** A page of the imports that were, the newest first; asked again and again while one of them goes on. */
export function useImports(page: Page, { skip = false } = {}) {
  const [isMoving, setMoving] = useState(false);
  const imports = useGetImportsQuery(page, {
    skip,
    pollingInterval: isMoving ? POLL_MILLISECONDS : 0,
    refetchOnMountOrArgChange: true,
  });
  const moves = imports.data?.imports.some((one) => !hasEnded(one)) ?? false;
  if (moves !== isMoving) setMoving(moves);
  return imports;
}
