export { newestOfTerm, relatedPosts, type NewestOf, type RelatedTo } from './related-posts';
