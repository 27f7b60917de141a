import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element, uniqueId } from './elements';
import { beside } from './popover';

/** One line of the list; `run` replaces what was typed from the sign on. */
export interface Suggestion {
  label: string;
  detail: string;
  run: (view: EditorView, from: number, to: number) => void;
}

/** A sign that opens a list while somebody types: `@` for people, `/` for what can be inserted. */
export interface Trigger {
  sign: string;
  label: string;
  nothing: string;
  /** Whether the query may go on after a blank. */
  blanks: boolean;
  /** where it cannot offer anything, the sign is a sign; always there unless it says otherwise */
  offered?: () => boolean;
  find: (query: string, state: EditorState) => readonly Suggestion[];
}

interface Open {
  trigger: Trigger;
  from: number;
}

const key = new PluginKey<Open | null>('candorSuggest');

/** Longest query, in characters; what is longer was not meant for the list. */
const LONGEST = 40;

function query({ trigger, from }: Open, state: EditorState): string | null {
  const { empty, $head, head } = state.selection;
  if (!empty || head <= from || from < $head.start()) return null;
  const typed = state.doc.textBetween(from, head, '\n', '\ufffc');
  if (!typed.startsWith(trigger.sign) || typed.length > LONGEST || /[\n\ufffc]/.test(typed)) return null;
  const words = typed.slice(trigger.sign.length);
  return /^\s/.test(words) || (!trigger.blanks && /\s/.test(words)) ? null : words;
}

/** The list opens when the sign is typed at the start of a word, and never takes the focus from the text. */
export function suggest(triggers: readonly Trigger[], holder: HTMLElement): Plugin<Open | null> {
  const list = new SuggestionList(holder);
  return new Plugin<Open | null>({
    key,
    state: {
      init: () => null,
      apply(tr, open, _before, after) {
        const told = tr.getMeta(key) as { open: Open | null } | undefined;
        if (told) return told.open;
        if (!open || (!tr.docChanged && !tr.selectionSet)) return open;
        const moved = { ...open, from: tr.mapping.map(open.from, -1) };
        return query(moved, after) === null ? null : moved;
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        const trigger = triggers.find(({ sign, offered }) => sign === text && (offered?.() ?? true));
        const $from = view.state.doc.resolve(from);
        if (!trigger || from !== to || $from.parent.type.spec.code) return false;
        const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, '\n', ' ');
        if (before !== '' && !/[\s(]/.test(before)) return false;
        view.dispatch(view.state.tr.insertText(text, from).setMeta(key, { open: { trigger, from } }).scrollIntoView());
        return true;
      },
      handleKeyDown: (view, event) => {
        const open = key.getState(view.state);
        return open ? list.key(event, view, open) : false;
      },
      handleDOMEvents: {
        blur: (view) => {
          if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, { open: null }));
        },
      },
    },
    view: () => ({
      update: (view) => list.show(view, key.getState(view.state) ?? null),
      destroy: () => list.dom.remove(),
    }),
  });
}

class SuggestionList {
  private readonly id = uniqueId('candor-suggest');
  private readonly rows = element('ul', { id: this.id, role: 'listbox', tabindex: '0' });
  readonly dom = element('div', { class: 'candor-popup candor-suggest', popover: 'manual' }, this.rows);
  private shown: readonly Suggestion[] = [];
  private at = 0;
  private drawn = '';

  constructor(holder: HTMLElement) {
    holder.append(this.dom);
    // Scrolling it by the mouse leaves the caret where it is.
    this.rows.addEventListener('mousedown', (event) => event.preventDefault());
  }

  show(view: EditorView, open: Open | null): void {
    const words = open && query(open, view.state);
    if (open === null || words === null) return this.hide(view);
    const drawn = `${open.trigger.sign}${open.from}:${words}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.shown = open.trigger.find(words.toLowerCase(), view.state);
    this.rows.setAttribute('aria-label', open.trigger.label);
    this.rows.replaceChildren(
      ...this.shown.map((each, i) => {
        const row = element(
          'li',
          { id: `${this.id}-${i}`, role: 'option' },
          element('span', {}, each.label),
          element('span', { class: 'candor-detail' }, each.detail),
        );
        row.addEventListener('mousedown', (event) => event.preventDefault());
        row.addEventListener('click', () => this.take(view, each));
        return row;
      }),
    );
    if (this.shown.length === 0) {
      this.rows.append(element('li', { role: 'presentation', class: 'candor-nothing' }, open.trigger.nothing));
    }
    if (!this.dom.matches(':popover-open')) this.dom.showPopover();
    const { left, top, bottom } = view.coordsAtPos(open.from);
    beside(this.dom, new DOMRect(left, top, 1, bottom - top));
    view.dom.setAttribute('aria-controls', this.id);
    this.mark(view, 0);
  }

  key(event: KeyboardEvent, view: EditorView, open: Open): boolean {
    if (event.isComposing) return false;
    const last = this.shown.length - 1;
    if (event.key === 'Escape') view.dispatch(view.state.tr.setMeta(key, { open: null }));
    else if (last < 0) return false;
    else if (event.key === 'ArrowDown') this.mark(view, this.at === last ? 0 : this.at + 1);
    else if (event.key === 'ArrowUp') this.mark(view, this.at === 0 ? last : this.at - 1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.take(view, this.shown[this.at], open);
    else return false;
    event.stopPropagation();
    return true;
  }

  private take(view: EditorView, chosen: Suggestion | undefined, open = key.getState(view.state)): void {
    if (!chosen || !open) return;
    const to = view.state.selection.head;
    view.dispatch(view.state.tr.setMeta(key, { open: null }));
    chosen.run(view, open.from, to);
  }

  private mark(view: EditorView, at: number): void {
    this.at = at;
    [...this.rows.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    const row = this.rows.children[at];
    if (row?.id) view.dom.setAttribute('aria-activedescendant', row.id);
    row?.scrollIntoView({ block: 'nearest' });
  }

  private hide(view: EditorView): void {
    if (this.drawn === '') return;
    this.drawn = '';
    view.dom.removeAttribute('aria-controls');
    view.dom.removeAttribute('aria-activedescendant');
    if (this.dom.matches(':popover-open')) this.dom.hidePopover();
  }
}
