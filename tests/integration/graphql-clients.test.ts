import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InMemoryCache, type DocumentNode } from '@apollo/client';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { parse, print, printSchema } from 'graphql';
import ts from 'typescript';
import { POST_UID } from '../../server/src/plugin-id';
import { documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { clientSchema, pressPart } from './press-schema';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = [...actionsOn(['post', 'category', 'tag'], ['find', 'findOne']), 'plugin::press.post.update'];

/** What a newsroom's front end asks. */
const OPERATIONS = `
  fragment Card on PressPost {
    id
    title
    url
    date
    excerptHtml
    categories { id name slug }
  }
  query Front($first: Int = 10, $after: String, $category: String) {
    pressPostsByCursor(first: $first, after: $after, category: $category) {
      nodes { ...Card }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
  query Page($url: String!) {
    pressNodeByUrl(url: $url) {
      __typename
      ... on PressPost {
        ...Card
        html
        toc { level id text }
        shareLinks(networks: ["weibo"]) { network label url }
        backLinks { kind label url category { id } }
      }
      ... on PressCategory { id name postCount ancestors { id name } }
      ... on PressRedirect { to code }
    }
  }
  mutation Retitle($documentId: ID!, $title: String!) {
    updatePressPost(documentId: $documentId, data: { title: $title }) { ...Card diagnostics { severity message } }
  }
`;

/** How the front end uses the types that are generated for it. */
const USAGE = `
import type { FrontQuery, PageQuery, PageQueryVariables } from './generated';

export function headlines({ pressPostsByCursor: { nodes, pageInfo } }: FrontQuery): string[] {
  const next: string | null | undefined = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return nodes.map(({ id, title, excerptHtml }) => id + (title ?? '') + excerptHtml + (next ?? ''));
}

export function page({ pressNodeByUrl: node }: PageQuery): string {
  switch (node?.__typename) {
    case 'PressPost':
      return node.html + node.shareLinks.map(({ url }) => url).join() + node.toc.map(({ level }) => level + 1).join();
    case 'PressCategory':
      return String(node.postCount + 1);
    case 'PressRedirect':
      return node.to + (node.code - 300);
    default:
      return '';
  }
}

// @ts-expect-error a page has a URL
export const variables: PageQueryVariables = {};

// @ts-expect-error html is no number
export const wrong = (node: Extract<PageQuery['pressNodeByUrl'], { html: string }>): number => node.html;
`;

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example' } },
  });
  await setPublicActions(instance.strapi, READ);
});

afterAll(() => instance.stop());

describe('typed clients', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'press-types-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('get types for their operations from the schema', async () => {
    const schemaAst = await clientSchema(instance);
    const generated = await codegen({
      filename: 'generated.ts',
      schema: parse(printSchema(schemaAst)),
      schemaAst,
      documents: [{ location: 'operations.graphql', document: parse(OPERATIONS) }],
      plugins: [{ operations: {} }],
      pluginMap: { operations: operationsPlugin },
      config: {},
    });
    await writeFile(path.join(folder, 'generated.ts'), generated);
    await writeFile(path.join(folder, 'usage.ts'), USAGE);
    const program = ts.createProgram([path.join(folder, 'usage.ts')], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
    });
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
    expect(problems).toEqual([]);
  });
});

describe("Apollo Client's cache", () => {
  const QUERY = parse(`query Post($documentId: ID!, $status: PublicationStatus, $locale: I18NLocaleCode) {
    pressPost(documentId: $documentId, status: $status, locale: $locale) { id title categories { id name } }
  }`);

  it('holds draft, published and each locale of a document side by side', async () => {
    const documents = documentsOf(instance.strapi, POST_UID);
    const { documentId } = await documents.create({
      locale: 'en',
      status: 'published',
      data: { title: 'Low tide', date: '2022-01-01', frontMatter: 'categories: news\n' },
    });
    await documents.update({ documentId, locale: 'en', data: { title: 'Lower tide' } });
    await documents.update({
      documentId,
      locale: 'zh-Hans',
      status: 'published',
      data: { title: '退潮', date: '2022-01-01', frontMatter: 'categories: 新闻\n' },
    });
    const cache = new InMemoryCache();
    const asked = [
      { status: 'PUBLISHED', locale: 'en' },
      { status: 'DRAFT', locale: 'en' },
      { status: 'PUBLISHED', locale: 'zh-Hans' },
    ].map((of) => ({ documentId, ...of }));
    const query: DocumentNode = cache.transformDocument(QUERY);
    for (const variables of asked) {
      const { data, errors } = await askGraphql(instance, print(query), variables);
      expect(errors).toEqual([]);
      cache.writeQuery({ query, variables, data });
    }
    const read = asked.map((variables) =>
      cache.readQuery<{ pressPost: { title: string; categories: { name: string }[] } }>({ query, variables }),
    );
    expect(read.map((answer) => answer?.pressPost.title)).toEqual(['Low tide', 'Lower tide', '退潮']);
    expect(read.map((answer) => answer?.pressPost.categories.map(({ name }) => name))).toEqual([
      ['news'],
      ['news'],
      ['新闻'],
    ]);
    const kept = Object.keys(cache.extract());
    expect(kept.filter((key) => key.startsWith('PressPost:'))).toHaveLength(3);
    expect(kept.filter((key) => key.startsWith('PressCategory:'))).toHaveLength(2);
  });

  it('has a change of one of them, and of no other', async () => {
    const { documentId } = await documentsOf(instance.strapi, POST_UID).create({
      locale: 'en',
      status: 'published',
      data: { title: 'Wind', date: '2022-01-02' },
    });
    const cache = new InMemoryCache();
    const query = cache.transformDocument(QUERY);
    const [published, draft] = ['PUBLISHED', 'DRAFT'].map((status) => ({ documentId, status, locale: 'en' }));
    for (const variables of [published, draft]) {
      const { data } = await askGraphql(instance, print(query), variables);
      cache.writeQuery({ query, variables, data });
    }
    // Strapi's update answers the draft, which is what was changed.
    const mutation = `mutation($documentId: ID!) {
      updatePressPost(documentId: $documentId, status: DRAFT, data: { title: "Storm" }) { __typename id title }
    }`;
    const { data, errors } = await askGraphql(instance, mutation, { documentId });
    expect(errors).toEqual([]);
    const { updatePressPost } = data as {
      updatePressPost: { __typename: string; id: string; title: string };
    };
    const fragment = parse('fragment T on PressPost { title }');
    cache.writeFragment({ id: cache.identify(updatePressPost), fragment, data: updatePressPost });
    const titleOf = (variables: object) =>
      cache.readQuery<{ pressPost: { title: string } }>({ query, variables })?.pressPost.title;
    expect([titleOf(draft), titleOf(published)]).toEqual(['Storm', 'Wind']);
  });
});

describe('the schema', () => {
  it('is this one, whether the app lists graphql before the plugin or after it', async () => {
    const before = pressPart(await clientSchema(instance));
    expect(before).toMatchSnapshot();
    await instance.stop();
    instance = await startStrapi({
      plugins: ['press', 'graphql'],
      press: { site: { url: 'https://paper.example' } },
    });
    expect(pressPart(await clientSchema(instance))).toBe(before);
  });
});
