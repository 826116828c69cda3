const SPECIAL = /[\\^$.|+(){}[\]]/;

/**
 * A pattern of Ruby's `Dir.glob` as a regular expression over a whole path: `*` and `?` stay within a folder and, at the
 * start of a name, do not match a dot; `**` followed by a slash stands for any folders; sets and braces are alternatives.
 */
export function globToRegExp(glob: string): RegExp {
  return new RegExp(`^${translate(glob.replace(/\/+$/, ''))}$`, 'u');
}

function translate(glob: string): string {
  let source = '';
  let at = 0;
  let depth = 0;
  while (at < glob.length) {
    const atStart = at === 0 || glob[at - 1] === '/';
    const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
    if (atStart && glob.startsWith('**/', at)) {
      source += String.raw`(?:(?!\.)[^/]+/)*`;
      at += 3;
      continue;
    }
    const set = character === '[' ? /^\[(\^|!)?([^\]]+)\]/.exec(glob.slice(at)) : null;
    if (set) {
      source += `[${set[1] ? '^' : ''}${set[2].replace(/[\\[]/g, String.raw`\$&`)}]`;
      at += set[0].length;
      continue;
    }
    if (character === '*') source += `${atStart ? String.raw`(?!\.)` : ''}[^/]*`;
    else if (character === '?') source += `${atStart ? String.raw`(?!\.)` : ''}[^/]`;
    else if (character === '{') [source, depth] = [`${source}(?:`, depth + 1];
    else if (character === '}' && depth > 0) [source, depth] = [`${source})`, depth - 1];
    else if (character === ',' && depth > 0) source += '|';
    else source += SPECIAL.test(character) ? `\\${character}` : character;
    at += character.length;
  }
  return source + ')'.repeat(depth);
}
