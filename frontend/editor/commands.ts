import type { MarkType, Node, NodeType } from 'prosemirror-model';
import { lift, setBlockType, wrapIn } from 'prosemirror-commands';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { nodeType } from './schema';

export function markActive(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return !!type.isInSet(state.storedMarks ?? $from.marks());
  return state.doc.rangeHasMark(from, to, type);
}

/** Whether the selection starts inside such a node; with these attributes where they are given. */
export function inside(state: EditorState, type: NodeType, attrs: Record<string, unknown> = {}): boolean {
  const around = ancestor(state, [type]);
  return around !== null && Object.entries(attrs).every(([name, value]) => around.attrs[name] === value);
}

/** The innermost of these node types around the start of the selection. */
function ancestor(state: EditorState, types: NodeType[]): Node | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return node;
  }
  return null;
}

const lists = () => ['bullet_list', 'ordered_list', 'task_list'].map(nodeType);
const items = () => ['list_item', 'task_item'].map(nodeType);

/** Makes a list, takes it away when it is of this kind already, or changes its kind in place. */
export function toggleList(list: NodeType): Command {
  return (state, dispatch, view) => {
    const around = ancestor(state, lists());
    if (!around) return wrapInList(list)(state, dispatch, view);
    if (around.type === list) return outdent(state, dispatch, view);
    const { $from } = state.selection;
    let depth = $from.depth;
    while ($from.node(depth) !== around) depth--;
    const item = list === nodeType('task_list') ? nodeType('task_item') : nodeType('list_item');
    if (dispatch) {
      const changed: Node[] = [];
      around.forEach((each) => changed.push(item.create(null, each.content)));
      const from = $from.before(depth);
      const tr = state.tr.replaceWith(from, from + around.nodeSize, list.create(null, changed));
      const { anchor, head } = state.selection;
      dispatch(tr.setSelection(selectionAt(state, tr.doc, anchor, head)).scrollIntoView());
    }
    return true;
  };
}

function selectionAt(state: EditorState, doc: Node, anchor: number, head: number) {
  const kind = state.selection.constructor as unknown as { create?: (d: Node, a: number, h: number) => typeof state.selection };
  return kind.create?.(doc, anchor, head) ?? state.selection;
}

export const outdent: Command = (state, dispatch, view) =>
  items().some((item) => liftListItem(item)(state, dispatch, view));

/** Sets a text style; a wrapper (quote, callout) is lifted first when it was the style before. */
export function setStyle(type: NodeType, attrs?: Record<string, unknown>): Command {
  return setBlockType(type, attrs);
}

/** Wraps in a quote or callout, or takes it away. */
export function toggleWrap(type: NodeType, attrs?: Record<string, unknown>): Command {
  return (state, dispatch, view) =>
    inside(state, type) ? lift(state, dispatch) : wrapIn(type, attrs)(state, dispatch, view);
}

/** Makes a callout of that kind, changes the kind of the one around, or takes it away when it is of that kind. */
export function setCallout(kind: string): Command {
  return (state, dispatch, view) => {
    const type = nodeType('callout');
    if (!inside(state, type) || inside(state, type, { kind })) return toggleWrap(type, { kind })(state, dispatch, view);
    const { $from } = state.selection;
    let depth = $from.depth;
    while ($from.node(depth).type !== type) depth--;
    dispatch?.(state.tr.setNodeAttribute($from.before(depth), 'kind', kind));
    return true;
  };
}

export function insertInline(type: string, attrs: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const node = nodeType(type).create(attrs);
    const { $from, $to } = state.selection;
    if (!$from.parent.canReplaceWith($from.index(), $from.parent === $to.parent ? $to.index() : $from.index(), node.type)) {
      return false;
    }
    dispatch?.(state.tr.replaceSelectionWith(node, false).scrollIntoView());
    return true;
  };
}

export const insertRule: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.isTextblock) return false;
  const rule = nodeType('horizontal_rule');
  const index = $from.indexAfter(-1);
  if (!$from.node(-1).canReplaceWith(index, index, rule)) return false;
  dispatch?.(state.tr.replaceSelectionWith(rule.create()).scrollIntoView());
  return true;
};
