import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { arrivedEnds, isFromServer } from './collab/local-steps';
import type { PlacedCaret } from './collab/caret-line';
import { element } from './elements';
import { NamePlaces } from './name-places';
import { here, writes, WritingEnds } from './writing-here';

interface Shown extends PlacedCaret {
  movedAt: number;
  /** when words of theirs came in last, milliseconds since the epoch; 0 for never */
  wroteAt: number;
}

interface Change {
  moved: readonly PlacedCaret[];
  left: readonly string[];
  at: number;
}

/** Somebody else in this text. */
export interface PersonHere {
  userId: string;
  name: string;
  color: string;
  /** title of the section their caret is in */
  section: string;
  /** has not moved the caret for a while */
  idle: boolean;
}

type Carets = ReadonlyMap<string, Shown>;

const key = new PluginKey<Carets>('candorPresence');

/** A name stays beside a caret this long after it moved, in milliseconds. */
const NAME_SHOWN = 2_000;

/** Whoever moved no caret for this long counts as idle, in milliseconds. */
const IDLE = 120_000;

/** The others' carets and selections, moved along with every change until they are told anew. */
export function presence(): Plugin<Carets> {
  return new Plugin<Carets>({
    key,
    state: {
      init: () => new Map(),
      apply(tr, carets) {
        const change = tr.getMeta(key) as Change | undefined;
        if (!change && (!tr.docChanged || carets.size === 0)) return carets;
        const next = new Map(carets);
        if (tr.docChanged) {
          const ends = arrivedEnds(tr);
          for (const [id, caret] of next) {
            const { anchor, head } = along(caret, tr);
            const wroteAt = head !== null && ends.includes(head) ? tr.time : caret.wroteAt;
            next.set(id, { ...caret, anchor, head, wroteAt });
          }
        }
        for (const id of change?.left ?? []) next.delete(id);
        for (const caret of change?.moved ?? []) {
          const before = next.get(caret.clientId);
          const moved = before?.head !== caret.head;
          next.set(caret.clientId, { ...caret, movedAt: moved ? (change?.at ?? 0) : before.movedAt, wroteAt: before?.wroteAt ?? 0 });
        }
        return next;
      },
    },
    props: { decorations: (state) => draw(state) },
    view: (view) => {
      const names = new NamePlaces();
      const ends = new WritingEnds(
        () => [...(key.getState(view.state)?.values() ?? [])].map(({ wroteAt }) => wroteAt),
        () => view.dispatch(showCarets(view.state, [], [], Date.now())),
      );
      return {
        update: (_view, before) => {
          if (key.getState(view.state) !== key.getState(before)) {
            const typedHere = view.state.doc !== before.doc && lastWrote(view.state) === lastWrote(before);
            if (typedHere) names.updateSoon(view);
            else names.update(view);
          }
          ends.update();
        },
        destroy: () => {
          names.destroy();
          ends.destroy();
        },
      };
    },
  });
}

export function showCarets(state: EditorState, moved: readonly PlacedCaret[], left: readonly string[], at: number) {
  return state.tr.setMeta(key, { moved, left, at } satisfies Change).setMeta('addToHistory', false);
}

/** Where a caret is after a change. Words typed here stay before one at the same place; a writer's own push it on. */
export function along({ anchor, head }: Pick<PlacedCaret, 'anchor' | 'head'>, tr: Transaction): Pick<PlacedCaret, 'anchor' | 'head'> {
  const side = isFromServer(tr) ? 1 : -1;
  const at = (position: number | null) => (position === null ? null : tr.mapping.map(position, side));
  return { anchor: at(anchor), head: at(head) };
}

const lastWrote = (state: EditorState) => Math.max(0, ...[...(key.getState(state)?.values() ?? [])].map(({ wroteAt }) => wroteAt));

