import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import { TextSelection, type Plugin } from 'prosemirror-state';
import { inside, toggleList } from './commands';
import { safeHref, typedHref } from './links';
import { markType, nodeType, schema } from './schema';

/** What Markdown writers type, turned into what they mean; Backspace right afterwards takes it back. */
export function shorthands(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, nodeType('heading'), (match) => ({ level: match[1]?.length ?? 1 })),
      textblockTypeInputRule(/^```$/, nodeType('code_block')),
      wrappingInputRule(/^>\s$/, nodeType('blockquote')),
      wrappingInputRule(/^\[( |x)?\]\s$/, nodeType('task_list')),
      wrappingInputRule(/^[-*]\s$/, nodeType('bullet_list')),
      wrappingInputRule(/^(\d{1,6})\.\s$/, nodeType('ordered_list'), (match) => ({ order: Number(match[1]) })),
      itemToTask(),
      rule(),
      marked(/(?:^|[\s(])(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)$/, markType('strong')),
      marked(/(?:^|[\s(])(_([^_\s](?:[^_]*[^_\s])?)_)$/, markType('em')),
      marked(/(?:^|[\s(])(`([^`\s](?:[^`]*[^`\s])?)`)$/, markType('code')),
      marked(/(?:^|[\s(])(~~([^~\s](?:[^~]*[^~\s])?)~~)$/, markType('strike')),
      writtenLink(),
      bareLink(),
    ],
  });
}

/** "- [ ] ": a list item just made becomes a task. */
function itemToTask(): InputRule {
  return new InputRule(/^\[( |x)?\]\s$/, (state, _match, start, end) => {
    if (!inside(state, nodeType('bullet_list')) || state.selection.$from.node(-1).type !== nodeType('list_item')) return null;
    const cleared = state.tr.delete(start, end);
    let made = null as typeof cleared | null;
    toggleList(nodeType('task_list'))(state.apply(cleared), (tr) => (made = tr));
    return made && replay(cleared, made);
  });
}

function replay<T extends { step(step: never): unknown }>(onto: T, made: { steps: readonly unknown[] }): T {
  for (const step of made.steps) onto.step(step as never);
  return onto;
}

/** `---` on a line of its own. */
function rule(): InputRule {
  return new InputRule(/^---$/, (state, _match, start) => {
    const $start = state.doc.resolve(start);
    const line = nodeType('horizontal_rule');
    const index = $start.index(-1);
    if ($start.parent.type !== nodeType('paragraph') || !$start.node(-1).canReplaceWith(index, index, line)) return null;
    const from = $start.before();
    const tr = state.tr.replaceWith(from, $start.after(), [line.create(), nodeType('paragraph').create()]);
    return tr.setSelection(TextSelection.near(tr.doc.resolve(from + 2)));
  });
}

/** The signs around words become a style of the words. `[1]` is words with signs, `[2]` without. */
function marked(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, signed, words] = match;
    if (!signed || !words) return null;
    const from = start + whole.indexOf(signed);
    if (!plain(state.doc.resolve(from).parent.type, type) || state.doc.rangeHasMark(from, end, markType('code'))) return null;
    const inner = from + signed.indexOf(words);
    // The last sign is not in the text yet.
    const tr = state.tr.delete(inner + words.length, end).delete(from, inner);
    return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type);
  });
}

function plain(block: { allowsMarkType(type: MarkType): boolean }, type: MarkType): boolean {
  return block.allowsMarkType(type);
}

/** `[words](address)` */
function writtenLink(): InputRule {
  return new InputRule(/\[([^\]]+)\]\(([^\s)]+)\)$/, (state, match, start, end) => {
    const href = typedHref(match[2] ?? '');
    const type = markType('link');
    if (href === null || !match[1] || !state.doc.resolve(start).parent.type.allowsMarkType(type)) return null;
    return state.tr.replaceWith(start, end, schema.text(match[1], [type.create({ href })])).removeStoredMark(type);
  });
}

/** A whole address and a blank after it. */
function bareLink(): InputRule {
  return new InputRule(/(?:^|\s)(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'])\s$/, (state, match, start, end) => {
    const href = safeHref(match[1] ?? '');
    const type = markType('link');
    const from = start + match[0].indexOf(match[1] ?? '');
    const to = from + (match[1] ?? '').length;
    if (href === null || !state.doc.resolve(from).parent.type.allowsMarkType(type) || state.doc.rangeHasMark(from, to, type)) return null;
    return state.tr.addMark(from, to, type.create({ href })).insertText(' ', end).removeStoredMark(type);
  });
}
