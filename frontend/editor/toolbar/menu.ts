import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element } from '../elements';
import { arrows, type Popup } from './popup';

export interface Entry {
  label: string;
  shortcut?: string;
  run: Command;
  /** present in menus of which one entry is always the current one */
  current?: () => boolean;
}

/** Fills and opens a popup as a menu; entries that cannot run now are shown and disabled. */
export function openMenu(popup: Popup, label: string, entries: readonly Entry[], view: EditorView): void {
  popup.dom.replaceChildren();
  popup.dom.setAttribute('role', 'menu');
  popup.dom.setAttribute('aria-label', label);
  for (const entry of entries) {
    const item = element(
      'button',
      {
        type: 'button',
        role: entry.current ? 'menuitemradio' : 'menuitem',
        'aria-checked': entry.current ? String(entry.current()) : null,
        tabindex: '-1',
        disabled: !entry.current?.() && !entry.run(view.state),
      },
      element('span', {}, entry.label),
    );
    if (entry.shortcut) item.append(element('kbd', {}, entry.shortcut));
    item.addEventListener('click', () => {
      popup.close(true);
      entry.run(view.state, view.dispatch, view);
    });
    popup.dom.append(item);
  }
  if (!popup.dom.dataset.arrows) {
    arrows(popup.dom, '[role^=menuitem]');
    popup.dom.dataset.arrows = 'true';
  }
  popup.open();
  const current = popup.dom.querySelector<HTMLElement>('[aria-checked=true]');
  (current ?? popup.dom.querySelector<HTMLElement>('[role^=menuitem]:not([disabled])'))?.focus();
}
