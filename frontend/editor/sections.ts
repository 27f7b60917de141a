import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { nodeType } from './schema';

/** A section that the kind of text asks for. */
export interface Section {
  title: string;
  hint: string;
}

export const key = new PluginKey<DecorationSet>('candorSections');

/** Titles are compared by their words alone. */
function plain(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** In every section of the template that says nothing yet, the first empty line shows what belongs there. */
export function hints(doc: Node, sections: readonly Section[]): DecorationSet {
  const wanted = new Map(sections.map(({ title, hint }) => [plain(title), hint]));
  const shown: Decoration[] = [];
  let hint: string | undefined;
  let line: { from: number; to: number } | null = null;
  const flush = () => {
    if (hint && line) shown.push(Decoration.node(line.from, line.to, { 'data-placeholder': hint, class: 'candor-hint' }));
    line = null;
  };
  doc.forEach((block, at) => {
    if (block.type === nodeType('heading')) {
      flush();
      hint = wanted.get(plain(block.textContent));
    } else if (hint) {
      const empty = block.type === nodeType('paragraph') && block.content.size === 0;
      if (!empty) hint = undefined;
      else line ??= { from: at, to: at + block.nodeSize };
    }
  });
  flush();
  return DecorationSet.create(doc, shown);
}

export function sectionHints(sections: () => readonly Section[]): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => hints(doc, sections()),
      apply: (tr, before) => (tr.docChanged || tr.getMeta(key) ? hints(tr.doc, sections()) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
