import type { Node } from 'prosemirror-model';
import { Plugin, Selection, type Command } from 'prosemirror-state';
import { columnResizing, isInTable, selectedRect, tableEditing } from 'prosemirror-tables';
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

/** Narrowest and widest column that keys make, and how much one press changes, in pixels. */
const NARROWEST = 60;
const WIDEST = 800;
const STEP = 40;

/** Columns can be dragged by their edge; the pointer sees a handle there. */
export function columns(): Plugin {
  return columnResizing({ cellMinWidth: NARROWEST, handleWidth: 6 });
}

/** Makes the columns of the selected cells wider or narrower; what a mouse drags, the keyboard does too. */
export function changeWidth(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    if (!isInTable(state)) return false;
    if (!dispatch) return true;
    const { map, tableStart, table, left, right } = selectedRect(state);
    const tr = state.tr;
    const seen = new Set<number>();
    for (let row = 0; row < map.height; row++) {
      for (let column = left; column < right; column++) {
        const at = map.map[row * map.width + column] ?? 0;
        if (seen.has(at)) continue;
        seen.add(at);
        const cell = table.nodeAt(at);
        if (!cell) continue;
        const first = map.colCount(at);
        const widths: number[] = cell.attrs.colwidth ? [...cell.attrs.colwidth] : new Array(cell.attrs.colspan).fill(0);
        for (let each = Math.max(left, first); each < Math.min(right, first + cell.attrs.colspan); each++) {
          const now = widths[each - first] || drawnWidth(view?.nodeDOM(tableStart + at), cell.attrs.colspan);
          widths[each - first] = Math.max(NARROWEST, Math.min(WIDEST, now + by * STEP));
        }
        tr.setNodeMarkup(tableStart + at, null, { ...cell.attrs, colwidth: widths });
      }
    }
    dispatch(tr);
    return true;
  };
}

function drawnWidth(cell: unknown, colspan: number): number {
  return cell instanceof HTMLElement ? Math.round(cell.offsetWidth / colspan) : 120;
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
