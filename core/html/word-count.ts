/** Characters that are counted one by one, as editors of Chinese and Japanese papers do. */
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** A number with its separators, or letters with what joins them. */
const WORD = /\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’\-_.&][\p{L}\p{M}\p{N}]+)*/gu;

const CHARACTERS_A_MINUTE = 400;
const WORDS_A_MINUTE = 220;

/** How long a text is. */
export interface TextLength {
  /** Words, where each Chinese and Japanese character is one; punctuation is none. */
  words: number;
  /** Whole minutes that reading takes, at 400 characters or 220 words a minute; 0 for no text. */
  minutes: number;
}

/** Counts the words of a plain text. */
export function textLength(text: string): TextLength {
  const characters = text.match(CHARACTER)?.length ?? 0;
  const words = text.replace(CHARACTER, ' ').match(WORD)?.length ?? 0;
  return {
    words: characters + words,
    minutes: Math.ceil(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE),
  };
}
