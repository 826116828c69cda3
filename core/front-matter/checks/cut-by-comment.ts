import type { Value } from '../value';
import { toRubyString } from '../ruby-text';
import type { OffsetRange, ScalarNode, YamlNode } from '../yaml/node';

/** A text that ends at a `#` that was hardly meant as a comment. */
export interface CutText extends OffsetRange {
  path: string[];
  kept: string;
  lost: string;
  /** What is kept, as it is written. */
  node: ScalarNode;
}

/** A comment right behind a value whose `#` touches the next word, as in `C #1`; comments are mostly written `# so`. */
const LIKELY_TEXT = /^[ \t]+(#[^\s#].*)$/;

/** All texts of block maps and lists that lose their end to a comment. The range is that of the lost part. */
export function findCutTexts(yaml: string, root: YamlNode, valueOf: (node: YamlNode) => Value): CutText[] {
  if (!yaml.includes('#')) return [];
  const found: CutText[] = [];
  const visit = (node: YamlNode, path: string[]): void => {
    if (node.kind === 'list' && !node.flow) {
      node.items.forEach((item, index) => visit(item, [...path, String(index)]));
    } else if (node.kind === 'map' && !node.flow) {
      node.pairs.forEach((pair) => visit(pair.value, [...path, toRubyString(valueOf(pair.key))]));
    } else if (node.kind === 'scalar' && node.style !== 'block' && isText(node, valueOf)) {
      const cut = cutAfter(yaml, node);
      if (cut) found.push({ ...cut, path, kept: node.text, node });
    }
  };
  visit(root, []);
  return found;
}

function cutAfter(yaml: string, node: YamlNode): (OffsetRange & { lost: string }) | null {
  const [line] = yaml.slice(node.end).split(/[\r\n]/, 1);
  const lost = LIKELY_TEXT.exec(line)?.[1].trimEnd();
  if (lost === undefined) return null;
  const start = node.end + line.indexOf('#');
  return { start, end: start + lost.length, lost };
}

/** A text, or an empty value, which may be a text that begins with `#`. */
function isText(node: ScalarNode, valueOf: (node: YamlNode) => Value): boolean {
  return typeof valueOf(node) === 'string' || node.text === '';
}
