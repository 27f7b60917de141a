import { keymap } from 'prosemirror-keymap';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element } from '../editor/elements';
import type { Stop } from '../editor/stops';
import { Bar, summary } from './bar';
import { Card } from './card';
import { answered, findingAt, findingsIn, sending, underlines, type Finding, type Judged, type Measures } from './findings';

/** How long nobody types before the text is judged, and how long it may wait at most; milliseconds. */
const QUIET = 350;
const LONGEST = 1500;
/** After this long without an answer the text is sent again; milliseconds. */
const LOST = 8000;

export interface VoiceParts {
  view: () => EditorView | null;
  editable: () => boolean;
  /** hands the text to the server; the answer comes to `judged` */
  send: (number: number, document: string) => void;
  keep: (key: string, reason: string) => void;
  toSubject: () => void;
}

/** Has the text judged while people write, without ever holding up a key. */
export class Voice {
  readonly bar: HTMLElement;
  readonly card: HTMLElement;
  private readonly line: Bar;
  private readonly shown: Card;
  private number = 0;
  private waiting = false;
  private dirty = false;
  private changedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lost: ReturnType<typeof setTimeout> | undefined;
  private measures: Measures | null = null;

  constructor(private readonly parts: VoiceParts) {
    this.line = new Bar((finding) => this.goTo(finding));
    this.shown = new Card({
      replace: (finding) => this.replace(finding),
      keep: (finding, reason) => parts.keep(finding.key, reason),
      closed: () => parts.view()?.focus(),
    });
    this.bar = this.line.dom;
    this.card = this.shown.dom;
  }

