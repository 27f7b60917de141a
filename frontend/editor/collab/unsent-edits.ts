import type { Time } from './connection';
import type { Keeping, Unsent } from './keeping';

/** Unsent edits are written down this long after they were made, at the latest, in milliseconds. */
const KEEP_EVERY = 120;
/** The whole text they stand on takes long to write: only where the server has not answered for this long, in milliseconds. */
const WHOLE_AFTER = 2_000;

/** Writes down what a tab has not sent, so that it outlives the page, and forgets it once all is stored. */
export class UnsentEdits {
  private kept = false;
  private cancel: (() => void) | null = null;
  private cancelWhole: (() => void) | null = null;

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
    this.cancel ??= this.time.after(KEEP_EVERY, () => this.edits());
  }

  /** The edits at once; a page that goes on with them but without their text has the server place them. */
  edits(): void {
    if (!this.write(null)) return;
    this.cancelWhole ??= this.time.after(WHOLE_AFTER, () => this.now());
  }

  /** The edits and the text that they stand on. */
  now(): void {
    this.write(this.base);
    this.answered();
  }

  /** The server has just answered a push. */
  answered(): void {
    this.cancelWhole?.();
    this.cancelWhole = null;
  }

  /** @returns whether there is anything unsent */
  private write(base: (() => unknown) | null): boolean {
    this.cancel?.();
    this.cancel = null;
    const unsent = this.unsent();
    if (!unsent) return false;
    if (unsent.steps.length > 0 || unsent.detached.length > 0) {
      this.kept = true;
      this.keeping.keep(unsent, base);
      return true;
    }
    this.answered();
    if (this.kept) this.keeping.forget(unsent.clientId);
    this.kept = false;
    return false;
  }
}
