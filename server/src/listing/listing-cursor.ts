/** Where a page begins or ends: the date of a post, in milliseconds, and its row id. */
export interface ListingCursor {
  date: number;
  post: number;
}

/** A cursor as a text for clients, which they give back unread. */
export function encodeCursor({ date, post }: ListingCursor): string {
  return Buffer.from(`${date}:${post}`).toString('base64url');
}

/** @returns null where a text is no cursor of ours. */
export function decodeCursor(text: string): ListingCursor | null {
  const [, date, post] = /^(-?\d{1,16}):(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return date === undefined ? null : { date: Number(date), post: Number(post) };
}
