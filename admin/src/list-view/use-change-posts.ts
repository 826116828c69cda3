import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useAnswer } from '../api/use-answer';
import type { LeftPost } from './ChosenPostsDialog';

/** What became of chosen posts. */
interface ChangedPosts {
  message: string;
  left: LeftPost[];
}

/**
 * Changes chosen posts and tells what became of them; posts that could not be changed are kept in view.
 * @param onDone called where all of them could be changed.
 */
export function useChangePosts(onDone: () => void) {
  const { toggleNotification } = useNotification();
  const answer = useAnswer();
  const [left, setLeft] = useState<LeftPost[]>([]);

  async function change<Answer>(
    request: Promise<{ data: Answer } | { error: unknown }>,
    changedPosts: (data: Answer) => ChangedPosts,
  ): Promise<void> {
    const data = await answer(request);
    if (data === null) return;
    const changed = changedPosts(data);
    toggleNotification({ type: changed.left.length > 0 ? 'warning' : 'success', message: changed.message });
    if (changed.left.length > 0) setLeft(changed.left);
    else onDone();
  }

  return { left, change };
}
