import type { Time } from '../editor/collab/connection';

/** A clock that moves only when told, and runs what falls due on the way, in order. */
export class VirtualTime implements Time {
  private at = 0;
  private count = 0;
  private timers: { due: number; order: number; run: () => void }[] = [];

  now(): number {
    return this.at;
  }

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { due: this.at + ms, order: this.count++, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  };

  advance(ms: number): void {
    const until = this.at + ms;
    for (;;) {
      const next = this.timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due || a.order - b.order)[0];
      if (!next) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.at = Math.max(this.at, next.due);
      next.run();
    }
    this.at = until;
  }
}

/** Numbers that look random and come again with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
