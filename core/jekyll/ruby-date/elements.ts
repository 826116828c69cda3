/** What `Date._parse` found in a text. Only the elements that `Time.parse` uses; absent ones are undefined. */
export interface DateElements {
  year?: number;
  yday?: number;
  mon?: number;
  mday?: number;
  hour?: number;
  min?: number;
  sec?: number;
  /** Digits after the decimal point of the seconds. */
  fraction?: string;
  /** The zone as written (`PDT`, `+08:00`). */
  zone?: string;
}

/** The text that is still to be read, and what was found in it. */
export interface Search extends DateElements {
  text: string;
  /** Two-digit years mean 1969 to 2068. */
  completeYear: boolean;
  beforeChrist: boolean;
}

/** A form of date or time that is looked for anywhere in the text. */
export interface Form {
  pattern: RegExp;
  /** Takes over what was found; absent where the form only has to be skipped. */
  found?: (search: Search, match: RegExpExecArray) => void;
  /** Where this matches too, the form is not looked for. */
  unless?: RegExp;
}

/** Looks for a form. What it matches is taken out of the text. */
export function findForm(search: Search, { pattern, found, unless }: Form): boolean {
  if (unless?.test(search.text)) return false;
  const match = pattern.exec(search.text);
  if (!match) return false;
  search.text = `${search.text.slice(0, match.index)} ${search.text.slice(match.index + match[0].length)}`;
  found?.(search, match);
  return true;
}
