/** What a fix does to the text; its title in each language is found by it. */
export type FixKind =
  | 'escape-inner-quotes'
  | 'quote-value'
  | 'close-quote'
  | 'close-bracket'
  | 'list-in-brackets'
  | 'escape-backslashes'
  | 'blank-after-colon'
  | 'spaces-for-tabs'
  | 'remove-control-characters'
  | 'remove-before-fence'
  | 'remove-line'
  | 'add-time-zone'
  | 'one-term'
  | 'split-at-commas';
