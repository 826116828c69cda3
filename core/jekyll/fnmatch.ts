/**
 * A pattern of Ruby's `File.fnmatch?` without flags as a regular expression over a whole path that begins with a slash:
 * `*` and `?` match slashes and dots too; a backslash takes a character as it is. Null for a pattern that matches nothing.
 */
export function fnmatchRegExp(pattern: string): RegExp | null {
  let source = '';
  for (let at = 0; at < pattern.length; ) {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    at += character.length;
    if (character === '*') source += '[^]*';
    else if (character === '?') source += '[^]';
    else if (character === '[') {
      const set = /^([!^]?)((?:\\[^]|[^\]\\])*)\]/u.exec(pattern.slice(at));
      if (!set) return null;
      at += set[0].length;
      source += `[${set[1] ? '^' : ''}${set[2].replace(/\\([^])/gu, '$1').replace(/[\\[\]^]/g, String.raw`\$&`)}]`;
    } else if (character === '\\' && at < pattern.length) {
      const escaped = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
      at += escaped.length;
      source += literal(escaped);
    } else source += literal(character);
  }
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return null;
  }
}

const literal = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
