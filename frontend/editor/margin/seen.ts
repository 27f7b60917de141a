import type { Session } from '../collab/session';

/** While the page is looked at, what was seen is told this often, in milliseconds. */
const EVERY = 60_000;
/** And soon after something new was shown. */
const SOON = 4_000;

/** Tells which version of the text was seen: only what the page really showed counts. */
export class Seen {
  private newest = -1;
  private soon = 0;
  private often = 0;

  constructor(
    private readonly session: () => Session | null,
    private readonly tell: (seq: number) => void,
  ) {}

  look(): void {
    const session = this.session();
    if (!session) return;
    if (session.version > this.newest && session.readable && this.soon === 0) this.soon = window.setTimeout(this.tellNow, SOON);
    if (this.often === 0) this.often = window.setInterval(this.tellNow, EVERY);
  }

  stop(): void {
    clearTimeout(this.soon);
    clearInterval(this.often);
    this.soon = this.often = 0;
  }

  private readonly tellNow = (): void => {
    this.soon = 0;
    const session = this.session();
    if (document.visibilityState !== 'visible' || !session?.connected) return;
    this.newest = session.version;
    this.tell(session.version);
  };
}
