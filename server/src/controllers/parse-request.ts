import { errors } from '@strapi/utils';
import type { z } from '@strapi/utils';
import { message } from '../../../core/messages';
import { errorSaying } from '../messages/error-saying';

/** What a request holds, as a schema has it. @throws ValidationError naming each place that is not as expected. */
export function parse<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String),
    message: issue.message,
    name: 'ValidationError',
  }));
  const problems = issues.map((issue) => issue.message).join('; ');
  throw errorSaying(errors.ValidationError, message('request/invalid', { problems }), { errors: issues });
}
