import type { EditorView } from 'prosemirror-view';

/**
 * Reads what the browser has marked but not told yet. It tells so in a task of its own; whatever redraws the text before
 * that, such as a letter of somebody else, would put the older selection back.
 */
export function readMarked(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  (view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
}
