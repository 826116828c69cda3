import type { CategoryNode } from '../post';

/** A category, its parent, and so on up; a circle of parents ends where it would come round. */
export function withAncestors(category: CategoryNode): CategoryNode[] {
  const line: CategoryNode[] = [];
  for (let node: CategoryNode | null = category; node !== null; node = node.parent) {
    const { id } = node;
    if (line.some((known) => known.id === id)) break;
    line.push(node);
  }
  return line;
}
