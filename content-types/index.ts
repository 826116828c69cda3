import category from './category';
import job from './job';
import post from './post';
import redirect from './redirect';
import tag from './tag';

/** The content types of the plugin by singular name, as Strapi's plugin contract wants them. */
export default { post, category, tag, redirect, job };
