/** Does something in the next pause of what keeps happening, and not much later where there is none. */
export class Pause {
  private timer = 0;
  private since = 0;

  /**
   * @param quiet how long nothing has to happen, in milliseconds
   * @param longest how long it waits for that, in milliseconds
   */
  constructor(
    private readonly quiet: number,
    private readonly longest: number,
    private readonly act: () => void,
  ) {}

  happened(): void {
    const now = Date.now();
    if (this.timer === 0) this.since = now;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.end(), Math.max(0, Math.min(this.quiet, this.since + this.longest - now)));
  }

  /** What happened so far needs nothing any more. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  private end(): void {
    this.timer = 0;
    this.act();
  }
}
