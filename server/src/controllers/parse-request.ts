import { errors } from '@strapi/utils';
import type { z } from '@strapi/utils';

/** What a request holds, as a schema has it. @throws ValidationError naming each place that is not as expected. */
export function parse<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String),
    message,
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(`Invalid request: ${issues.map(({ message }) => message).join('; ')}`, {
    errors: issues,
  });
}
