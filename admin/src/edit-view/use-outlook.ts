import { useDebounce } from '@strapi/strapi/admin';
import type { PostOutlook, PostOutlookRequest } from '../../../core/admin/post-outlook';
import { useGetPostOutlookQuery } from '../api/editing-api';
import type { PostForm } from './post-form';

/** So long nobody may have typed before the server is asked, in milliseconds. */
const PAUSE = 400;

export interface OutlookState {
  /** What the post would be; the last one that is known while the next is on its way. */
  outlook: PostOutlook | undefined;
  /** What was asked for it. */
  request: PostOutlookRequest | undefined;
  isFetching: boolean;
}

/** What the post in the form would be if it were saved now; components that ask the same share one request. */
export function useOutlook(
  { documentId, locale, values }: PostForm,
  more: Pick<PostOutlookRequest, 'slugFromTitle' | 'html'> = {},
): OutlookState {
  const frontMatter = useDebounce(values.frontMatter ?? null, PAUSE);
  const body = useDebounce(values.body ?? null, PAUSE);
  const request: PostOutlookRequest = { documentId, locale, frontMatter, body, ...more };
  const { data, currentData, isFetching, originalArgs } = useGetPostOutlookQuery(request);
  return { outlook: currentData ?? data, request: currentData ? originalArgs : undefined, isFetching };
}
