export type { FeedAnswer } from './answer';
export type { FeedQuery } from './feed-answer';
export { MOST_POSTS } from './feed-limit';
export { feedsService, type FeedsService } from './feeds-service';
export { send, type AnswerContext } from './send';
