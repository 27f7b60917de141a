import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { inConfirmedText } from '../collab/caret-positions';
import { confirmedText, localMaps, unconfirmed, words } from '../collab/local-steps';
import type { Session } from '../collab/session';
import { decodeStep, encodeStep, type WireStep } from '../collab/wire';
import type { Stop } from '../stops';
import { MarginTools } from './tools';
import { commented, own, suggested } from './marks';
import { compact, movedOver, proposed, type Proposed } from './proposed';

/** A comment or a suggestion, placed in version `seq` of the text. */
export interface Note {
  id: string;
  kind: 'comment' | 'suggestion';
  seq: number;
  from: number;
  to: number;
  steps: readonly WireStep[];
  author: string;
  color: string;
}

export interface MarginHost {
  readonly view: EditorView | null;
  readonly session: Session | null;
  tell(name: string, detail: object): void;
  dropped(words: string): void;
  changed(): void;
}

interface Drawn {
  set: DecorationSet;
  active: string | null;
}

const key = new PluginKey<Drawn>('candorMargin');

/** A change that nobody goes on with is sent after this long, in milliseconds. */
const IDLE = 10_000;
/** While the page is looked at, what was seen is told this often, in milliseconds. */
const SEEN_EVERY = 60_000;
/** And soon after something new was shown. */
const SEEN_SOON = 4_000;

/**
 * Comments and suggestions on the text. In suggestion mode local steps are not pushed: once the caret leaves the place
 * they are taken back and handed to the page as one suggestion.
 */
export class Margin {
  readonly tools = new MarginTools(
    () => this.comment(),
    () => this.suggest(!this.wanted),
  );
  private all: readonly Note[] | null = null;
  private readonly pending = new Map<string, { note: Note; words: string }>();
  private late = false;
  private askedAgain = -1;
  private wanted = false;
  private closing = false;
  private idle = 0;
  private seen = -1;
  private seenSoon = 0;
  private seenOften = 0;
  private whenStored: (() => void) | null = null;

  constructor(private readonly host: MarginHost) {}

  get notes(): readonly Note[] {
    return this.all ?? [];
  }

  set notes(notes: readonly Note[]) {
    this.all = notes;
    for (const { id } of notes) this.pending.delete(id);
    this.tools.show();
    this.place();
  }

  /** Whether typing makes suggestions now. */
  get suggesting(): boolean {
    return this.host.session?.held ?? false;
  }

  /** Turns suggestion mode on or off; on as soon as everything typed before is stored. */
  suggest(wanted: boolean): void {
    if (!wanted) this.close();
    this.wanted = wanted;
    this.settle();
  }

  /** Called when the standing changed. */
  settle(): void {
    const session = this.host.session;
    const view = this.host.view;
    if (!session || !view) return;
    if (this.wanted !== session.held && (!this.wanted || session.quiet)) session.hold(this.wanted);
    this.tools.stands(session.held, session.readable);
    this.tellSeen(session);
    this.host.changed();
    if (this.whenStored && (session.held || unconfirmed(view.state).length === 0)) {
      const act = this.whenStored;
      this.whenStored = null;
      act();
    }
  }

  /** Called after every change of the state. */
  changed(fromServer: boolean): void {
    const view = this.host.view;
    if (!view || this.closing) return;
    if (fromServer && this.late) this.place();
    if (fromServer && this.host.session) this.tellSeen(this.host.session);
    if (!this.suggesting || unconfirmed(view.state).length === 0) return;
    clearTimeout(this.idle);
    this.idle = window.setTimeout(() => this.close(), IDLE);
    const change = current(view.state);
    if (change && !touches(view.state, change)) this.close();
  }

  /** The text was opened anew: what was drawn went with the old one. */
  reopened(): void {
    this.place();
  }

  stop(): void {
    this.close();
    clearTimeout(this.idle);
    clearTimeout(this.seenSoon);
    clearInterval(this.seenOften);
    this.seenSoon = this.seenOften = 0;
  }

