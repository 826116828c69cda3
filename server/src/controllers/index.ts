import { factories } from '@strapi/strapi';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';

/** Strapi's core controllers of our types; they check parameters, permissions and output as strictly as an app's own. */
export const controllers = {
  post: factories.createCoreController(POST_UID),
  category: factories.createCoreController(CATEGORY_UID),
  tag: factories.createCoreController(TAG_UID),
};
