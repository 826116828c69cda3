/** Posts in a feed, at most: each is rendered. */
export const MOST_POSTS = 100;