  /** Hands over what was suggested since the caret came here. */
  readonly close = (): void => {
    const { view, session } = this.host;
    if (!view || !session?.held || this.closing) return;
    const made = unconfirmed(view.state).map(({ step }) => step);
    if (made.length === 0) return;
    this.closing = true;
    clearTimeout(this.idle);
    const before = confirmedText(view.state);
    const steps = compact(before, made);
    const said = words(before, made);
    session.dropHeld();
    this.closing = false;
    if (steps.length > 0) this.hand(steps, said, session.version);
  };

  /** Only what the page really showed counts as seen. */
  private tellSeen(session: Session): void {
    const tell = () => {
      this.seenSoon = 0;
      const now = this.host.session;
      if (document.visibilityState !== 'visible' || !now?.connected) return;
      this.seen = now.version;
      this.host.tell('candor-seen', { seq: now.version });
    };
    if (session.version > this.seen && session.readable && this.seenSoon === 0) this.seenSoon = window.setTimeout(tell, SEEN_SOON);
    if (this.seenOften === 0) this.seenOften = window.setInterval(tell, SEEN_EVERY);
  }

  private hand(steps: readonly Step[], said: string, seq: number): void {
    const id = randomId();
    const wire = steps.map(encodeStep);
    this.pending.set(id, { words: said, note: { id, kind: 'suggestion', seq, from: 0, to: 0, steps: wire, author: 'you', color: 'p1' } });
    this.place();
    this.host.tell('candor-suggestion', { id, seq, steps: JSON.stringify(wire) });
  }

  /** The page could not keep a suggestion. */
  refused(id: string): void {
    const said = this.pending.get(id)?.words ?? '';
    this.pending.delete(id);
    this.place();
    this.host.dropped(said);
  }

  /** Takes an own suggestion, which the page withdrew, back into the text to go on with it. */
  resume(id: string): void {
    const { view, session } = this.host;
    const note = this.notes.find((each) => each.id === id);
    if (!view || !session || !note) return;
    this.all = this.notes.filter((each) => each !== note);
    this.close();
    this.wanted = true;
    this.settle();
    this.place();
    if (!session.held) return;
    const steps = this.moved(note);
    if (!steps) return;
    const tr = view.state.tr;
    for (const step of steps) tr.step(step);
    view.dispatch(tr);
    const end = current(view.state)?.pieces.at(-1)?.afterTo;
    if (end !== undefined) this.caretTo(view, end);
    view.focus();
  }

