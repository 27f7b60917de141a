import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Session } from '../collab/session';
import { decodeStep, encodeStep, type WireStep } from '../collab/wire';
import { readMarked } from '../marked';
import type { Stop } from '../stops';
import { commented, suggested } from './marks';
import { movedOver, proposed } from './proposed';

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

/** Where notes are drawn. */
export interface NotedText {
  readonly view: EditorView | null;
  readonly session: Session | null;
  tell(name: string, detail: object): void;
}

interface Drawn {
  set: DecorationSet;
  active: string | null;
  /** where a reader tapped last: a text that may only be read has no caret of its own */
  tapped: number | null;
}

const key = new PluginKey<Drawn>('candorMargin');

/** The notes on the text as it stands here: those that the page keeps, and those handed over that it has not answered. */
export class NoteLayer {
  private all: readonly Note[] | null = null;
  private readonly pending = new Map<string, { note: Note; words: string }>();
  private late = false;
  private askedAgain = -1;

  /** @param own what is being suggested in this browser */
  constructor(
    private readonly text: NotedText,
    private readonly own: (state: EditorState) => Decoration[],
  ) {}

  get notes(): readonly Note[] {
    return this.all ?? [];
  }

  set notes(notes: readonly Note[]) {
    this.all = notes;
    for (const { id } of notes) this.pending.delete(id);
    this.place();
  }

  /** A suggestion was handed over; it is drawn until the page keeps it. */
  handed(id: string, seq: number, steps: readonly Step[], words: string): readonly WireStep[] {
    const wire = steps.map(encodeStep);
    this.pending.set(id, { words, note: { id, kind: 'suggestion', seq, from: 0, to: 0, steps: wire, author: 'you', color: 'p1' } });
    this.place();
    return wire;
  }

  /** The page could not keep it. @returns its words */
  refused(id: string): string {
    const words = this.pending.get(id)?.words ?? '';
    this.pending.delete(id);
    this.place();
    return words;
  }

  /** It is being written again: no longer drawn once `place` runs. */
  leaveOut(note: Note): void {
    this.all = this.notes.filter((each) => each !== note);
  }

  /** Something came from the server: what was told too early may have its place now. */
  arrived(): void {
    if (this.late) this.place();
  }

  /** Brings the words of a note into sight. */
  show(id: string): void {
    const { view } = this.text;
    if (!view) return;
    view.dispatch(view.state.tr.setMeta(key, { active: id }).setMeta('addToHistory', false));
    view.dom.querySelector(`[data-note="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
  }

  /** The place that is meant where nothing is marked: the caret, or what a reader tapped. */
  meant({ state, editable }: EditorView): number {
    return (editable ? null : key.getState(state)?.tapped) ?? state.selection.from;
  }

  /** Comments and suggestions where they stand, to go through by keyboard. */
  stops(): Stop[] {
    const { view } = this.text;
    const places = new Map<string, number>();
    for (const { from, spec } of (view && key.getState(view.state)?.set.find()) || []) {
      const { note } = spec as { note?: string };
      if (note !== undefined) places.set(note, Math.min(from, places.get(note) ?? from));
    }
    return [...places].map(([id, from]) => ({ from, go: () => this.visit(id, from) }));
  }

  private visit(id: string, at: number): void {
    const { view } = this.text;
    if (!view) return;
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at), 1)));
    view.focus();
    this.show(id);
    this.text.tell('candor-note', { id });
  }

  plugin(): Plugin<Drawn> {
    return new Plugin<Drawn>({
      key,
      state: {
        init: () => ({ set: DecorationSet.empty, active: null, tapped: null }),
        apply: (tr, drawn) => {
          const change = tr.getMeta(key) as Partial<Drawn> | undefined;
          const set = change?.set ?? (tr.docChanged ? drawn.set.map(tr.mapping, tr.doc) : drawn.set);
          const tapped = change?.tapped ?? (drawn.tapped === null ? null : tr.mapping.map(drawn.tapped));
          return { set, active: change?.active === undefined ? drawn.active : change.active, tapped };
        },
      },
      props: {
        decorations: (state) => this.draw(state),
        handleDOMEvents: {
          click: (view, event) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (at && !view.editable) view.dispatch(view.state.tr.setMeta(key, { tapped: at.pos }).setMeta('addToHistory', false));
          },
        },
        handleClick: (view, _at, event) => {
          const note = (event.target as Element).closest<HTMLElement>('[data-note]')?.dataset.note;
          if (!note) return false;
          readMarked(view);
          view.dispatch(view.state.tr.setMeta(key, { active: note }).setMeta('addToHistory', false));
          this.text.tell('candor-note', { id: note });
          return false;
        },
      },
    });
  }

  private draw(state: EditorState): DecorationSet {
    const drawn = key.getState(state);
    if (!drawn) return DecorationSet.empty;
    const extra = this.own(state);
    if (drawn.active) {
      for (const { from, to, spec } of drawn.set.find(undefined, undefined, (spec) => spec.note === drawn.active)) {
        if (from < to && spec.note) extra.push(Decoration.inline(from, to, { class: 'candor-active' }));
      }
    }
    return extra.length > 0 ? drawn.set.add(state.doc, extra) : drawn.set;
  }

  /** Draws all notes on the text as it stands here. */
  place(): void {
    const { view, session } = this.text;
    if (!view || !session || this.all === null) return;
    readMarked(view);
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

  /** The steps of a suggestion on the text as it stands here; null when they do not fit it any more. */
  moved(note: Note): Step[] | null {
    const maps = this.text.session?.mapsSince(note.seq);
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
    this.text.tell('candor-notes-stale', {});
  }
}
