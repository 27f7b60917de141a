import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element } from '../elements';
import { icon, type IconName } from '../icons';
import { mac, shortcutText } from '../platform';
import { openMenu, type Entry } from './menu';
import { MoreTools } from './more';
import { Popup } from './popup';

interface Tool {
  button: HTMLButtonElement;
  refresh: (state: EditorState, editable: boolean) => void;
}

/** A row of tools: one tab stop, arrows inside. What the tools are is up to the class that extends it. */
export abstract class Toolbar {
  readonly dom = element('div', { class: 'candor-tools', role: 'toolbar', 'aria-label': 'Formatting' });
  private readonly tools: Tool[] = [];
  private readonly styleLabel = element('span', {}, 'Text');

  protected constructor(
    private readonly view: () => EditorView,
    private readonly holder: HTMLElement,
  ) {}

  protected ready(): void {
    const more = new MoreTools(this.dom, () => this.tools.map(({ button }) => button), this.view);
    this.dom.append(more.button);
    this.opens(more.button, (popup) => more.open(popup));
    this.tools.push({ button: more.button, refresh: () => {} });
    this.dom.addEventListener('keydown', (event) => this.move(event));
    this.dom.addEventListener('mousedown', (event) => event.preventDefault());
    this.rove(this.tools[0]?.button);
  }

  refresh(): void {
    const { state, editable } = this.view();
    for (const { refresh } of this.tools) refresh(state, editable);
  }

  protected command(name: IconName, label: string, keys: string, run: Command, active?: (state: EditorState) => boolean): void {
    const button = this.button(name, label, keys);
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      const view = this.view();
      run(view.state, view.dispatch, view);
      view.focus();
    });
    this.tools.push({
      button,
      refresh: (state, editable) => {
        if (active) set(button, 'aria-pressed', String(active(state)));
        enable(button, editable && run(state));
      },
    });
  }

  /** Something that is no edit of its own; for readers too where `always`. */
  protected action(name: IconName, label: string, keys: string, act: () => void, always = false): HTMLButtonElement {
    const button = this.button(name, label, keys);
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') act();
    });
    this.tools.push({ button, refresh: (_state, editable) => enable(button, always || editable) });
    return button;
  }

  protected popup(
    name: IconName,
    label: string,
    keys: string,
    open: (popup: Popup) => void,
    look: (state: EditorState) => { active?: boolean; enabled: boolean },
    always = false,
  ): HTMLButtonElement {
    const button = this.button(name, label, keys);
    button.setAttribute('aria-haspopup', 'dialog');
    this.opens(button, open);
    this.tools.push({
      button,
      refresh: (state, editable) => {
        const { active, enabled } = look(state);
        if (active !== undefined) set(button, 'aria-pressed', String(active));
        enable(button, (always || editable) && enabled);
      },
    });
    return button;
  }

  protected styleMenu(entries: readonly Entry[]): void {
    const button = element(
      'button',
      { type: 'button', class: 'candor-style', 'aria-haspopup': 'menu', tabindex: '-1', title: 'Text style' },
      this.styleLabel,
      icon('down'),
    );
    this.dom.append(button);
    this.opens(button, (popup) => openMenu(popup, 'Text style', entries, this.view()));
    this.tools.push({
      button,
      refresh: (_state, editable) => {
        const label = [...entries].reverse().find((entry) => entry.current?.())?.label ?? 'Text';
        if (this.styleLabel.textContent !== label) this.styleLabel.textContent = label;
        set(button, 'aria-label', `Text style: ${label}`);
        enable(button, editable);
      },
    });
  }

  protected gap(): void {
    this.dom.append(element('span', { class: 'candor-gap', role: 'separator', 'aria-orientation': 'vertical' }));
  }

  private opens(button: HTMLButtonElement, open: (popup: Popup) => void): void {
    const popup = new Popup(button, this.holder, () => this.view().focus());
    let wasOpen = false;
    button.addEventListener('pointerdown', () => (wasOpen = popup.isOpen));
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      if (!wasOpen) open(popup);
      wasOpen = false;
    });
  }

  private button(name: IconName, label: string, keys: string): HTMLButtonElement {
    const title = keys ? `${label} (${shortcutText(keys)})` : label;
    const button = element(
      'button',
      { type: 'button', 'data-tool': name, 'aria-label': label, title, tabindex: '-1' },
      icon(name),
    );
    if (keys) button.setAttribute('aria-keyshortcuts', keys.replace('Mod', mac ? 'Meta' : 'Control').replaceAll('-', '+'));
    // While somebody types, the tools still show what could be done where the caret was before.
    button.addEventListener('click', () => this.refresh());
    this.dom.append(button);
    return button;
  }

  private move(event: KeyboardEvent): void {
    const buttons = this.tools.map(({ button }) => button).filter((button) => !button.hidden);
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const target: Record<string, number> = {
      ArrowRight: (at + 1) % buttons.length,
      ArrowLeft: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = buttons[target[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    this.rove(next);
    next.focus();
  }

  private rove(to: HTMLButtonElement | undefined): void {
    for (const { button } of this.tools) button.tabIndex = button === to ? 0 : -1;
  }
}

/** Stays focusable when it cannot be used, so that the keyboard does not lose its place. */
function enable(button: HTMLButtonElement, enabled: boolean): void {
  set(button, 'aria-disabled', String(!enabled));
}

/** Written only when it changed: the tools are looked at after every key. */
function set(button: HTMLButtonElement, name: string, value: string): void {
  if (button.getAttribute(name) !== value) button.setAttribute(name, value);
}
