import { message } from '../../../core/messages';
import { validationError } from './rejections';

/**
 * Refuses texts with a NUL character, which PostgreSQL stores in no column and which no file of a site can mean.
 * @throws ValidationError naming each attribute that has one.
 */
export function refuseNulCharacters(data: Record<string, unknown>): void {
  const problems = Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'string' && value.includes('\0')
      ? [{ path: [name], message: message('post/nul-character', { field: name }) }]
      : [],
  );
  if (problems.length > 0) throw validationError(problems);
}
