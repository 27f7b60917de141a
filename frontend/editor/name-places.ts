import type { EditorView } from 'prosemirror-view';

interface Place {
  caret: HTMLElement;
  label: HTMLElement;
  /** from the caret to the label's left edge, in pixels */
  left: number;
  above: boolean;
}

/** Words typed here push names along with their carets; whether those still lie well is looked at in the next pause, in milliseconds. */
const PAUSE = 250;

/** Puts names beside a line end or into the margin, so that none lies over words. */
export class NamePlaces {
  private frame = 0;
  private due = 0;

  /** A caret came, went or moved, or its writer wrote. */
  update(view: EditorView): void {
    clearTimeout(this.due);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => place(view));
  }

  /** Words were typed here. */
  updateSoon(view: EditorView): void {
    clearTimeout(this.due);
    this.due = window.setTimeout(() => this.update(view), PAUSE);
  }

  destroy(): void {
    clearTimeout(this.due);
    cancelAnimationFrame(this.frame);
  }
}

/** Everything is measured before anything is moved: a long text is laid out once, however many carets are in it. */
function place(view: EditorView): void {
  const { right } = view.dom.getBoundingClientRect();
  const carets = [...view.dom.querySelectorAll<HTMLElement>('.candor-caret.named')].filter(isDrawn);
  for (const { caret, label, left, above } of carets.map((caret) => placeOf(caret, right))) {
    caret.classList.toggle('above', above);
    label.style.left = `${left}px`;
  }
}

/** Far from what is on screen nothing is laid out (editor.css); measuring there would undo that. */
function isDrawn(caret: HTMLElement): boolean {
  return !('checkVisibility' in caret) || caret.checkVisibility({ contentVisibilityAuto: true });
}

function placeOf(caret: HTMLElement, right: number): Place {
  const label = caret.firstElementChild as HTMLElement;
  const line = caret.getBoundingClientRect();
  const end = lineEnd(caret, line);
  const room = right - Math.max(end, line.right);
  return { caret, label, left: Math.max(7, end - line.left + 7), above: room < label.offsetWidth + 10 };
}

/** Right edge of the last glyph on the caret's line; names are none. */
function lineEnd(caret: HTMLElement, line: DOMRect): number {
  const block = caret.closest('p, h1, h2, h3, pre, li, td, th') ?? caret.parentElement;
  let end = line.right;
  if (!block) return end;
  const width = block.clientWidth + 1;
  for (const rect of glyphs(block)) {
    const sameLine = rect.top < line.bottom - 4 && rect.bottom > line.top + 4;
    if (sameLine && rect.width < width) end = Math.max(end, rect.right);
  }
  return end;
}

/** Where a block's content is drawn, between the carets in it. */
function glyphs(block: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(block);
  const rects: DOMRect[] = [];
  for (const caret of block.querySelectorAll('.candor-caret')) {
    const rest = range.cloneRange();
    range.setEndBefore(caret);
    rects.push(...range.getClientRects());
    rest.setStartAfter(caret);
    range.setStart(rest.startContainer, rest.startOffset);
    range.setEnd(rest.endContainer, rest.endOffset);
  }
  return [...rects, ...range.getClientRects()];
}
