import type { EditorState } from 'prosemirror-state';
import type { Step, StepMap } from 'prosemirror-transform';
import { CaretPositions, inConfirmedText } from './caret-positions';
import type { Time } from './connection';
import { localMaps } from './local-steps';
import type { Caret, ClientMessage, Person } from './wire';

export interface PlacedCaret extends Person {
  clientId: string;
  anchor: number | null;
  head: number | null;
}

/** The own caret is told at most this often, in milliseconds. */
const EVERY = 100;

/** Carets both ways: the own one to the others, theirs into the text as it stands here. */
export class CaretLine {
  private readonly positions = new CaretPositions();
  private own: { anchor: number | null; head: number | null } | null = null;
  private last: { anchor: number | null; head: number | null } = { anchor: null, head: null };
  private cancel: (() => void) | null = null;

  constructor(
    private readonly time: Time,
    private readonly state: () => EditorState,
    /** false when nothing can be sent now: the caret then waits */
    private readonly send: (caret: Omit<Extract<ClientMessage, { type: 'presence' }>, 'seq'>) => boolean,
  ) {}

  moved(anchor: number | null, head: number | null): void {
    this.own = this.last = { anchor, head };
    if (this.cancel) return;
    this.flush();
    this.cancel = this.time.after(EVERY, () => {
      this.cancel = null;
      this.flush();
    });
  }

  /** Tells that somebody is here, after each greeting: the server forgot it with the old line. */
  announce(): void {
    this.own ??= this.last;
    this.flush();
  }

  flush(): void {
    if (!this.own) return;
    const local = localMaps(this.state());
    const size = this.state().doc.content.size;
    const at = (position: number | null) => (position === null ? null : inConfirmedText(Math.min(position, size), local));
    if (this.send({ type: 'presence', anchor: at(this.own.anchor), head: at(this.own.head) })) this.own = null;
  }

  stop(): void {
    this.cancel?.();
  }

  committed(seq: number, steps: readonly Step[]): void {
    this.positions.committed(
      seq,
      steps.map((step) => step.getMap()),
    );
  }

  /** Maps from one version to the text shown here, local steps included; null when they are no longer known. */
  mapsSince(from: number, seq: number): StepMap[] | null {
    const maps = this.positions.between(from, seq);
    return maps && [...maps, ...localMaps(this.state())];
  }

  forget(): void {
    this.positions.forget();
  }

  /** Carets whose text is here, in it; the others are held back until `seq` has come. */
  place(carets: readonly Caret[], seq: number): PlacedCaret[] {
    const local = localMaps(this.state());
    return [...this.positions.ready(seq), ...carets]
      .filter((caret) => !this.positions.holdIfEarly(caret, seq))
      .map((caret) => {
        const at = (position: number | null) =>
          position === null ? null : this.positions.now(position, caret.seq, seq, local);
        return { ...caret, anchor: at(caret.anchor), head: at(caret.head) };
      });
  }
}
