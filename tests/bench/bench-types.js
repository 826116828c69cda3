/** The types of the plugin and the plain ones with the same attributes. */
const TYPES = {
  plain: {
    post: 'api::plain-post.plain-post',
    category: 'api::plain-category.plain-category',
    tag: 'api::plain-tag.plain-tag',
  },
  press: { post: 'plugin::press.post', category: 'plugin::press.category', tag: 'plugin::press.tag' },
};
const LOCALE = 'en';

module.exports = { LOCALE, TYPES };
