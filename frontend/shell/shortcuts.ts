/** After G, the second key must follow within this time, in milliseconds. */
const SEQUENCE = 1_500;

/** Single letters are commands only where nobody is writing. */
export function isWriting(path: readonly EventTarget[]): boolean {
  return path.some((target) => {
    if (!(target instanceof HTMLElement)) return false;
    if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'submit', 'reset'].includes(target.type);
    return (
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      target.isContentEditable ||
      /^(|true|plaintext-only)$/.test(target.getAttribute('contenteditable') ?? 'no') ||
      /^(textbox|searchbox|combobox)$/.test(target.getAttribute('role') ?? '')
    );
  });
}

/** `Ctrl+Shift+H` history of the text on the page, `Ctrl+K` or `⌘K` go to, `/` search, `R` report, `G` then a letter: go to the link that carries it in `data-go`. */
export function shortcuts(page: Document, now: () => number = Date.now): (event: KeyboardEvent) => void {
  let wentAt = -Infinity;
  return (event) => {
    // The editor takes the same keys for a link, and says so by preventing the default.
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k' && !event.defaultPrevented) {
      return use(page.querySelector<HTMLElement>('[data-palette]'), event, 'click');
    }
    if ((event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.key.toLowerCase() === 'h' && !event.defaultPrevented) {
      return use(page.querySelector<HTMLElement>('[data-history]'), event, 'click');
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (isWriting(event.composedPath()) || page.documentElement.dataset.shortcuts === 'off') return;
    const key = event.key.toLowerCase();
    const going = now() - wentAt <= SEQUENCE;
    wentAt = -Infinity;
    // An open dialog has the keyboard.
    if (page.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]')) return;
    if (going && /^[a-z]$/.test(key)) return use(page.querySelector<HTMLElement>(`[data-go="${key}"]`), event, 'click');
    if (key === 'g') wentAt = now();
    else if (key === '/') use(page.querySelector<HTMLElement>('[data-search]'), event, 'focus');
    else if (key === 'r') use(page.querySelector<HTMLElement>('[data-report]'), event, 'click');
  };
}

function use(target: HTMLElement | null, event: KeyboardEvent, how: 'click' | 'focus'): void {
  if (!target) return;
  event.preventDefault();
  // A navigation item keeps its link inside.
  const link = how === 'click' ? target.shadowRoot?.querySelector<HTMLElement>('a') : null;
  (link ?? target)[how]();
}
