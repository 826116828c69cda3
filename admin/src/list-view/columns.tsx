import type { ListFieldLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import { getTrad } from '../translations/get-trad';
import { ProblemsCell } from './ProblemsCell';
import { UrlCell } from './UrlCell';

interface ListColumns {
  displayedHeaders: ListFieldLayout[];
  layout: ListLayout;
}

/** The list of posts shows URLs that can be copied, and a column of problems. */
export function withPostColumns({ displayedHeaders, layout }: ListColumns): ListColumns {
  // The layout names no type; only posts have an attribute of ours for front matter.
  if (!isPostList(layout)) return { displayedHeaders, layout };
  const problems = {
    name: 'press-problems',
    attribute: { type: 'string' },
    label: { id: getTrad('list.problems'), defaultMessage: 'Problems' },
    searchable: false,
    sortable: false,
    cellFormatter: ({ documentId }: { documentId: string }) => <ProblemsCell documentId={documentId} />,
  };
  const [first, ...rest] = displayedHeaders.map((header) =>
    header.name === 'url'
      ? { ...header, cellFormatter: ({ url }: { url?: string | null }) => <UrlCell url={url} /> }
      : header,
  );
  return {
    // Beside the title, where nobody has to scroll to see them.
    displayedHeaders: [first, problems as unknown as ListFieldLayout, ...rest] as ListFieldLayout[],
    layout,
  };
}

function isPostList({ metadatas }: ListLayout): boolean {
  return 'frontMatter' in metadatas && 'shareLinks' in metadatas;
}