  plugins(): Plugin[] {
    return [
      underlines(),
      keymap({
        'Alt-Enter': () => this.replaceHere(),
        Escape: () => this.close(),
      }),
      new Plugin({
        view: () => ({
          update: (view, before) => {
            if (!view.state.doc.eq(before.doc)) this.changed();
            if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc) this.follow(view);
          },
          destroy: () => this.shown.hide(),
        }),
        props: {
          handleDOMEvents: {
            click: (view, event) => {
              this.clicked(view, event);
              return false;
            },
            blur: () => {
              setTimeout(() => {
                if (!this.shown.busy && !this.parts.view()?.hasFocus()) this.shown.hide();
              });
              return false;
            },
          },
        },
      }),
    ];
  }

  /** Looks again, for the ledger or what is kept changed. */
  again(): void {
    this.changed();
  }

  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.lost);
    this.shown.hide();
    this.waiting = false;
    this.dirty = false;
  }

  judged(judged: Judged): void {
    const view = this.parts.view();
    if (!view || judged.number !== this.number) return;
    clearTimeout(this.lost);
    this.waiting = false;
    view.dispatch(answered(view.state, judged));
    this.measures = judged.measures;
    this.draw(view);
    this.line.say(summary(findingsIn(view.state)));
    const open = this.shown.finding;
    if (open && !this.shown.busy && !findingsIn(view.state).some(({ key }) => key === open.key)) this.shown.hide();
    if (this.dirty) this.changed();
  }

  private changed(): void {
    if (this.waiting) {
      this.dirty = true;
      return;
    }
    const now = Date.now();
    if (this.timer === undefined) this.changedAt = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), Math.max(0, Math.min(QUIET, this.changedAt + LONGEST - now)));
  }

  private send(): void {
    this.timer = undefined;
    const view = this.parts.view();
    if (!view) return;
    this.waiting = true;
    this.dirty = false;
    this.number++;
    view.dispatch(sending(view.state, this.number));
    this.lost = setTimeout(() => {
      this.waiting = false;
      this.changed();
    }, LOST);
    this.parts.send(this.number, JSON.stringify(view.state.doc.toJSON()));
  }

  private draw(view: EditorView): void {
    if (this.measures) this.line.show(findingsIn(view.state), this.measures);
  }

  /** Keeps the card beside its place while the caret is there. */
  private follow(view: EditorView): void {
    const { selection } = view.state;
    const here = selection.empty ? findingAt(view.state, selection.head) : undefined;
    if (here && this.shown.finding?.key === here.key) this.open(view, here);
    else if (!this.shown.busy) this.shown.hide();
  }

  /** Shows the card of the words under the pointer; the selection may hear of the click only later. */
  private clicked(view: EditorView, { clientX, clientY }: MouseEvent): void {
    const position = view.posAtCoords({ left: clientX, top: clientY })?.pos;
    const here = position === undefined ? undefined : findingAt(view.state, position);
    if (here) this.open(view, here);
    else if (!this.shown.busy) this.shown.hide();
  }

  private open(view: EditorView, finding: Finding): void {
    const all = findingsIn(view.state);
    const { left, right, bottom } = view.coordsAtPos(finding.from);
    const end = view.coordsAtPos(finding.to);
    const sameLine = Math.abs(end.bottom - bottom) < 4;
    const top = view.coordsAtPos(finding.from).top;
    const anchor = new DOMRect(left, top, (sameLine ? end.right : right) - left, (sameLine ? bottom : end.bottom) - top);
    this.shown.show(finding, `${all.indexOf(finding) + 1} of ${all.length}`, anchor, this.parts.editable());
  }

  /** What is minded in the text, to go through by keyboard. */
  stops(): Stop[] {
    const view = this.parts.view();
    const inText = view ? findingsIn(view.state).filter(({ place }) => place === 'text') : [];
    return inText.map((finding) => ({ from: finding.from, go: () => this.goTo(finding) }));
  }

  private goTo(finding: Finding): void {
    const view = this.parts.view();
    if (!view) return;
    if (finding.place === 'subject') return this.parts.toSubject();
    this.line.say(`${finding.weightLabel}: ${finding.title}. ${finding.why} ${finding.better}`);
    if (finding.place === 'whole') return view.focus();
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, finding.from)).scrollIntoView());
    view.focus();
    this.open(view, finding);
  }

  private replaceHere(): boolean {
    const view = this.parts.view();
    const here = view && (this.shown.finding ?? findingAt(view.state, view.state.selection.head));
    if (!here || here.fix === null || !this.parts.editable()) return false;
    this.replace(here);
    return true;
  }

  private replace(shown: Finding): void {
    const view = this.parts.view();
    const finding = view && findingsIn(view.state).find((each) => each.key === shown.key && each.place === 'text');
    this.shown.hide();
    if (!view || !finding || finding.fix === null || !this.parts.editable()) return;
    let { from, to } = finding;
    if (view.state.doc.textBetween(from, to) !== finding.words) return;
    if (finding.fix === '') [from, to] = withSpace(view, from, to);
    const capital = finding.fix === '' && startsSentence(view, from);
    let tr = finding.fix === '' ? view.state.tr.delete(from, to) : view.state.tr.insertText(finding.fix, from, to);
    if (capital) tr = capitalised(tr, from);
    view.dispatch(tr.scrollIntoView());
    this.line.say(finding.fix === '' ? `Deleted ${finding.words}` : `Replaced ${finding.words} with ${finding.fix}`);
    view.focus();
  }

  private close(): boolean {
    if (!this.shown.finding) return false;
    this.shown.hide();
    return true;
  }
}

/** The words and the space that would be left over. */
function withSpace(view: EditorView, from: number, to: number): [number, number] {
  const { doc } = view.state;
  if (doc.textBetween(to, Math.min(to + 1, doc.content.size)) === ' ') return [from, to + 1];
  return from > 0 && doc.textBetween(from - 1, from) === ' ' ? [from - 1, to] : [from, to];
}

function startsSentence(view: EditorView, from: number): boolean {
  const place = view.state.doc.resolve(from);
  const before = place.parent.textBetween(0, place.parentOffset, undefined, '\ufffc').trimEnd();
  return before === '' || /[.!?]$/.test(before);
}

function capitalised(tr: EditorView['state']['tr'], at: number): EditorView['state']['tr'] {
  const first = tr.doc.textBetween(at, Math.min(at + 1, tr.doc.content.size));
  const upper = first.toUpperCase();
  return first === '' || upper === first ? tr : tr.insertText(upper, at, at + 1);
}

/** Takes the server's answer as an object or its JSON. */
export function judgedFrom(value: Judged | string | null): Judged | null {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value || 'null') : value;
  return typeof parsed === 'object' && parsed !== null && 'number' in parsed ? (parsed as Judged) : null;
}

/** Where bar and card stand in the editor. */
export function place(voice: Voice): HTMLElement {
  return element('div', { class: 'voice-place' }, voice.card, voice.bar);
}
