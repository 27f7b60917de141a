import { setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderRow,
} from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { inside, insertInline, insertRule, markActive, toggleList, toggleWrap } from '../commands';
import { element } from '../elements';
import { isKnown, type Facts } from '../facts';
import { icon, type IconName } from '../icons';
import { markType, nodeType } from '../schema';
import { insertTable } from '../tables';
import { openLinkForm } from './link-form';
import { openMenu, type Entry } from './menu';
import { openPicker } from './picker';
import { Popup } from './popup';

/** A field that is filled per recipient when the message leaves. */
export interface MergeField {
  name: string;
  label: string;
}

interface Tool {
  button: HTMLButtonElement;
  refresh: (state: EditorState, editable: boolean) => void;
}

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `Mod-Shift-8` as people read it. */
export function shortcutText(keys: string): string {
  return keys
    .split('-')
    .map((key) => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key === 'Alt' && mac ? '⌥' : key === 'Shift' && mac ? '⇧' : key))
    .join(mac ? '' : '+');
}

/** The formatting toolbar: one tab stop, arrows inside. */
export class Toolbar {
  readonly dom = element('div', { class: 'candor-tools', role: 'toolbar', 'aria-label': 'Formatting' });
  private readonly tools: Tool[] = [];
  private fields: readonly MergeField[] = [];
  private readonly fieldButton: HTMLButtonElement;
  private readonly styleLabel = element('span', {}, 'Text');

  constructor(
    private readonly view: () => EditorView,
    private readonly facts: Facts,
    private readonly holder: HTMLElement,
  ) {
    this.command('undo', 'Undo', 'Mod-Z', undo);
    this.command('redo', 'Redo', 'Mod-Y', redo);
    this.gap();
    this.styleMenu();
    this.mark('bold', 'Bold', 'Mod-B', 'strong');
    this.mark('italic', 'Italic', 'Mod-I', 'em');
    this.mark('underline', 'Underline', 'Mod-U', 'underline');
    this.mark('strike', 'Strikethrough', 'Mod-Shift-X', 'strike');
    this.mark('code', 'Inline code', 'Mod-E', 'code');
    this.popup('link', 'Link', 'Mod-K', (popup) => openLinkForm(popup, this.view()), (state) => ({
      active: markActive(state, markType('link')),
      enabled: state.selection.$from.parent.type.allowsMarkType(markType('link')),
    }));
    this.gap();
    this.list('bullets', 'Bullet list', 'Mod-Shift-8', 'bullet_list');
    this.list('numbers', 'Numbered list', 'Mod-Shift-7', 'ordered_list');
    this.list('tasks', 'Task list', 'Mod-Shift-9', 'task_list');
    this.gap();
    this.tableMenu();
    this.command('rule', 'Horizontal rule', '', insertRule);
    this.popup('fact', 'Insert fact', '', (popup) => this.pickFact(popup), insertable('fact'));
    this.fieldButton = this.popup('field', 'Insert merge field', '', (popup) => this.pickField(popup), insertable('merge_field'));
    this.mergeFields([]);
    this.dom.addEventListener('keydown', (event) => this.move(event));
    this.dom.addEventListener('mousedown', (event) => event.preventDefault());
    this.rove(this.tools[0]?.button);
  }

  mergeFields(fields: readonly MergeField[]): void {
    this.fields = fields;
    this.fieldButton.hidden = fields.length === 0;
  }

  refresh(): void {
    const { state, editable } = this.view();
    for (const { refresh } of this.tools) refresh(state, editable);
  }

  openFacts(): void {
    this.dom.querySelector<HTMLButtonElement>('[data-tool=fact]')?.click();
  }

  openLink(): void {
    this.dom.querySelector<HTMLButtonElement>('[data-tool=link]')?.click();
  }