  /** Brings the words of a note into sight. */
  show(id: string): void {
    const view = this.host.view;
    if (!view) return;
    view.dispatch(view.state.tr.setMeta(key, { active: id }).setMeta('addToHistory', false));
    view.dom.querySelector(`[data-note="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
  }

  /** Comments and suggestions where they stand, to go through by keyboard. */
  stops(): Stop[] {
    const { view } = this.host;
    const places = new Map<string, number>();
    for (const { from, spec } of (view && key.getState(view.state)?.set.find()) || []) {
      const { note } = spec as { note?: string };
      if (note !== undefined) places.set(note, Math.min(from, places.get(note) ?? from));
    }
    return [...places].map(([id, from]) => ({ from, go: () => this.visit(id, from) }));
  }

  private visit(id: string, at: number): void {
    const { view } = this.host;
    if (!view) return;
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at), 1)));
    view.focus();
    this.show(id);
    this.host.tell('candor-note', { id });
  }

  plugin(): Plugin<Drawn> {
    return new Plugin<Drawn>({
      key,
      state: {
        init: () => ({ set: DecorationSet.empty, active: null }),
        apply: (tr, drawn) => {
          const change = tr.getMeta(key) as Partial<Drawn> | undefined;
          const set = change?.set ?? (tr.docChanged ? drawn.set.map(tr.mapping, tr.doc) : drawn.set);
          return { set, active: change?.active === undefined ? drawn.active : change.active };
        },
      },
      props: {
        decorations: (state) => this.draw(state),
        handleClick: (view, _at, event) => {
          const note = (event.target as Element).closest<HTMLElement>('[data-note]')?.dataset.note;
          if (!note) return false;
          view.dispatch(view.state.tr.setMeta(key, { active: note }).setMeta('addToHistory', false));
          this.host.tell('candor-note', { id: note });
          return false;
        },
        handleKeyDown: (_view, event) => {
          if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return false;
          this.comment();
          return true;
        },
        handleDOMEvents: { blur: () => this.close() },
      },
    });
  }

  private draw(state: EditorState): DecorationSet {
    const drawn = key.getState(state);
    if (!drawn) return DecorationSet.empty;
    const extra: Decoration[] = [];
    if (this.suggesting && unconfirmed(state).length > 0) {
      const change = current(state);
      if (change) extra.push(...own(confirmedText(state), change));
    }
    if (drawn.active) {
      for (const { from, to, spec } of drawn.set.find(undefined, undefined, (spec) => spec.note === drawn.active)) {
        if (from < to && spec.note) extra.push(Decoration.inline(from, to, { class: 'candor-active' }));
      }
    }
    return extra.length > 0 ? drawn.set.add(state.doc, extra) : drawn.set;
  }

  /** Draws all notes on the text as it stands here. */
  private place(): void {
    const { view, session } = this.host;
    if (!view || !session || this.all === null) return;
    this.late = false;
    const marks: Decoration[] = [];
    for (const note of [...this.all, ...[...this.pending.values()].map(({ note }) => note)]) {
      if (note.seq > session.version) this.late = true;
      else marks.push(...this.marks(note, view.state, session));
    }
    const set = DecorationSet.create(view.state.doc, marks);
    view.dispatch(view.state.tr.setMeta(key, { set }).setMeta('addToHistory', false));
  }

  private marks(note: Note, state: EditorState, session: Session): Decoration[] {
    const maps = session.mapsSince(note.seq);
    if (!maps) {
      this.askAgain(session.version);
      return [];
    }
    if (note.kind === 'suggestion') {
      const steps = this.moved(note);
      const change = steps && proposed(state.doc, steps);
      return change ? suggested(note.id, state.doc, change, note.author, note.color) : [];
    }
    let { from, to } = note;
    for (const map of maps) {
      from = map.map(from, 1);
      to = map.map(to, -1);
    }
    return from < to && to <= state.doc.content.size ? [commented(note.id, from, to)] : [];
  }

  private moved(note: Note): Step[] | null {
    const maps = this.host.session?.mapsSince(note.seq);
    try {
      return maps ? movedOver(note.steps.map(decodeStep), maps) : null;
    } catch {
      return null;
    }
  }

  /** The places are of a version too old to be moved here. */
  private askAgain(version: number): void {
    if (this.askedAgain === version) return;
    this.askedAgain = version;
    this.host.tell('candor-notes-stale', {});
  }

  /** Asks the page for a comment on the marked words, or on the word or block at the caret. */
  private comment(): void {
    const { view, session } = this.host;
    if (!view || !session?.readable) return;
    const state = view.state;
    if (unconfirmed(state).length > 0 && !session.held) {
      this.whenStored = () => this.comment();
      return;
    }
    this.close();
    let { from, to } = view.state.selection;
    if (from === to) {
      const $at = view.state.doc.resolve(from);
      if (!$at.parent.isTextblock || $at.parent.content.size === 0) return;
      from = $at.start();
      to = $at.end();
    }
    const local = localMaps(view.state);
    this.host.tell('candor-comment', {
      seq: session.version,
      from: inConfirmedText(from, local),
      to: inConfirmedText(to, local),
    });
  }

  private caretTo(view: EditorView, at: number): void {
    const $at = view.state.doc.resolve(Math.min(at, view.state.doc.content.size));
    view.dispatch(view.state.tr.setSelection(TextSelection.near($at, -1)));
  }
}

function current(state: EditorState): Proposed | null {
  return proposed(
    confirmedText(state),
    unconfirmed(state).map(({ step }) => step),
  );
}

function touches(state: EditorState, { pieces, formats }: Proposed): boolean {
  const { from, to } = state.selection;
  const ranges = [...pieces, ...formats];
  if (ranges.length === 0) return true;
  const start = Math.min(...ranges.map((range) => range.afterFrom));
  const end = Math.max(...ranges.map((range) => range.afterTo));
  return from <= end && to >= start;
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
