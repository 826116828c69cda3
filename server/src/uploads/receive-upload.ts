import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { message } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { writeReasonMessage } from '../import/file-reason';
import { InputError, TooLargeError } from '../import/input-error';
import { openZipList } from '../import/zip-source';
import { bodyTooLarge, limitedBody } from '../ingest/limited-body';
import { errorSaying } from '../messages/error-saying';
import { messageOf } from '../messages/message-of';
import { makeUploadFolder, removeUpload, type UploadFolder } from './upload-folder';

/** A request whose body is a zip file. */
export interface SentArchive {
  body: Readable;
  /** What the request says of its length; null where it says nothing. */
  length: number | null;
}

/**
 * Writes a zip file that is sent to the disk as it comes, whatever its size, and looks whether it can be opened.
 * @throws PayloadTooLargeError beyond the limits, ValidationError for what is no zip file; nothing is left behind then.
 */
export async function receiveUpload(
  strapi: Core.Strapi,
  { body, length }: SentArchive,
  limits: Settings['limits'],
): Promise<UploadFolder> {
  if (length !== null && length > limits.archiveBytes) throw bodyTooLarge('archiveBytes', limits);
  const upload = await makeUploadFolder(strapi);
  try {
    const parts = limitedBody(body, 'archiveBytes', limits);
    await pipeline(parts, createWriteStream(upload.zip, { mode: 0o600 }));
    const { close } = await openZipList(upload.zip, limits, message('file/the-zip'));
    await close();
    return upload;
  } catch (error) {
    await removeUpload(upload);
    // The client goes on sending, and reads the answer only after it.
    body.resume();
    if (error instanceof TooLargeError) throw errorSaying(errors.PayloadTooLargeError, messageOf(error));
    if (error instanceof InputError)
      throw errorSaying(errors.ValidationError, message('import/not-a-zip', { reason: messageOf(error) }));
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw errorSaying(
        errors.ApplicationError,
        message('import/not-stored', { reason: writeReasonMessage(error) }),
      );
    throw error;
  }
}
