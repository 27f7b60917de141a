import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { element } from './elements';
import { icon } from './icons';

interface Match {
  from: number;
  to: number;
}

interface Finding {
  words: string;
  matches: readonly Match[];
  at: number;
}

const NOTHING: Finding = { words: '', matches: [], at: -1 };
const key = new PluginKey<Finding>('candorFind');

/** More are counted as so many; a page full of marks helps nobody. */
export const MOST_MATCHES = 1_000;

/** Where the words stand, whatever their case; never over the edge of a block, or through a token. */
export function matchesOf(doc: Node, words: string): Match[] {
  const wanted = words.toLowerCase();
  const found: Match[] = [];
  if (wanted === '') return found;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return found.length < MOST_MATCHES;
    const text = node.textBetween(0, node.content.size, '\n', '\ufffc').toLowerCase();
    // A few letters change their length with their case; such a block is not searched rather than marked wrongly.
    if (text.length !== node.content.size) return false;
    for (let at = text.indexOf(wanted); at >= 0 && found.length < MOST_MATCHES; at = text.indexOf(wanted, at + wanted.length)) {
      found.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    }
    return false;
  });
  return found;
}

/** Marks what the find bar looks for. */
export function finding(): Plugin<Finding> {
  return new Plugin<Finding>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const told = tr.getMeta(key) as Partial<Finding> | undefined;
        if (!told && (!tr.docChanged || before.words === '')) return before;
        const words = told?.words ?? before.words;
        const matches = tr.docChanged || words !== before.words ? matchesOf(tr.doc, words) : before.matches;
        return { words, matches, at: Math.min(told?.at ?? before.at, matches.length - 1) };
      },
    },
    props: {
      decorations(state) {
        const found = key.getState(state);
        if (!found || found.matches.length === 0) return null;
        const marks = found.matches.map(({ from, to }, i) =>
          Decoration.inline(from, to, { class: i === found.at ? 'candor-found current' : 'candor-found' }),
        );
        return DecorationSet.create(state.doc, marks);
      },
    },
  });
}

/** The bar over the text: what to find, how often it is there, and steps from one to the next. */
export class FindBar {
  readonly dom = element('div', { class: 'candor-find', role: 'search', hidden: true });
  private readonly field = element('input', { type: 'text', 'aria-label': 'Find in this document', placeholder: 'Find', autocomplete: 'off', spellcheck: 'false' });
  private readonly count = element('span', { class: 'candor-detail', role: 'status' });

  constructor(private readonly view: () => EditorView) {
    this.dom.append(
      this.field,
      this.count,
      this.button('Previous', 'up', () => this.step(-1)),
      this.button('Next', 'down', () => this.step(1)),
      this.button('Close', 'close', () => this.close()),
    );
    this.field.addEventListener('input', () => this.look());
    this.dom.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.field) this.step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  open(): void {
    this.dom.hidden = false;
    const { state } = this.view();
    const { from, to, empty } = state.selection;
    const selected = state.doc.textBetween(from, to, '\n');
    if (!empty && selected.length < 100 && !selected.includes('\n')) this.field.value = selected;
    this.look();
    this.field.focus();
    this.field.select();
  }

  close(): void {
    if (this.dom.hidden) return;
    this.dom.hidden = true;
    const view = this.view();
    const found = key.getState(view.state);
    const match = found?.matches[found.at];
    const tr = view.state.tr.setMeta(key, NOTHING);
    view.dispatch(match ? tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)) : tr);
    view.focus();
  }

  /** Says how often it is there now; others may have typed meanwhile. */
  refresh(): void {
    if (this.dom.hidden) return;
    const { words, matches, at } = key.getState(this.view().state) ?? NOTHING;
    const many = matches.length === MOST_MATCHES ? `${MOST_MATCHES} or more` : String(matches.length);
    const text = words === '' ? '' : matches.length === 0 ? 'Not found' : `${at + 1} of ${many}`;
    if (this.count.textContent !== text) this.count.textContent = text;
  }

  private look(): void {
    const view = this.view();
    const words = this.field.value;
    const matches = matchesOf(view.state.doc, words);
    const first = matches.findIndex(({ from }) => from >= view.state.selection.from);
    this.go(words, matches, first < 0 ? 0 : first);
  }

  private step(by: 1 | -1): void {
    const { words, matches, at } = key.getState(this.view().state) ?? NOTHING;
    if (matches.length > 0) this.go(words, matches, (at + by + matches.length) % matches.length);
  }

  private go(words: string, matches: readonly Match[], at: number): void {
    const view = this.view();
    view.dispatch(view.state.tr.setMeta(key, { words, at }));
    const match = matches[at];
    if (match) {
      const { node } = view.domAtPos(match.from);
      (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'nearest' });
    }
    this.refresh();
  }

  private button(label: string, sign: 'up' | 'down' | 'close', act: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button', 'aria-label': label, title: label }, icon(sign));
    button.addEventListener('click', act);
    return button;
  }
}
