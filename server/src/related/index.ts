export { CANDIDATES, relatedPosts, type NewestOf, type RelatedTo } from './related-posts';
