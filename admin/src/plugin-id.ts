/** The plugin's id: the prefix of its texts, routes, permissions and content types. */
export const PLUGIN_ID = 'press';

export const POST_UID = 'plugin::press.post';
export const CATEGORY_UID = 'plugin::press.category';
export const TAG_UID = 'plugin::press.tag';
