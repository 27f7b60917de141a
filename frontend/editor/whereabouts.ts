import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Standing } from './collab/parts';
import { MENTIONED } from './insertables';
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

/** People are told of a mention once it is stored, not while it may still be dropped. */
export class MentionTeller {
  private untold = new Set<string>();

  constructor(private readonly tell: Tell) {}

  note(transactions: readonly Transaction[]): void {
    for (const each of transactions) {
      const id: unknown = each.getMeta(MENTIONED);
      if (typeof id === 'string') this.untold.add(id);
    }
  }

  stands({ saving, unsent }: Standing): void {
    if (this.untold.size === 0 || saving !== 'saved' || unsent > 0) return;
    this.tell('candor-mentioned', { people: [...this.untold] });
    this.untold = new Set();
  }
}
