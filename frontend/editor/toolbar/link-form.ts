import { toggleMark } from 'prosemirror-commands';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element, uniqueId } from '../elements';
import { typedHref } from '../links';
import { markType, schema } from '../schema';
import type { Popup } from './popup';

/** The link around the caret or at the start of the selection: where it runs from and to. */
function linkAt(state: EditorState): { href: string; from: number; to: number } | null {
  const type = markType('link');
  const { $from } = state.selection;
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return null;
  let from = $from.start();
  let found: { href: string; from: number; to: number } | null = null;
  $from.parent.forEach((child, offset) => {
    const start = $from.start() + offset;
    const end = start + child.nodeSize;
    if (!mark.isInSet(child.marks)) {
      from = end;
      return;
    }
    if (from <= $from.pos && end >= $from.pos) found = { href: mark.attrs.href, from, to: end };
  });
  return found;
}

export function openLinkForm(popup: Popup, view: EditorView): void {
  const link = linkAt(view.state);
  const id = uniqueId('candor-link');
  const field = element('input', {
    id,
    type: 'text',
    inputmode: 'url',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'https://',
    'aria-describedby': `${id}-error`,
  });
  field.value = link?.href ?? '';
  const error = element('p', { id: `${id}-error`, class: 'candor-error', role: 'alert' });
  const apply = element('button', { type: 'submit', class: 'candor-primary' }, link ? 'Change link' : 'Add link');
  const actions = element('div', { class: 'candor-actions' }, apply);
  const form = element('form', { class: 'candor-link' }, element('label', { for: id }, 'Link address'), field, error, actions);
  if (link) {
    const remove = element('button', { type: 'button' }, 'Remove link');
    remove.addEventListener('click', () => {
      popup.close(true);
      view.dispatch(view.state.tr.removeMark(link.from, link.to, markType('link')));
    });
    actions.append(remove);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const href = typedHref(field.value);
    if (href === null) {
      error.textContent = 'Use an address that starts with https://, http:// or mailto:';
      field.setAttribute('aria-invalid', 'true');
      field.focus();
      return;
    }
    popup.close(true);
    view.dispatch(withLink(view.state, href, link));
  });
  popup.dom.setAttribute('role', 'dialog');
  popup.dom.setAttribute('aria-label', 'Link');
  popup.dom.replaceChildren(form);
  popup.open();
  field.focus();
  field.select();
}

function withLink(state: EditorState, href: string, old: { from: number; to: number } | null): Transaction {
  const type = markType('link');
  const { from, to, empty } = state.selection;
  const mark = type.create({ href });
  if (empty && old) return state.tr.removeMark(old.from, old.to, type).addMark(old.from, old.to, mark);
  if (empty) return state.tr.replaceSelectionWith(schema.text(href.replace(/^mailto:/, ''), [mark]), false);
  let made = state.tr;
  toggleMark(type, { href }, { removeWhenPresent: false })(state, (tr) => (made = tr));
  return made.docChanged ? made : state.tr.addMark(from, to, mark);
}
