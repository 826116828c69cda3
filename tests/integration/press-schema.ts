import {
  buildClientSchema,
  getIntrospectionQuery,
  isObjectType,
  printType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { askGraphql } from './graphql-client';
import type { StrapiInstance } from './strapi-instance';

/** The schema as a client gets it from a running server. */
export async function clientSchema(instance: StrapiInstance): Promise<GraphQLSchema> {
  const { data, errors } = await askGraphql(instance, getIntrospectionQuery({ descriptions: true }));
  expect(errors).toEqual([]);
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

/** What of a schema is ours, as text: types by their names, then our queries and mutations. */
export function pressPart(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => name.startsWith('Press'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type ?? []);
  return [...types.map(printType), ...roots.map((type) => rootPart(schema, type.name))].join('\n\n');
}

function rootPart(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields())
    .filter((field) => /press/i.test(field.name))
    .map(({ name: field, args, type: result, description }) => {
      const list = args.map((arg) => {
        const value: unknown = arg.defaultValue;
        return `${arg.name}: ${String(arg.type)}${value === undefined ? '' : ` = ${JSON.stringify(value)}`}`;
      });
      const comment = description ? `  """${description}"""\n` : '';
      return `${comment}  ${field}${list.length > 0 ? `(${list.join(', ')})` : ''}: ${String(result)}`;
    });
  return `type ${name} {\n${fields.join('\n')}\n}`;
}
