/** Texts that Jekyll leaves as they are without looking further; `^` and `$` of Ruby stand at each line. */
const PLAIN = /(?:^|\n)[a-zA-Z0-9./-]+(?:\n|$)/;
/** RFC 3986, appendix B; the fragment ends at the line. */
const URI = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^\n]*))?/;
const SCHEME = /^[a-z][a-z0-9.+-]*$/i;
const SCHEME_WITH_HOST = /^(?:https?|ftp|tftp|sftp|ssh|svn\+ssh|telnet|nntp|gopher|wais|prospero)$/i;
const BAD_IN_HOST = /[<>{}/\\?#@"\s]/u;
const PORT = /:([^:@[\]]*)$/;
const AMBIGUOUS_PATH = /^(?!\/)[^/:]*:/;
const NOT_IN_A_URL = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu;
const NOT_IN_A_URL_OR_HOST = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?[\]]/gu;

const utf8 = new TextEncoder();

function encodeCharacter(character: string): string {
  let encoded = '';
  for (const byte of utf8.encode(character))
    encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return encoded;
}

const encode = (text: string) => text.replace(NOT_IN_A_URL, encodeCharacter);

/**
 * Percent-encodes a value for a path, as UTF-8; `/`, `?` and the characters of RFC 3986's `pchar` stay, a `%` is encoded
 * again. Values that Jekyll refuses are encoded all the same.
 */
export function escapePath(value: string): string {
  return escapePathStrictly(value) ?? encode(value);
}

/**
 * As `escapePath`, but null where Jekyll's build would stop (`2021: x`, whose beginning is no URI scheme).
 * Source: Jekyll 4.3, `URL.escape_path`, and addressable 2.8, `Addressable::URI.encode`, which takes the value for a URI.
 */
export function escapePathStrictly(value: string): string | null {
  if (value === '' || PLAIN.test(value)) return value;
  const [, scheme, authority, path = '', query, fragment] = URI.exec(value) ?? [];
  if (!isUri(scheme, authority, path)) return null;
  return [
    scheme === undefined ? '' : `${scheme}:`,
    authority === undefined ? '' : `//${authority.replace(NOT_IN_A_URL_OR_HOST, encodeCharacter)}`,
    encode(path),
    query === undefined ? '' : `?${encode(query)}`,
    fragment === undefined ? '' : `%23${encode(fragment)}`,
  ].join('');
}

function isUri(scheme: string | undefined, authority: string | undefined, path: string): boolean {
  if (scheme !== undefined && !SCHEME.test(scheme)) return false;
  if (scheme === undefined && authority === undefined && AMBIGUOUS_PATH.test(path)) return false;
  if (scheme !== undefined && SCHEME_WITH_HOST.test(scheme) && !authority && path === '') return false;
  if (authority === undefined) return true;
  const host = authority.replace(/^[^[\]]*@/, '');
  const port = PORT.exec(host)?.[1];
  return (!port || /^\d{1,5}$/.test(port)) && !BAD_IN_HOST.test(host.replace(PORT, ''));
}

/**
 * The path with one slash at its beginning, without `..`, `./` and doubled slashes.
 * Source: Jekyll 4.3, `URL#sanitize_url`.
 */
export function sanitizeUrl(url: string): string {
  return `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}
