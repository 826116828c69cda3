import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** `changed`: somebody else has written the file since it was read; it is left as it is. */
export type Replaced = 'written' | 'changed';

/**
 * Gives a file new bytes at once: whoever reads it meanwhile gets the old or the new ones, never a part. Its mode stays, and
 * of a symbolic link the target is written. A file that has the new bytes already is left alone.
 *
 * @param before the bytes that the new ones were made from
 * @throws where the file cannot be read or written
 */
export async function replaceFile(file: string, before: Uint8Array, after: Uint8Array): Promise<Replaced> {
  const target = await realpath(file);
  // For a rename only the folder's rights count, but whoever may not write the file should not replace it either.
  await (await open(target, 'r+')).close();
  const draft = path.join(path.dirname(target), `.strapi-press-${randomUUID()}.tmp`);
  try {
    await writeDraft(draft, after, target);
    const now = await readFile(target);
    if (now.equals(after)) return 'written';
    if (!now.equals(before)) return 'changed';
    await rename(draft, target);
    return 'written';
  } finally {
    await rm(draft, { force: true });
  }
}

/** Writes what will be the file, with the owner and mode of the one that it will replace. */
async function writeDraft(draft: string, bytes: Uint8Array, target: string): Promise<void> {
  const { mode, uid, gid } = await stat(target);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    const own = await handle.stat();
    // Only root may give a file away; it should not come to own the files of a site.
    if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(() => undefined);
    await handle.chmod(mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
