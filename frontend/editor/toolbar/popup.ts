import { element } from '../elements';
import { beside } from '../popover';

/**
 * A popup under a toolbar button. The browser's own popover closes it on Escape or a click elsewhere and keeps it above
 * everything; focus goes in when it opens and back to the text when it closes.
 */
export class Popup {
  readonly dom = element('div', { class: 'candor-popup', popover: 'auto' });

  constructor(
    readonly button: HTMLButtonElement,
    holder: HTMLElement,
    private readonly closed: (chosen: boolean) => void,
  ) {
    button.setAttribute('aria-expanded', 'false');
    holder.append(this.dom);
    this.dom.addEventListener('toggle', (event) => {
      const open = (event as ToggleEvent).newState === 'open';
      button.setAttribute('aria-expanded', String(open));
    });
    this.dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      this.close();
    });
  }

  get isOpen(): boolean {
    return this.dom.matches(':popover-open');
  }

  open(): void {
    if (!this.isOpen) this.dom.showPopover();
    beside(this.dom, this.button.getBoundingClientRect());
  }

  close(chosen = false): void {
    if (this.isOpen) this.dom.hidePopover();
    this.closed(chosen);
  }
}

/** Up, down, Home and End among the entries of a popup. */
export function arrows(holder: HTMLElement, selector: string): void {
  holder.addEventListener('keydown', (event) => {
    const entries = [...holder.querySelectorAll<HTMLElement>(selector)].filter((entry) => !entry.hasAttribute('disabled'));
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const target: Record<string, number> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    const next = entries[target[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
