const LENGTH = String.raw`-?\d{1,5}(?:\.\d{1,4})?(?:px|em|rem|%|pt|vw)?`;
const COLOUR = String.raw`(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d ,.%]{1,40}\))`;
const LENGTHS = new RegExp(`^(?:(?:${LENGTH}|auto)\\s*){1,4}$`, 'i');
const LINE = new RegExp(`^(?:(?:${LENGTH}|${COLOUR}|solid|dashed|dotted|double|none)\\s*){1,3}$`, 'i');
const WORD = /^[a-z-]{1,30}$/i;

/** Properties by which authors lay out text, tables and images, and the values that they may have. */
const PROPERTIES: Record<string, RegExp> = {
  'text-align': WORD,
  'text-indent': new RegExp(`^${LENGTH}$`, 'i'),
  'text-decoration': WORD,
  'vertical-align': WORD,
  'font-weight': /^(?:[a-z]{4,10}|\d{3})$/i,
  'font-style': WORD,
  'font-size': new RegExp(`^(?:${LENGTH}|[a-z-]{4,10})$`, 'i'),
  'white-space': WORD,
  float: WORD,
  clear: WORD,
  display: /^(?:none|block|inline|inline-block|table|table-cell)$/i,
  overflow: WORD,
  color: new RegExp(`^${COLOUR}$`, 'i'),
  'background-color': new RegExp(`^${COLOUR}$`, 'i'),
  width: LENGTHS,
  height: LENGTHS,
  'max-width': LENGTHS,
  'max-height': LENGTHS,
  margin: LENGTHS,
  padding: LENGTHS,
  border: LINE,
  'border-collapse': WORD,
};
const SIDES = ['top', 'right', 'bottom', 'left'];
for (const side of SIDES) {
  PROPERTIES[`margin-${side}`] = LENGTHS;
  PROPERTIES[`padding-${side}`] = LENGTHS;
  PROPERTIES[`border-${side}`] = LINE;
}

/** The declarations of a `style` attribute that can only change how something looks where it stands; '' where none can. */
export function safeStyle(style: string): string {
  return style
    .split(';')
    .flatMap((declaration) => {
      const [, name, value] = /^\s*([a-zA-Z-]+)\s*:\s*([^:]{1,100}?)\s*$/.exec(declaration) ?? [];
      const allowed = name && Object.hasOwn(PROPERTIES, name.toLowerCase());
      return allowed && PROPERTIES[name.toLowerCase()].test(value) ? `${name.toLowerCase()}:${value}` : [];
    })
    .join(';');
}
