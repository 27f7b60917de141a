import { element, uniqueId } from '../elements';
import type { Popup } from './popup';

export interface Choice {
  label: string;
  detail: string;
  pick: () => void;
}

/** A search field over a list: typing narrows it, arrows move, Enter takes. */
export function openPicker(popup: Popup, label: string, nothing: string, choices: readonly Choice[]): void {
  const id = uniqueId('candor-list');
  const field = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': label,
    'aria-controls': id,
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: label,
  });
  const list = element('ul', { id, role: 'listbox', 'aria-label': label });
  let shown: readonly Choice[] = [];
  let at = 0;

  const mark = (index: number) => {
    at = Math.max(0, Math.min(shown.length - 1, index));
    [...list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    const row = list.children[at];
    field.setAttribute('aria-activedescendant', row?.id ?? '');
    row?.scrollIntoView({ block: 'nearest' });
  };
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    popup.close(true);
    choice.pick();
  };
  const narrow = () => {
    const wanted = field.value.trim().toLowerCase();
    shown = choices.filter(({ label: name, detail }) => `${name} ${detail}`.toLowerCase().includes(wanted));
    list.replaceChildren(
      ...shown.map((choice, i) => {
        const row = element(
          'li',
          { id: `${id}-${i}`, role: 'option' },
          element('span', {}, choice.label),
          element('span', { class: 'candor-detail' }, choice.detail),
        );
        row.addEventListener('mousedown', (event) => event.preventDefault());
        row.addEventListener('click', () => take(choice));
        return row;
      }),
    );
    if (shown.length === 0) list.append(element('li', { role: 'presentation', class: 'candor-nothing' }, nothing));
    mark(0);
  };
  field.addEventListener('input', narrow);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at - 1);
    else if (event.key === 'Enter') take(shown[at]);
    else return;
    event.preventDefault();
  });
  popup.dom.setAttribute('role', 'dialog');
  popup.dom.setAttribute('aria-label', label);
  popup.dom.replaceChildren(field, list);
  narrow();
  popup.open();
  field.focus();
}
