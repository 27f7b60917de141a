import type { EditorView } from 'prosemirror-view';
import { nodeType } from './schema';

type Tell = (name: string, detail: object) => void;

/** Tells the page below which heading the caret is, whenever that changes. */
export class SectionTeller {
  private section = '';

  constructor(private readonly tell: Tell) {}

  look({ state }: EditorView): void {
    let title = '';
    state.doc.nodesBetween(0, state.selection.head, (node) => {
      if (node.type === nodeType('heading')) title = node.textContent;
      return !node.isTextblock;
    });
    if (title === this.section) return;
    this.section = title;
    this.tell('candor-section', { title });
  }
}
