import type { EditorView } from 'prosemirror-view';
import { insertInline } from '../commands';
import { element, uniqueId } from '../elements';
import { instantOf } from '../times';
import type { Popup } from './popup';

/** Asks for a date and a time of day, both in UTC, and inserts them as a point in time. */
export function openTimeForm(popup: Popup, view: EditorView, now: Date = new Date()): void {
  const id = uniqueId('candor-time');
  const date = element('input', { id: `${id}-date`, type: 'date', 'aria-describedby': `${id}-error` });
  const time = element('input', { id: `${id}-time`, type: 'time', 'aria-describedby': `${id}-error` });
  date.value = now.toISOString().slice(0, 10);
  time.value = now.toISOString().slice(11, 16);
  const error = element('p', { id: `${id}-error`, class: 'candor-error', role: 'alert' });
  const form = element(
    'form',
    { class: 'candor-link' },
    element('label', { for: date.id }, 'Date'),
    date,
    element('label', { for: time.id }, 'Time (UTC)'),
    time,
    error,
    element('div', { class: 'candor-actions' }, element('button', { type: 'submit', class: 'candor-primary' }, 'Insert time')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const at = instantOf(date.value, time.value);
    if (at === null) {
      error.textContent = 'Give a date and a time, for example 10:56.';
      return;
    }
    popup.close(true);
    insertInline('timestamp', { at })(view.state, view.dispatch, view);
  });
  popup.dom.setAttribute('role', 'dialog');
  popup.dom.setAttribute('aria-label', 'Insert a time');
  popup.dom.replaceChildren(form);
  popup.open();
  time.focus();
}
