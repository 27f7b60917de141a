import {
  baseKeymap,
  chainCommands,
  exitCode,
  setBlockType,
  toggleMark,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { goToNextCell } from 'prosemirror-tables';
import { outdent, toggleList } from './commands';
import { markType, nodeType } from './schema';

/** Tab leaves the text, as everywhere else; only inside a table it goes from cell to cell (Esc, then Tab, leaves). */
export function keys(escaped: { current: boolean }): Plugin[] {
  const cell = (direction: 1 | -1): Command => (state, dispatch, view) => {
    if (escaped.current) return false;
    return goToNextCell(direction)(state, dispatch, view);
  };
  const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false;
    dispatch?.(state.tr.replaceSelectionWith(nodeType('hard_break').create()).scrollIntoView());
    return true;
  });
  const bindings: Record<string, Command> = {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleMark(markType('strong')),
    'Mod-i': toggleMark(markType('em')),
    'Mod-u': toggleMark(markType('underline')),
    'Shift-Mod-x': toggleMark(markType('strike')),
    'Mod-e': toggleMark(markType('code')),
    'Shift-Mod-7': toggleList(nodeType('ordered_list')),
    'Shift-Mod-8': toggleList(nodeType('bullet_list')),
    'Shift-Mod-9': toggleList(nodeType('task_list')),
    'Mod-Alt-0': setBlockType(nodeType('paragraph')),
    'Mod-Alt-1': setBlockType(nodeType('heading'), { level: 1 }),
    'Mod-Alt-2': setBlockType(nodeType('heading'), { level: 2 }),
    'Mod-Alt-3': setBlockType(nodeType('heading'), { level: 3 }),
    'Mod-]': chainCommands(sinkListItem(nodeType('list_item')), sinkListItem(nodeType('task_item'))),
    'Mod-[': outdent,
    'Mod-Enter': toggleTask,
    'Shift-Enter': lineBreak,
    Enter: chainCommands(splitListItem(nodeType('list_item')), splitListItem(nodeType('task_item'), { checked: false })),
    Backspace: undoInputRule,
    Tab: cell(1),
    'Shift-Tab': cell(-1),
  };
  return [keymap(bindings), keymap(baseKeymap)];
}

/** Ticks or clears the task the caret is in. */
export const toggleTask: Command = (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type !== nodeType('task_item')) continue;
    dispatch?.(state.tr.setNodeAttribute($from.before(depth), 'checked', !node.attrs.checked));
    return true;
  }
  return false;
};
