import { DOMSerializer, type Node, type Slice } from 'prosemirror-model';
import { Decoration } from 'prosemirror-view';
import { element } from '../elements';
import { colour } from '../presence';
import { schema } from '../schema';
import { said, type Proposed } from './proposed';

/** Words that a comment is about. */
export function commented(id: string, from: number, to: number): Decoration {
  return Decoration.inline(from, to, { class: 'candor-comment', 'data-note': id }, { note: id });
}

/** A change that somebody suggested: what would go is struck through, what would come stands beside it. */
export function suggested(id: string, doc: Node, { pieces, formats, after }: Proposed, author: string, color: string): Decoration[] {
  const style = `--person: ${colour(color)}`;
  const title = `Suggested by ${author}`;
  const marks: Decoration[] = [];
  for (const { from, to, afterFrom, afterTo } of pieces) {
    if (from < to) {
      marks.push(Decoration.inline(from, to, { nodeName: 'del', class: 'candor-del', style, title, 'data-note': id }, { note: id }));
      if (doc.textBetween(from, to, '', '▫') === '' && afterFrom === afterTo) {
        marks.push(widget(from, () => element('del', { class: 'candor-del', style, title, 'data-note': id }, '¶'), id, -1));
      }
    }
    if (afterFrom < afterTo) {
      const slice = after.slice(afterFrom, afterTo);
      marks.push(widget(to, () => insertion(slice, { class: 'candor-ins', style, title, 'data-note': id }), id, 1));
    }
  }
  for (const { from, to, label } of formats) {
    marks.push(
      Decoration.inline(from, to, { class: 'candor-format', style, title: `${title}: ${label}`, 'data-note': id }, { note: id }),
    );
  }
  return marks;
}

/** The change being made in this browser, drawn on the text as it would become. */
export function own(before: Node, { pieces, formats }: Proposed): Decoration[] {
  const marks: Decoration[] = [];
  for (const { from, to, afterFrom, afterTo } of pieces) {
    if (afterFrom < afterTo) marks.push(Decoration.inline(afterFrom, afterTo, { nodeName: 'ins', class: 'candor-ins own' }));
    if (from < to) {
      const words = said(before.slice(from, to)) || '¶';
      const dom = () => element('del', { class: 'candor-del own' }, words);
      marks.push(Decoration.widget(afterFrom, dom, { side: afterFrom === afterTo ? 1 : -1, key: `gone ${words}`, ignoreSelection: true }));
    }
  }
  for (const { afterFrom, afterTo } of formats) marks.push(Decoration.inline(afterFrom, afterTo, { class: 'candor-format own' }));
  return marks;
}

function widget(at: number, dom: () => HTMLElement, id: string, side: number): Decoration {
  return Decoration.widget(at, dom, { side, key: `${id}:${side}`, note: id, ignoreSelection: true });
}

function insertion(slice: Slice, attributes: Record<string, string>): HTMLElement {
  const whole = slice.openStart === 0 && slice.openEnd === 0;
  const made = element('ins', attributes, element('span', { class: 'candor-said' }, 'suggested: '));
  if (whole || slice.content.firstChild?.isInline) made.append(DOMSerializer.fromSchema(schema).serializeFragment(slice.content));
  else made.append(said(slice));
  made.classList.toggle('block', whole && slice.content.firstChild?.isBlock === true);
  return made;
}
