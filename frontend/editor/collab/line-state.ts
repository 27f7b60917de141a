import type { Time } from './connection';

/** A break shorter than this is not shown, in milliseconds. */
const GRACE = 1_000;

/** Whether the line counts as up to the person at the page: short breaks do not. */
export class LineState {
  private up = false;
  private inGrace = false;
  private cancel = () => {};

  /**
   * @param answered whether the server answers now
   * @param changed called once a break has lasted
   */
  constructor(
    private readonly time: Time,
    private readonly answered: () => boolean,
    private readonly changed: () => void,
  ) {}

  get online(): boolean {
    return this.up;
  }

  /** The server answered. */
  back(): void {
    this.up = true;
    this.inGrace = false;
    this.cancel();
  }

  /** The line broke, or was not there yet; it may come back. */
  broke(): void {
    if (this.inGrace) return;
    this.inGrace = true;
    this.cancel = this.time.after(GRACE, () => {
      this.up = this.answered();
      this.changed();
    });
  }

  /** It will not come back. */
  over(): void {
    this.up = false;
  }

  stop(): void {
    this.cancel();
  }
}
