import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { POST_UID } from '../plugin-id';
import { deferred } from './deferred';
import type { StoredLinks } from './panels/LinksPanel';
import { getTrad } from '../translations/get-trad';

const links = deferred(() => import('./panels/LinksPanel'));
const preview = deferred(() => import('./panels/PreviewPanel'));

/** Fetches what stands beside the form of a post, before its place is there. */
export async function loadPostPanels(): Promise<void> {
  await Promise.all([links.load(), preview.load()]);
}

/** Beside the form of a post: how long it is and how it will look. */
export const PostPreviewPanel: PanelComponent = ({ model }) => {
  const { formatMessage } = useIntl();
  if (model !== POST_UID) return null;
  return {
    title: formatMessage({ id: getTrad('panels.text') }),
    content: <preview.Deferred />,
  };
};

/** Beside the form of a post: its URL, share links and back links. */
export const PostLinksPanel: PanelComponent = ({ model, document }) => {
  const { formatMessage } = useIntl();
  if (model !== POST_UID) return null;
  return {
    title: formatMessage({ id: getTrad('panels.links') }),
    content: <links.Deferred stored={document as StoredLinks | undefined} />,
  };
};
