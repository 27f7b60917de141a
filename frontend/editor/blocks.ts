import type { Node } from 'prosemirror-model';

/** Top-level blocks that are not the very nodes of before. */
export function changedBlocks(before: Node, after: Node): Node[] {
  const known = new Set<Node>(before.children);
  return after.children.filter((block) => !known.has(block));
}
