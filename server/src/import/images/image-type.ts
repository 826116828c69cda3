/** A format of images that browsers show. */
export interface ImageType {
  mime: string;
  /** The usual one first. */
  extensions: string[];
}

const TYPES: (ImageType & { is: (bytes: Buffer) => boolean })[] = [
  { mime: 'image/png', extensions: ['.png', '.apng'], is: starts(0, '\x89PNG\r\n\x1a\n') },
  { mime: 'image/jpeg', extensions: ['.jpg', '.jpeg', '.jfif', '.jpe'], is: starts(0, '\xff\xd8\xff') },
  { mime: 'image/gif', extensions: ['.gif'], is: starts(0, 'GIF8') },
  {
    mime: 'image/webp',
    extensions: ['.webp'],
    is: (bytes) => starts(0, 'RIFF')(bytes) && starts(8, 'WEBP')(bytes),
  },
  {
    mime: 'image/avif',
    extensions: ['.avif'],
    is: (bytes) => starts(4, 'ftypavif')(bytes) || starts(4, 'ftypavis')(bytes),
  },
  { mime: 'image/bmp', extensions: ['.bmp'], is: starts(0, 'BM') },
  { mime: 'image/x-icon', extensions: ['.ico'], is: starts(0, '\0\0\x01\0') },
  {
    mime: 'image/tiff',
    extensions: ['.tif', '.tiff'],
    is: (bytes) => starts(0, 'II*\0')(bytes) || starts(0, 'MM\0*')(bytes),
  },
  { mime: 'image/svg+xml', extensions: ['.svg'], is: isSvg },
];

/** The format of a file by its content, which is what browsers and attackers go by; null where it is no image. */
export function imageTypeOf(bytes: Buffer): ImageType | null {
  return TYPES.find(({ is }) => is(bytes)) ?? null;
}

/** A file's name for the media library: a page that is an image too must not be served as a page. */
export function fileNameOf(path: string, { extensions }: ImageType): string {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[<>:"|?*\u0000-\u001F]/g, '-')
    .slice(-200);
  return extensions.some((extension) => name.toLowerCase().endsWith(extension))
    ? name
    : `${name}${extensions[0]}`;
}

function starts(offset: number, text: string): (bytes: Buffer) => boolean {
  return (bytes) => bytes.toString('latin1', offset, offset + text.length) === text;
}

function isSvg(bytes: Buffer): boolean {
  const start = bytes.toString('utf8', 0, 4096);
  return /^\uFEFF?\s*</.test(start) && /<svg[\s>]/i.test(start);
}
