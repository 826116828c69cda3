/** How a text is read, and what is refused before it can cost time or memory. */
export interface HeaderLimits {
  /** Whether the text stood behind a fence line, as front matter does; not so a whole YAML file such as `_config.yml`. */
  fenced: boolean;
  /** Longest YAML text that is parsed, in UTF-16 code units. */
  maxLength: number;
  /** Deepest nesting of lists and maps. */
  maxDepth: number;
  /** Most values that aliases may add. */
  maxAliasedValues: number;
}

/** Far above any header written by hand (the largest of 6,000 real ones has a few thousand characters). */
export const DEFAULT_HEADER_LIMITS: HeaderLimits = {
  fenced: true,
  maxLength: 1_000_000,
  maxDepth: 100,
  maxAliasedValues: 10_000,
};
