import request from 'supertest';
import type { StrapiInstance } from './strapi-instance';

/** What a GraphQL endpoint answers. */
export interface GraphqlAnswer {
  status: number;
  data: Record<string, unknown> | null | undefined;
  errors: GraphqlError[];
}

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    error?: { name: string; details?: { errors?: { path: string[]; message: string }[] } };
  };
}

/** Asks the GraphQL endpoint of an instance; as anonymous where there is no token. */
export async function askGraphql(
  { server }: StrapiInstance,
  query: string,
  variables: Record<string, unknown> = {},
  token?: string,
): Promise<GraphqlAnswer> {
  const call = request(server).post('/graphql');
  if (token) call.set('Authorization', `Bearer ${token}`);
  const { status, body } = await call.send({ query, variables });
  const { data, errors = [] } = body as { data?: Record<string, unknown> | null; errors?: GraphqlError[] };
  return { status, data, errors };
}
