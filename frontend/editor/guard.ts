import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { changedBlocks } from './blocks';
import { isFromServer } from './collab/local-steps';
import { safeHref } from './links';

/** Caps on one text; the server refuses more. Positions, levels. */
const LONGEST = 1_000_000;
const DEEPEST = 60;

/** Refuses a change that would leave a text the server must reject: nobody should type on in a text that cannot be kept. */
export function guard(): Plugin {
  return new Plugin({
    filterTransaction(tr) {
      if (!tr.docChanged || isFromServer(tr)) return true;
      try {
        checkChanged(tr.before, tr.doc);
        return tr.doc.content.size <= LONGEST;
      } catch {
        // No details: they would carry words of the text into the console.
        console.warn('Candor: an edit was refused');
        return false;
      }
    },
  });
}

/** Checks top-level blocks that are not the very nodes of before: those were checked when they came in. */
function checkChanged(before: Node, after: Node): void {
  if (!after.type.validContent(after.content)) throw new RangeError('Blocks in an order the schema forbids');
  for (const block of changedBlocks(before, after)) {
    block.check();
    checkValues(block, 1);
  }
}

function checkValues(node: Node, depth: number): void {
  if (depth > DEEPEST) throw new RangeError('Nested too deeply');
  if (node.isText && /\p{Surrogate}/u.test(node.text ?? '')) throw new RangeError('Half a character');
  for (const mark of node.marks) {
    if (mark.type.name === 'link' && safeHref(mark.attrs.href) === null) throw new RangeError('Link scheme');
  }
  node.forEach((child) => checkValues(child, depth + 1));
}
