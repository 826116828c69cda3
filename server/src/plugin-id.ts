/** The plugin's id: prefix of its types' UIDs, tables, routes and settings. */
export const PLUGIN_ID = 'press';

export const POST_UID = 'plugin::press.post';
export const CATEGORY_UID = 'plugin::press.category';
export const TAG_UID = 'plugin::press.tag';
export const REDIRECT_UID = 'plugin::press.redirect';
export const JOB_UID = 'plugin::press.job';
