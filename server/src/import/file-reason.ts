import { message, say, type Message } from '../../../core/messages';
import { messageOf } from '../messages/message-of';

/** What an error of the file system means, in words. */
export function reasonMessage(error: unknown): Message {
  const words: Record<string, Message> = {
    ENOENT: message('file/missing'),
    ENOTDIR: message('file/missing'),
    EACCES: message('file/may-not-read'),
    EPERM: message('file/may-not-read'),
    ELOOP: message('file/endless-link'),
    EISDIR: message('file/folder'),
    ENAMETOOLONG: message('file/long-name'),
  };
  return words[codeOf(error)] ?? messageOf(error);
}

/** What an error of the file system means for a file that was to be written. */
export function writeReasonMessage(error: unknown): Message {
  const words: Record<string, Message> = {
    EACCES: message('file/may-not-write'),
    EPERM: message('file/may-not-write'),
    EROFS: message('file/read-only'),
    EEXIST: message('file/in-the-way'),
    ENOTDIR: message('file/in-the-way'),
    ENOSPC: message('file/disk-full'),
  };
  return words[codeOf(error)] ?? reasonMessage(error);
}

/** As `reasonMessage`, in English. */
export function reasonOf(error: unknown): string {
  return say(reasonMessage(error), 'en');
}

/** As `writeReasonMessage`, in English. */
export function writeReasonOf(error: unknown): string {
  return say(writeReasonMessage(error), 'en');
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
