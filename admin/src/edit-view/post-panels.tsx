import { lazy, Suspense } from 'react';
import { Loader } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { POST_UID } from '../plugin-id';
import type { StoredLinks } from './panels/LinksPanel';
import { getTrad } from '../translations/get-trad';

const LazyLinks = lazy(() => import('./panels/LinksPanel'));
const LazyPreview = lazy(() => import('./panels/PreviewPanel'));

/** Beside the form of a post: how long it is and how it will look. */
export const PostPreviewPanel: PanelComponent = ({ model }) => {
  const { formatMessage } = useIntl();
  if (model !== POST_UID) return null;
  return {
    title: formatMessage({ id: getTrad('panels.text') }),
    content: (
      <Suspense fallback={<Loader small />}>
        <LazyPreview />
      </Suspense>
    ),
  };
};

/** Beside the form of a post: its URL, share links and back links. */
export const PostLinksPanel: PanelComponent = ({ model, document }) => {
  const { formatMessage } = useIntl();
  if (model !== POST_UID) return null;
  return {
    title: formatMessage({ id: getTrad('panels.links') }),
    content: (
      <Suspense fallback={<Loader small />}>
        <LazyLinks stored={document as StoredLinks | undefined} />
      </Suspense>
    ),
  };
};
