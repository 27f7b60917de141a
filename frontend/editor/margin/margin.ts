import { Plugin, TextSelection, type EditorState } from 'prosemirror-state';
import type { Decoration, EditorView } from 'prosemirror-view';
import { inConfirmedText } from '../collab/caret-positions';
import { confirmedText, localMaps, unconfirmed, words } from '../collab/local-steps';
import { readMarked } from '../marked';
import type { Stop } from '../stops';
import { own } from './marks';
import { NoteLayer, type Note, type NotedText } from './note-layer';
import { compact, proposed, type Proposed } from './proposed';
import { Seen } from './seen';
import { MarginTools } from './tools';

export interface MarginHost extends NotedText {
  dropped(words: string): void;
  changed(): void;
}

/** A change that nobody goes on with is sent after this long, in milliseconds. */
const IDLE = 10_000;

/**
 * Comments and suggestions on the text. In suggestion mode local steps are not pushed: once the caret leaves the place
 * they are taken back and handed to the page as one suggestion.
 */
export class Margin {
  readonly tools = new MarginTools(
    () => this.comment(),
    () => this.suggest(!this.wanted),
  );
  private readonly layer: NoteLayer;
  private readonly seen: Seen;
  private wanted = false;
  private closing = false;
  private idle = 0;
  private stood = '';
  private whenStored: (() => void) | null = null;

  constructor(private readonly host: MarginHost) {
    this.layer = new NoteLayer(host, (state) => this.drawn(state));
    this.seen = new Seen(
      () => host.session,
      (seq) => host.tell('candor-seen', { seq }),
    );
  }

  get notes(): readonly Note[] {
    return this.layer.notes;
  }

  set notes(notes: readonly Note[]) {
    this.tools.show();
    this.layer.notes = notes;
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
    const { session, view } = this.host;
    if (!session || !view) return;
    if (this.wanted !== session.held && (!this.wanted || session.quiet)) session.hold(this.wanted);
    this.seen.look();
    this.stands(session.held, session.readable);
    if (this.whenStored && (session.held || unconfirmed(view.state).length === 0)) {
      const act = this.whenStored;
      this.whenStored = null;
      act();
    }
  }

  /** Drawn anew only where it changed: that would take back what a key has just marked. */
  private stands(suggesting: boolean, readable: boolean): void {
    const now = `${suggesting} ${readable}`;
    if (now === this.stood) return;
    this.stood = now;
    this.tools.stands(suggesting, readable);
    this.host.changed();
  }

  /** Called after every change of the state. */
  changed(fromServer: boolean): void {
    const { view } = this.host;
    if (!view || this.closing) return;
    if (fromServer) this.layer.arrived();
    if (fromServer) this.seen.look();
    if (!this.suggesting || unconfirmed(view.state).length === 0) return;
    clearTimeout(this.idle);
    this.idle = window.setTimeout(() => this.close(), IDLE);
    const change = current(view.state);
    if (change && !touches(view.state, change)) this.close();
  }

  /** The text was opened anew: what was drawn went with the old one. */
  reopened(): void {
    this.layer.place();
  }

  stop(): void {
    this.close();
    clearTimeout(this.idle);
    this.seen.stop();
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
    if (steps.length === 0) return;
    const id = randomId();
    const seq = session.version;
    const wire = this.layer.handed(id, seq, steps, said);
    this.host.tell('candor-suggestion', { id, seq, steps: JSON.stringify(wire) });
  };

  /** The page could not keep a suggestion. */
  refused(id: string): void {
    this.host.dropped(this.layer.refused(id));
  }

  /** Takes an own suggestion, which the page withdrew, back into the text to go on with it. */
  resume(id: string): void {
    const { view, session } = this.host;
    const note = this.notes.find((each) => each.id === id);
    if (!view || !session || !note) return;
    this.layer.leaveOut(note);
    this.close();
    this.wanted = true;
    this.settle();
    this.layer.place();
    if (!session.held) return;
    const steps = this.layer.moved(note);
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
    this.layer.show(id);
  }

  /** Comments and suggestions where they stand, to go through by keyboard. */
  stops(): Stop[] {
    return this.layer.stops();
  }

  plugins(): Plugin[] {
    const acting = new Plugin({
      props: {
        handleKeyDown: (_view, event) => {
          if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return false;
          this.comment();
          return true;
        },
        handleDOMEvents: { blur: () => this.close() },
      },
    });
    return [this.layer.plugin(), acting];
  }

  private drawn(state: EditorState): Decoration[] {
    if (!this.suggesting || unconfirmed(state).length === 0) return [];
    const change = current(state);
    return change ? own(confirmedText(state), change) : [];
  }

  /** Asks the page for a comment on the marked words, or on the word or block at the caret. */
  private comment(): void {
    const { view, session } = this.host;
    if (!view || !session?.readable) return;
    readMarked(view);
    const state = view.state;
    if (unconfirmed(state).length > 0 && !session.held) {
      this.whenStored = () => this.comment();
      return;
    }
    this.close();
    let { from, to } = view.state.selection;
    if (from === to) {
      const $at = view.state.doc.resolve(this.layer.meant(view));
      if (!$at.parent.isTextblock || $at.parent.content.size === 0) return;
      from = $at.start();
      to = $at.end();
      // Marked, so that it is seen what the comment will be about.
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
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
