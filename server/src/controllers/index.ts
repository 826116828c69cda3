import { factories } from '@strapi/strapi';
import { TAG_UID } from '../plugin-id';
import { adminEditing } from './admin/editing';
import { adminExport } from './admin/export';
import { adminImport } from './admin/import';
import { adminJobs } from './admin/jobs';
import { adminOverview } from './admin/overview';
import { adminPosts } from './admin/posts';
import { adminSettings } from './admin/settings';
import { adminTerms } from './admin/terms';
import { category } from './category';
import { countOrdered } from './count-ordered';
import { feed } from './feed';
import { frontMatter } from './front-matter';
import { post } from './post';

/** Strapi's core controllers of our types; they check parameters, permissions and output as strictly as an app's own. */
export const controllers = {
  post,
  category: countOrdered('category', category),
  tag: countOrdered('tag', factories.createCoreController(TAG_UID)),
  'front-matter': frontMatter,
  feed,
  'admin-editing': adminEditing,
  'admin-export': adminExport,
  'admin-import': adminImport,
  'admin-jobs': adminJobs,
  'admin-overview': adminOverview,
  'admin-posts': adminPosts,
  'admin-settings': adminSettings,
  'admin-terms': adminTerms,
};
