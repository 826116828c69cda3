export { comparePosts, type OrderedPost } from './compare-posts';
export { hasBodyProblem } from './body-checks';
export { exportPath, type ExportedPlace } from './export-path';
export {
  beginEdit,
  changeFields,
  editedFields,
  followingFields,
  typeText,
  type EditSession,
  type EditStep,
} from './edit-session';
export { descriptionOf, lastModifiedOf } from './head-keys';
export { postExcerpt, type ExcerptSource } from './post-excerpt';
export { defaultsFor } from './front-matter-defaults';
export { readJekyllPost, type JekyllFile, type JekyllPost } from './jekyll-post';
export {
  baseNameOf,
  extensionOf,
  parsePostPath,
  withoutExtension,
  type IgnoredReason,
  type PostPath,
} from './post-path';
export { pluralized } from './post-data';
export { idOf } from './post-id';
export { parseRubyInstant, parseRubyTime, type RubyInstant, type RubyTimeOptions } from './ruby-time';
export { readSiteConfig, type SiteConfig } from './site-config';
export { DEFAULT_SITE_FILES } from './site-files';
export { slugify, titleizeSlug } from './slugify';
export { isTimeZone, wallClockToEpoch, zonedParts, type WallClock, type ZonedParts } from './time-zone';
export { isReadFolder } from './entry-filter';
export { escapePath, sanitizeUrl } from './url-escape';
export { expandUrlTemplate } from './url-template';
export { postUrl, type PostUrl } from './post-url';
export { readPost, type PostTexts } from './read-post';
export { readPostFile, type PostFile } from './read-post-file';
export { fixPostFile, type FixedDiagnostic, type FixedPostFile } from './fix-post-file';
export { putFields, type PostContext } from './put-fields';
export { followRenames, type RenamedTerms } from './renamed-terms';
export { reconcileEdit, reconcileFields, reconcileNew, type Reconciled, type Refusal } from './reconcile';
export { redirectsFrom, requestedPath } from './redirect-from';
