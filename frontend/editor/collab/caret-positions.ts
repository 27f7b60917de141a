import type { StepMap } from 'prosemirror-transform';
import type { Caret } from './wire';

/** Maps of this many newest commits are kept for carets that arrive late. */
const KEPT = 200;

/** Where the others' carets are: positions come for an older text than the one shown, and are moved up to it. */
export class CaretPositions {
  private readonly commits = new Map<number, readonly StepMap[]>();
  private readonly early = new Map<string, Caret>();

  committed(seq: number, maps: readonly StepMap[]): void {
    this.commits.set(seq, maps);
    this.commits.delete(seq - KEPT);
  }

  forget(): void {
    this.commits.clear();
    this.early.clear();
  }

  /** Carets for a text not here yet wait; `ready` gives them out later. */
  holdIfEarly(caret: Caret, seq: number): boolean {
    if (caret.seq <= seq) {
      this.early.delete(caret.clientId);
      return false;
    }
    this.early.set(caret.clientId, caret);
    return true;
  }

  ready(seq: number): Caret[] {
    const due = [...this.early.values()].filter((caret) => caret.seq <= seq);
    for (const { clientId } of due) this.early.delete(clientId);
    return due;
  }

  /** Maps of the commits after one version up to another, or null when one of them is no longer known. */
  between(from: number, seq: number): StepMap[] | null {
    const all: StepMap[] = [];
    for (let at = from + 1; at <= seq; at++) {
      const maps = this.commits.get(at);
      if (!maps) return null;
      all.push(...maps);
    }
    return all;
  }

  /** The position in the text shown, or null when the commits in between are no longer known. */
  now(position: number, from: number, seq: number, local: readonly StepMap[]): number | null {
    let moved = position;
    for (let at = from + 1; at <= seq; at++) {
      const maps = this.commits.get(at);
      if (!maps) return null;
      for (const map of maps) moved = map.map(moved);
    }
    for (const map of local) moved = map.map(moved, -1);
    return moved;
  }
}

/** A position shown here, in the text the server knows. */
export function inConfirmedText(position: number, local: readonly StepMap[]): number {
  let moved = position;
  for (const map of [...local].reverse()) moved = map.invert().map(moved);
  return moved;
}
