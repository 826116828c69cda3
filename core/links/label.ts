import type { Label } from '../settings';

const NAME = /\{([A-Za-z_][\w.]*)\}/g;

/** Puts values for names in braces, unescaped and in one pass. Braces around anything else stay as they are. */
export function expandText(text: string, names: Record<string, string>): string {
  return text.replace(NAME, (braces, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? '') : braces,
  );
}

/** The names in braces that a label uses, in all its languages, each once. */
export function labelNames(label: Label): string[] {
  const texts = typeof label === 'string' ? [label] : Object.values(label);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(NAME)].map((match) => match[1] ?? '')))];
}

interface Tongue {
  language: string;
  script: string | undefined;
}

// Reading a tag takes longer than all the rest of a post's links; a site has a handful of them.
const TONGUES = new Map<string, Tongue | null>();

/** Language and likely script of a BCP 47 tag (`zh-CN` → zh, Hans), by the likely subtags of CLDR; null if it is none. */
function readTongue(tag: string): Tongue | null {
  try {
    const { language, script } = new Intl.Locale(tag.replace(/_/g, '-')).maximize();
    return { language, script };
  } catch {
    return null;
  }
}

function tongueOf(tag: string): Tongue | null {
  const known = TONGUES.get(tag);
  if (known !== undefined) return known;
  const tongue = readTongue(tag);
  TONGUES.set(tag, tongue);
  return tongue;
}

function nearestTag(tags: string[], wanted: string): string | undefined {
  const tongue = tongueOf(wanted);
  if (tongue === null) return undefined;
  const sameLanguage = tags.filter((tag) => tongueOf(tag)?.language === tongue.language);
  return sameLanguage.find((tag) => tongueOf(tag)?.script === tongue.script) ?? sameLanguage[0];
}

/**
 * The text of a label for a BCP 47 tag: the same tag, then the same language (with the same script before another, so
 * `zh-CN` takes `zh-Hans` and `zh-TW` takes `zh-Hant`), then English, then the first. An empty map gives ''.
 */
export function labelText(label: Label, language: string | null): string {
  if (typeof label === 'string') return label;
  if (language !== null && Object.hasOwn(label, language)) return label[language];
  const tags = Object.keys(label);
  const exact = tags.find((tag) => tag.toLowerCase() === language?.toLowerCase());
  const chosen =
    exact ?? (language === null ? undefined : nearestTag(tags, language)) ?? nearestTag(tags, 'en');
  return label[chosen ?? tags[0] ?? ''] ?? '';
}

/** A label in a language as plain text: names in braces take their values unescaped; there are no operators. */
export function expandLabel(label: Label, names: Record<string, string>, language: string | null): string {
  return expandText(labelText(label, language), names);
}
