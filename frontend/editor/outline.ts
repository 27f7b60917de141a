import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element } from './elements';
import { nodeType } from './schema';
import { arrows, type Popup } from './toolbar/popup';

export interface Heading {
  title: string;
  level: number;
  at: number;
}

/** The headings of a text in their order; one without words is left out. */
export function headings(doc: Node): Heading[] {
  const found: Heading[] = [];
  doc.descendants((node, at) => {
    if (node.type === nodeType('heading') && node.textContent.trim() !== '') {
      found.push({ title: node.textContent.trim(), level: node.attrs.level, at });
    }
    return !node.isTextblock;
  });
  return found;
}

/** Words as a person counts them: runs of letters and digits; a token counts as one. */
export function words(doc: Node): number {
  return doc.textBetween(0, doc.content.size, '\n', ' x ').match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’.,:-]*[\p{L}\p{N}])?/gu)?.length ?? 0;
}

/** Opens the list of headings, each a way into the text, with the number of words below. */
export function openOutline(popup: Popup, view: EditorView): void {
  const all = headings(view.state.doc);
  const least = Math.min(...all.map(({ level }) => level));
  const list = element('nav', { 'aria-label': 'Headings', class: 'candor-outline' });
  for (const { title, level, at } of all) {
    const entry = element('button', { type: 'button', 'data-depth': String(level - least) }, title);
    entry.addEventListener('click', () => {
      popup.close(true);
      const heading = view.nodeDOM(at);
      if (heading instanceof HTMLElement) heading.scrollIntoView({ block: 'start' });
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at + 1))));
      view.focus();
    });
    list.append(entry);
  }
  if (all.length === 0) list.append(element('p', { class: 'candor-nothing' }, 'No headings yet'));
  const count = words(view.state.doc);
  popup.dom.setAttribute('role', 'dialog');
  popup.dom.setAttribute('aria-label', 'Outline');
  popup.dom.replaceChildren(list, element('p', { class: 'candor-count' }, `${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'}`));
  if (!popup.dom.dataset.arrows) {
    arrows(popup.dom, '.candor-outline button');
    popup.dom.dataset.arrows = 'true';
  }
  popup.open();
  list.querySelector<HTMLElement>('button')?.focus();
}
