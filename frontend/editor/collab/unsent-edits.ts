import type { Time } from './connection';
import type { Keeping, Unsent } from './keeping';

/** Unsent edits are written down this long after they were made, at the latest, in milliseconds. */
const KEEP_EVERY = 120;

/** Writes down what a tab has not sent, so that it outlives the page, and forgets it once all is stored. */
export class UnsentEdits {
  private kept = false;
  private cancel: (() => void) | null = null;

  /**
   * @param unsent what there is now; null while the text was not received
   * @param base the confirmed text that the steps stand on
   */
  constructor(
    private readonly time: Time,
    private readonly keeping: Keeping,
    private readonly unsent: () => Unsent | null,
    private readonly base: () => unknown,
  ) {}

  /** Something was left by the page before this one. */
  found(): void {
    this.kept = true;
  }

  soon(): void {
    this.cancel ??= this.time.after(KEEP_EVERY, () => this.now());
  }

  now(): void {
    this.cancel?.();
    this.cancel = null;
    const unsent = this.unsent();
    if (!unsent) return;
    if (unsent.steps.length === 0 && unsent.detached.length === 0) {
      if (this.kept) this.keeping.forget(unsent.clientId);
      this.kept = false;
      return;
    }
    this.kept = true;
    this.keeping.keep(unsent, this.base);
  }
}