  private command(name: IconName, label: string, keys: string, run: Command, active?: (state: EditorState) => boolean): void {
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
        if (active) button.setAttribute('aria-pressed', String(active(state)));
        enable(button, editable && run(state));
      },
    });
  }

  private mark(name: IconName, label: string, keys: string, mark: string): void {
    const type = markType(mark);
    this.command(name, label, keys, toggleMark(type), (state) => markActive(state, type));
  }

  private list(name: IconName, label: string, keys: string, list: string): void {
    const type = nodeType(list);
    this.command(name, label, keys, toggleList(type), (state) => inside(state, type));
  }

  private popup(
    name: IconName,
    label: string,
    keys: string,
    open: (popup: Popup) => void,
    look: (state: EditorState) => { active?: boolean; enabled: boolean },
  ): HTMLButtonElement {
    const button = this.button(name, label, keys);
    button.setAttribute('aria-haspopup', 'dialog');
    this.opens(button, open);
    this.tools.push({
      button,
      refresh: (state, editable) => {
        const { active, enabled } = look(state);
        if (active !== undefined) button.setAttribute('aria-pressed', String(active));
        enable(button, editable && enabled);
      },
    });
    return button;
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

  private styleMenu(): void {
    const button = element(
      'button',
      { type: 'button', class: 'candor-style', 'aria-haspopup': 'menu', tabindex: '-1', title: 'Text style' },
      this.styleLabel,
      icon('down'),
    );
    this.dom.append(button);
    const block = (label: string, keys: string, type: string, attrs: Record<string, unknown> = {}) => ({
      label,
      shortcut: keys && shortcutText(keys),
      run: setBlockType(nodeType(type), attrs),
      current: () => this.view().state.selection.$from.parent.hasMarkup(nodeType(type), nodeType(type).create(attrs).attrs),
    });
    const wrap = (label: string, type: string) => ({
      label,
      run: toggleWrap(nodeType(type)),
      current: () => inside(this.view().state, nodeType(type)),
    });
    const entries: Entry[] = [
      block('Text', 'Mod-Alt-0', 'paragraph'),
      block('Heading 1', 'Mod-Alt-1', 'heading', { level: 1 }),
      block('Heading 2', 'Mod-Alt-2', 'heading', { level: 2 }),
      block('Heading 3', 'Mod-Alt-3', 'heading', { level: 3 }),
      block('Code', '', 'code_block'),
      wrap('Quote', 'blockquote'),
      wrap('Callout', 'callout'),
    ];
    this.opens(button, (popup) => openMenu(popup, 'Text style', entries, this.view()));
    this.tools.push({
      button,
      refresh: (_state, editable) => {
        const current = [...entries].reverse().find((entry) => entry.current?.());
        this.styleLabel.textContent = current?.label ?? 'Text';
        button.setAttribute('aria-label', `Text style: ${current?.label ?? 'Text'}`);
        enable(button, editable);
      },
    });
  }

  private tableMenu(): void {
    const entries: Entry[] = [
      { label: 'Add row above', run: addRowBefore },
      { label: 'Add row below', run: addRowAfter },
      { label: 'Add column before', run: addColumnBefore },
      { label: 'Add column after', run: addColumnAfter },
      { label: 'Header row on or off', run: toggleHeaderRow },
      { label: 'Delete row', run: deleteRow },
      { label: 'Delete column', run: deleteColumn },
      { label: 'Delete table', run: deleteTable },
    ];
    this.popup(
      'table',
      'Table',
      '',
      (popup) => {
        const view = this.view();
        if (isInTable(view.state)) return openMenu(popup, 'Table', entries, view);
        insertTable(view.state, view.dispatch, view);
        view.focus();
      },
      (state) => ({ active: isInTable(state), enabled: isInTable(state) || insertTable(state) }),
    );
  }

  private pickFact(popup: Popup): void {
    const choices = this.facts.all().map((fact) => ({
      label: fact.label,
      detail: isKnown(fact) ? fact.value : 'Not yet known',
      pick: () => this.insert('fact', { key: fact.key }),
    }));
    openPicker(popup, 'Find a fact', choices.length > 0 ? 'No fact of that name' : 'The ledger has no facts yet', choices);
  }

  private pickField(popup: Popup): void {
    const choices = this.fields.map(({ name, label }) => ({
      label,
      detail: '',
      pick: () => this.insert('merge_field', { name }),
    }));
    openPicker(popup, 'Find a merge field', 'No field of that name', choices);
  }

  private insert(type: string, attrs: Record<string, unknown>): void {
    const view = this.view();
    insertInline(type, attrs)(view.state, view.dispatch, view);
  }

  private button(name: IconName, label: string, keys: string): HTMLButtonElement {
    const title = keys ? `${label} (${shortcutText(keys)})` : label;
    const button = element(
      'button',
      { type: 'button', 'data-tool': name, 'aria-label': label, title, tabindex: '-1' },
      icon(name),
    );
    if (keys) button.setAttribute('aria-keyshortcuts', keys.replace('Mod', mac ? 'Meta' : 'Control').replaceAll('-', '+'));
    this.dom.append(button);
    return button;
  }

  private gap(): void {
    this.dom.append(element('span', { class: 'candor-gap', role: 'separator', 'aria-orientation': 'vertical' }));
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
  button.setAttribute('aria-disabled', String(!enabled));
}

function insertable(type: string) {
  const attrs = type === 'fact' ? { key: '' } : { name: '' };
  return (state: EditorState) => ({ enabled: insertInline(type, attrs)(state) });
}
