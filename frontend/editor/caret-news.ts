import type { Transaction } from 'prosemirror-state';
import type { PlacedCaret } from './collab/caret-line';
import { along } from './presence';

/** Somebody types here this long after a key, in milliseconds. */
const TYPING = 500;

/** While somebody types here, others' carets are drawn at most this often, in milliseconds. */
const EVERY = 1_000;

/**
 * Where the others' carets went. To draw them costs a long text as much as a letter does, so who types here sees them
 * less often, and those far from what is on screen in the next pause; words that come in push their writers' carets on
 * meanwhile.
 */
export class CaretNews {
  private readonly moved = new Map<string, PlacedCaret>();
  private readonly left = new Set<string>();
  private timer = 0;
  private drawnAt = 0;
  private typedAt = 0;

  /** @param seen whether any of these carets stands, or goes, where it can be seen */
  constructor(
    private readonly draw: (moved: PlacedCaret[], left: string[]) => void,
    private readonly seen: (moved: readonly PlacedCaret[], left: readonly string[]) => boolean = () => true,
  ) {}

  arrived(moved: readonly PlacedCaret[], left: readonly string[]): void {
    for (const caret of moved) {
      this.left.delete(caret.clientId);
      this.moved.set(caret.clientId, caret);
    }
    for (const clientId of left) {
      this.moved.delete(clientId);
      this.left.add(clientId);
    }
    if (this.timer) return;
    const wait = this.typing ? this.drawnAt + EVERY - Date.now() : 0;
    if (wait <= 0) this.show();
    else this.wait(wait);
  }

  typed(): void {
    this.typedAt = Date.now();
  }

  /** What waits moves along with every change of the text. */
  follow(tr: Transaction): void {
    if (!tr.docChanged) return;
    for (const [id, caret] of this.moved) this.moved.set(id, { ...caret, ...along(caret, tr) });
  }

  forget(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.moved.clear();
    this.left.clear();
  }

  private get typing(): boolean {
    return Date.now() - this.typedAt < TYPING;
  }

  private wait(long: number): void {
    this.timer = window.setTimeout(() => this.show(), long);
  }

  private show(): void {
    const moved = [...this.moved.values()];
    const left = [...this.left];
    if (this.typing && !this.seen(moved, left)) {
      this.wait(TYPING);
      return;
    }
    this.forget();
    this.drawnAt = Date.now();
    this.draw(moved, left);
  }
}
