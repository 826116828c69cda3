const STRAPI = import.meta.env.STRAPI_URL ?? 'http://localhost:1337';

export interface Link {
  label: string;
  url: string;
}

export interface Card {
  title: string;
  url: string;
  date: string;
  excerptHtml: string;
}

export interface Post extends Card {
  html: string;
  author: string | null;
  readingTime: number;
  toc: { level: number; id: string; text: string }[];
  shareLinks: Link[];
  backLinks: Link[];
}

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const CARD = 'title url date excerptHtml';
const POST = `${CARD} html author readingTime toc { level id text } shareLinks { label url } backLinks { label url }`;

/** Asks Strapi; a wrong query stops the build with Strapi's words. */
async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await fetch(`${STRAPI}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors?.length) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

async function* pages<Node>(fields: string, category: string | null, size: number): AsyncGenerator<Node[]> {
  let after: string | null = null;
  do {
    const query = `query($first: Int, $after: String, $category: String) {
      pressPostsByCursor(first: $first, after: $after, category: $category, includeChildren: true) {
        nodes { ${fields} } pageInfo { hasNextPage endCursor }
      }
    }`;
    const data: { pressPostsByCursor: Page<Node> } = await ask(query, { first: size, after, category });
    yield data.pressPostsByCursor.nodes;
    const { hasNextPage, endCursor } = data.pressPostsByCursor.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
}

/** Every published post, a hundred at a time. */
export async function allPosts(): Promise<Post[]> {
  const posts: Post[] = [];
  for await (const page of pages<Post>(POST, null, 100)) posts.push(...page);
  return posts;
}

/** The posts of a category, page by page. */
export async function categoryPages(slug: string, size: number): Promise<Card[][]> {
  const found: Card[][] = [];
  for await (const page of pages<Card>(CARD, slug, size)) found.push(page);
  return found;
}

export interface Category {
  name: string;
  slug: string;
  postCount: number;
}

export async function allCategories(): Promise<Category[]> {
  const query = '{ pressCategories(pagination: { limit: 100 }, sort: "name") { name slug postCount } }';
  const { pressCategories } = await ask<{ pressCategories: Category[] }>(query);
  return pressCategories;
}
