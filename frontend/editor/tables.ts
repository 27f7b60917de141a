import type { Node } from 'prosemirror-model';
import { Plugin, Selection, type Command } from 'prosemirror-state';
import { isInTable, tableEditing } from 'prosemirror-tables';
import { isFromServer } from './collab/local-steps';
import { nodeType } from './schema';

/**
 * Table editing whose repairs answer local changes only: if every tab repaired what two people's edits made together,
 * the repairs would meet and be repaired again.
 */
export function tables(): Plugin {
  const plugin = tableEditing();
  const repair = plugin.spec.appendTransaction;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      if (transactions.some(isFromServer)) return null;
      return repair?.call(this as never, transactions, before, after) ?? null;
    },
  });
}

/** Inserts a table of 3 × 3 with a header row and puts the caret into its first cell. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const row = (cell: string) =>
    nodeType('table_row').create(
      null,
      [0, 1, 2].map(() => nodeType(cell).createAndFill() as Node),
    );
  const table = nodeType('table').create(null, [row('table_header'), row('table_cell'), row('table_cell')]);
  const { $from } = state.selection;
  if (!$from.parent.isTextblock || $from.depth === 0) return false;
  if (dispatch) {
    const emptyBlock = $from.parent.content.size === 0 && $from.parent.type.name === 'paragraph';
    const at = emptyBlock ? $from.before() : $from.after();
    const tr = emptyBlock ? state.tr.replaceWith(at, $from.after(), table) : state.tr.insert(at, table);
    // A caret must be able to leave the table downwards.
    if (!tr.doc.resolve(at + table.nodeSize).nodeAfter) tr.insert(at + table.nodeSize, nodeType('paragraph').create());
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};
