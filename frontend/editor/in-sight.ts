import type { EditorView } from 'prosemirror-view';

/** Which blocks of a text are near what is on screen. The others are not even laid out (editor.css). */
export class InSight {
  private readonly skipped = new WeakSet<object>();

  constructor(private readonly view: EditorView) {
    view.dom.addEventListener('contentvisibilityautostatechange', (event) => {
      if (!event.target) return;
      if ((event as Event & { skipped?: boolean }).skipped) this.skipped.add(event.target);
      else this.skipped.delete(event.target);
    });
  }

  /** True as well where nobody can say. */
  has(position: number): boolean {
    const { doc } = this.view.state;
    const $at = doc.resolve(Math.min(position, doc.content.size));
    const block = $at.depth > 0 ? this.view.nodeDOM($at.before(1)) : null;
    return !block || !this.skipped.has(block);
  }
}
