/**
 * A file cut at its fences. The five texts in order are the file: `open + yaml + close + body`. `yaml` stands in the file
 * as it is, so its lines are whole lines of the file (save the first after a fence line with a form feed in it).
 */
export interface Frame {
  hasHeader: boolean;
  /** The first fence with all blanks and blank lines that Jekyll takes with it; '' without a header. */
  open: string;
  /** The text between the fences; '' without a header. */
  yaml: string;
  /** The closing fence with all blanks and blank lines that Jekyll takes with it. */
  close: string;
  /** What Jekyll calls the content; the whole text without a header. */
  body: string;
  /** Where `yaml` starts, in UTF-16 code units. */
  yamlOffset: number;
  /** Where `body` starts, in UTF-16 code units. */
  bodyOffset: number;
}

/**
 * Cuts a text (without its byte order mark) where Jekyll does: `Document::YAML_FRONT_MATTER_REGEXP` of 4.3.4,
 * `\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)`, in one pass, so that a file of any size takes linear time. `\s` is Ruby's: blank, tab, line
 * feed, vertical tab, form feed, carriage return.
 */
export function splitFrame(text: string): Frame {
  const afterFence = text.startsWith('---') ? afterLastLineFeed(text, 3, endOfSpace(text, 3)) : -1;
  if (afterFence !== -1) {
    const yamlOffset = beforeControl(text, afterFence);
    for (let start = afterFence; start !== -1; start = nextLine(text, start)) {
      const bodyOffset = closingFenceEnd(text, start);
      if (bodyOffset === -1) continue;
      return {
        hasHeader: true,
        open: text.slice(0, yamlOffset),
        yaml: text.slice(yamlOffset, start),
        close: text.slice(start, bodyOffset),
        body: text.slice(bodyOffset),
        yamlOffset,
        bodyOffset,
      };
    }
  }
  return { hasHeader: false, open: '', yaml: '', close: '', body: text, yamlOffset: 0, bodyOffset: 0 };
}

/**
 * Where the YAML starts: after the blank lines, but with the first line that has a form feed or a vertical tab, which Jekyll
 * takes for blanks and YAML for an error.
 */
function beforeControl(text: string, afterFence: number): number {
  const control = text.slice(0, afterFence).search(/[\v\f]/);
  if (control === -1) return afterFence;
  return afterLastLineFeed(text, 3, control) === -1 ? control : afterLastLineFeed(text, 3, control);
}

/** The exact inverse of `splitFrame`. */
export function joinFrame(frame: Pick<Frame, 'open' | 'yaml' | 'close' | 'body'>): string {
  return frame.open + frame.yaml + frame.close + frame.body;
}

/** Where the fence that starts at a line start ends, with the blank lines after it; -1 where there is no fence. */
function closingFenceEnd(text: string, start: number): number {
  if (!text.startsWith('---', start) && !text.startsWith('...', start)) return -1;
  const space = endOfSpace(text, start + 3);
  return space === text.length ? space : afterLastLineFeed(text, start + 3, space);
}

function endOfSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text.charCodeAt(index))) index += 1;
  return index;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function afterLastLineFeed(text: string, from: number, to: number): number {
  for (let index = to - 1; index >= from; index -= 1) {
    if (text.charCodeAt(index) === 0x0a) return index + 1;
  }
  return -1;
}

function nextLine(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  return lineFeed === -1 ? -1 : lineFeed + 1;
}
