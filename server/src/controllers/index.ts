import { factories } from '@strapi/strapi';
import { CATEGORY_UID, TAG_UID } from '../plugin-id';
import { frontMatter } from './front-matter';
import { post } from './post';

/** Strapi's core controllers of our types; they check parameters, permissions and output as strictly as an app's own. */
export const controllers = {
  post,
  category: factories.createCoreController(CATEGORY_UID),
  tag: factories.createCoreController(TAG_UID),
  'front-matter': frontMatter,
};
