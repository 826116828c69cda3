/** What the user named cannot be used: a path, a locale, a broken `_config.yml`. The message is one clear line. */
export class InputError extends Error {}

/** What the user sent is larger than the limits. */
export class TooLargeError extends InputError {}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const words: Record<string, string> = {
    ENOENT: 'no such file or folder',
    ENOTDIR: 'no such file or folder',
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    ELOOP: 'a link that leads to itself',
    EISDIR: 'a folder, not a file',
    ENAMETOOLONG: 'its name is too long',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

/** What an error of the file system means for a file that was to be written. */
export function writeReasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const words: Record<string, string> = {
    EACCES: 'no permission to write it',
    EPERM: 'no permission to write it',
    EROFS: 'the file system is read-only',
    EEXIST: 'a file stands where a folder of its path should be',
    ENOTDIR: 'a file stands where a folder of its path should be',
    ENOSPC: 'the disk is full',
  };
  return words[code] ?? reasonOf(error);
}
