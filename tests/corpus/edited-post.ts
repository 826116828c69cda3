import { decodeUtf8, renderFile, splitFrame, type Frame } from '../../core/front-matter';
import { putFields, readPost } from '../../core/jekyll';
import type { PostFields, PostReading } from '../../core/post';
import type { Settings } from '../../core/settings';
import type { Edit } from './generated/edits';

/** A post's file as our reader has it. */
export interface OpenPost {
  path: string;
  bytes: Uint8Array;
  bom: boolean;
  frame: Frame;
  yaml: string | null;
  reading: PostReading;
}

/** Null for a file that is no UTF-8. */
export function openPost(path: string, bytes: Uint8Array, settings: Settings): OpenPost | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return null;
  const frame = splitFrame(decoded.text);
  const yaml = frame.hasHeader ? frame.yaml : null;
  return {
    path,
    bytes,
    bom: decoded.bom,
    frame,
    yaml,
    reading: readPost({ yaml, filePath: path }, settings),
  };
}

/** The bytes of the file with other front matter. */
export function fileOf({ bom, frame }: OpenPost, yaml: string | null): Uint8Array {
  const { hasHeader, open, close, body } = frame;
  const envelope = { bom, hasHeader, open, close, footer: null };
  return Buffer.from(renderFile({ envelope, frontMatter: yaml, body }));
}

/** The post with fields changed by our writer; null where it refuses. */
export function editPost(
  post: OpenPost,
  edit: Edit,
  settings: Settings,
): { wanted: PostFields; yaml: string | null; bytes: Uint8Array } | null {
  const wanted = { ...post.reading.fields, ...edit };
  const written = putFields(post.yaml, wanted, { filePath: post.path, settings });
  return written.ok ? { wanted, yaml: written.yaml, bytes: fileOf(post, written.yaml) } : null;
}
