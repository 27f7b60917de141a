import type { EditorState } from 'prosemirror-state';

/** Somebody counts as writing this long after words of theirs came in, in milliseconds. */
const WRITING = 3_000;

export function writes(wroteAt: number, now: number): boolean {
  return now - wroteAt < WRITING;
}

/** Whether a place is in the same block as the caret here. */
export function here({ doc, selection }: EditorState, at: number): boolean {
  const $at = doc.resolve(Math.min(at, doc.content.size));
  return $at.parent.isTextblock && $at.sameParent(selection.$head);
}

/** Has the text drawn once more when somebody stopped writing. */
export class WritingEnds {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param wrote when each of the others wrote last, milliseconds since the epoch */
  constructor(
    private readonly wrote: () => readonly number[],
    private readonly over: () => void,
  ) {}

  update(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const soonest = Math.min(...this.wrote().filter((at) => writes(at, now)));
    if (Number.isFinite(soonest)) this.timer = setTimeout(() => this.over(), soonest + WRITING - now);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }
}