/** Where the carets of these tabs are drawn; null for one that is nowhere. */
export function drawnAt(state: EditorState, clientIds: readonly string[]): (number | null)[] {
  const carets = key.getState(state);
  return clientIds.map((id) => carets?.get(id)?.head ?? null);
}

/** Whether a transaction only shows where the others' carets are now. */
export function isCaretNews(tr: Transaction): boolean {
  return tr.getMeta(key) !== undefined && !tr.docChanged && !tr.selectionSet;
}

/** Everybody else in this text, each once however many tabs they have. */
export function peopleHere(state: EditorState, now: number): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { userId, name, color, head, movedAt } of key.getState(state)?.values() ?? []) {
    const idle = now - movedAt > IDLE;
    const before = people.get(userId);
    if (!before || (before.idle && !idle)) people.set(userId, { userId, name, color, section: sectionAt(state, head), idle });
  }
  return [...people.values()];
}

/** Whoever is writing in the block that the caret here is in; it keeps nobody out. */
export function writersHere(state: EditorState, now: number): string[] {
  const writers = [...(key.getState(state)?.values() ?? [])].filter(
    ({ head, wroteAt }) => head !== null && writes(wroteAt, now) && here(state, head),
  );
  return [...new Set(writers.map(({ name }) => name))];
}

/** A text never changes, its successor is another: each is looked through once, however many carets are in it. */
const headings = new WeakMap<Node, readonly { at: number; title: string }[]>();

function headingsOf(doc: Node): readonly { at: number; title: string }[] {
  const known = headings.get(doc);
  if (known) return known;
  const found: { at: number; title: string }[] = [];
  doc.forEach((block, at) => {
    if (block.type.name === 'heading') found.push({ at, title: block.textContent });
  });
  headings.set(doc, found);
  return found;
}

/** The heading above a position; empty above the first one. */
function sectionAt({ doc }: EditorState, position: number | null): string {
  if (position === null) return '';
  return headingsOf(doc).findLast(({ at }) => at < position)?.title ?? '';
}

function draw(state: EditorState): DecorationSet {
  const carets = key.getState(state);
  if (!carets?.size) return DecorationSet.empty;
  const size = state.doc.content.size;
  const now = Date.now();
  const decorations: Decoration[] = [];
  for (const caret of carets.values()) {
    if (caret.anchor === null || caret.head === null) continue;
    const clamp = (position: number) => Math.max(0, Math.min(size, position));
    const anchor = clamp(caret.anchor);
    const head = clamp(caret.head);
    const style = `--person: ${colour(caret.color)}`;
    const writing = writes(caret.wroteAt, now);
    const besideMe = writing && here(state, head);
    const $head = state.doc.resolve(head);
    if (writing && $head.parent.isTextblock) {
      decorations.push(Decoration.node($head.before(), $head.after(), { class: 'candor-writing', style }));
    }
    if (anchor !== head) {
      decorations.push(Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: 'candor-selection', style }));
    }
    decorations.push(
      Decoration.widget(head, () => caretDom(caret, style, besideMe), {
        key: `${caret.clientId}:${caret.movedAt}:${besideMe}`,
        side: 10,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
  }
  return DecorationSet.create(state.doc, decorations);
}

/** `p3` names a token of the palette; anything else could carry style into the page. */
export function colour(token: string): string {
  const match = /^(?:--)?p?([1-6])$/.exec(token);
  return `var(--p${match?.[1] ?? 5})`;
}

function caretDom({ name, movedAt }: Shown, style: string, besideMe: boolean): HTMLElement {
  const label = element('span', { class: 'candor-caret-name' }, besideMe ? `${name} is writing here` : name);
  const caret = element('span', { class: 'candor-caret', style, 'aria-hidden': 'true' }, label);
  const left = movedAt + NAME_SHOWN - Date.now();
  if (left > 0) {
    caret.classList.add('named');
    setTimeout(() => caret.classList.remove('named'), left);
  }
  return caret;
}
