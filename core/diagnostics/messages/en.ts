import type { RuleId } from '../rules';
import type { SyntaxProblem, WriteRefusal } from './params';

/** English messages, for editors: what was expected, what was found, what to do. */
export const en: Record<RuleId, string> = {
  'encoding/not-utf8': 'The file must be UTF-8 text, but byte {offset} is not. Save it again as UTF-8.',
  'encoding/nul-character': 'Here is a NUL character (U+0000), which databases cannot hold. Remove it.',
  'file/too-large':
    'The file has {size} bytes, more than the limit of {limit}. Shorten it, or raise the limit.',
  'file/unreadable': 'The file cannot be read: {reason}.',
  'file-name/no-date':
    'A post’s file name must be a real date and a name, as in 2021-12-29-name.md, but this is “{found}”. Jekyll leaves it out. Rename it.',
  'front-matter/missing':
    'The file has no front matter, so title and date come from its name. Add a line ---, the keys, and a line --- at its very beginning.',
  'front-matter/not-at-start':
    'Front matter must begin on the very first line, but something stands before its ---. Jekyll shows it as text. Remove what stands before it.',
  'front-matter/too-large':
    'The front matter has {length} characters, more than the limit of {limit}. Close it with a line --- or shorten it.',
  'yaml/syntax': '{problem}',
  'yaml/not-a-map':
    'Front matter must be lines of “key: value”, but this is “{found}”. Put a key, a colon and a space before it.',
  'yaml/too-deep': 'Lists and maps are nested more than {limit} levels deep. Write them flatter.',
  'yaml/too-many-aliases':
    'Aliases (*name) make the front matter larger than the limit of {limit} values. Write the values out.',
  'yaml/circular-alias': 'The alias *{name} stands inside the value that it repeats. Write the value out.',
  'yaml/duplicate-key': '“{key}” occurs more than once; only the last one counts. Remove this one.',
  'yaml/content-after-end':
    'Everything from “{found}” on is lost: the lines before it end the front matter, mostly because they are indented more. Give all keys the same indent.',
  'value/cut-by-comment':
    '“{key}” ends at “{kept}”: a space and # begin a comment, so “{lost}” is lost. Put the whole value in quotes.',
  'title/empty': 'The title is empty. Write one after “title:”.',
  'slug/not-text': 'The slug must be text, but this is {found}. Put it in quotes.',
  'date/invalid':
    'The date must look like 2021-12-29 08:43:42 +0800, but this is “{found}”. A Jekyll build stops here. Correct it.',
  'date/no-time-zone':
    '“{found}” names no time zone. Jekyll reads {jekyll}; as a time in {timezone} it would be {wallClock}. Add the zone.',
  'categories/not-a-name':
    'A category must be a name, but this is {found}, and Jekyll then drops the whole front matter. Put it in quotes.',
  'categories/split-on-space':
    'Jekyll splits “{found}” at the blanks into {parts}. If it is one category, write it as a list: ["{found}"].',
  'categories/comma': 'Jekyll does not split at commas: “{found}” keeps its comma. Write a list: [a, b].',
  'permalink/invalid': 'The permalink “{found}” gives no URL. Write a path such as /news/:title/.',
  'share-link/empty': 'The share link at the end of the text is empty (<>). Fill it in or remove it.',
  'liquid/unresolved':
    '“{found}” is Liquid, which is not run here and would be shown as it stands. Write its result.',
  'unknown-key': '“{key}” is not a known key. Correct its spelling, remove it, or allow it in the settings.',
  schema: '{problem}',
  'site-config/invalid':
    '“{key}” in _config.yml is {found}; expected {expected}. It is ignored until corrected.',
  'site-url/missing': 'The site has no URL, so there is nothing to share. Set site.url.',
  'url/taken': 'The URL {url} belongs to {takenBy}. Change slug, date, category or permalink.',
  'write/refused': '“{key}” cannot be changed in this text: {reason}. Edit the front matter itself.',
};

/** What is wrong in a `yaml/syntax` diagnostic. */
export const enSyntaxProblems: Record<SyntaxProblem, string> = {
  'inner-quotes':
    'The value of “{key}” is in double quotes and has double quotes inside. Write \\" for each inner quote, or put the value in single quotes.',
  'unclosed-quote': 'A quote is opened here and never closed. Close it.',
  'text-after-quote': 'Text follows the closing quote: “{found}”. Move it inside the quotes, or remove it.',
  'quoted-list': 'Several texts in quotes are a list only in brackets. Write [{found}].',
  'text-after-bracket':
    'A value that begins with a bracket is a list or map, but text follows it: “{found}”. Put the whole value in quotes.',
  'colon-in-value':
    'A value without quotes cannot contain a colon and a blank: “{found}”. Put the whole value in quotes.',
  'reserved-start': 'A value without quotes cannot begin with {found}. Put it in quotes.',
  'bad-escape':
    'In double quotes a backslash begins an escape, and {found} is none. Write \\\\ for a backslash, or use single quotes.',
  'control-character': 'The control character {found} is not allowed here. Remove it.',
  'tab-indent': 'A tab cannot be used to indent. Use spaces.',
  'bad-indent': 'This line is indented differently from its neighbours. Give all keys the same indent.',
  'missing-colon': 'Expected “key: value”, found “{found}”. Add a colon and a space after the key.',
  'unclosed-bracket': 'A bracket is opened here and never closed. Close it with ] or }.',
  'list-in-line': 'A list item (- …) cannot stand on the line of its key. Begin a new line, or write [a, b].',
  'bad-merge': 'After “<<:” must stand the alias of a map (*name). Correct it.',
  other: 'The front matter cannot be read here: {detail}.',
};

/** Why the writer leaves a text alone. */
export const enWriteRefusals: Record<WriteRefusal, string> = {
  unreadable: 'the front matter cannot be read',
  anchored: 'other values repeat it (&name)',
  alias: 'it repeats another value (*name)',
  merged: 'it comes from another map (<<)',
  'flow-root': 'the front matter is written in braces',
  'explicit-key': 'its key is written with a question mark',
  'not-writable': 'the value has characters that YAML cannot hold',
  'given-elsewhere': 'the file’s folder or name, or a default of the site, gives it',
  mismatch: 'it would not read back as the same value',
};
