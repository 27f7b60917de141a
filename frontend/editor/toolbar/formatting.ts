import { setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  splitCell,
  toggleHeader,
} from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { inside, insertInline, insertRule, markActive, setCallout, toggleList, toggleWrap } from '../commands';
import type { Facts } from '../facts';
import type { IconName } from '../icons';
import { factChoices } from '../insertables';
import { openOutline } from '../outline';
import { shortcutText } from '../platform';
import { markType, nodeType } from '../schema';
import { changeWidth, insertTable } from '../tables';
import { openLinkForm } from './link-form';
import { openMenu, type Entry } from './menu';
import { openPicker } from './picker';
import type { Popup } from './popup';
import { openTimeForm } from './time-form';
import { Toolbar } from './toolbar';

/** A field that is filled per recipient when the message leaves. */
export interface MergeField {
  name: string;
  label: string;
}

/** What the tools do beyond the text itself. */
export interface Around {
  view: () => EditorView;
  facts: Facts;
  holder: HTMLElement;
  pickPicture: () => void;
  find: () => void;
  help: () => void;
}

/** The tools over a text, in their order. */
export class Formatting extends Toolbar {
  private fields: readonly MergeField[] = [];
  private readonly fieldButton: HTMLButtonElement;
  private readonly pictureButton: HTMLButtonElement;

  constructor(private readonly around: Around) {
    super(around.view, around.holder);
    this.command('undo', 'Undo', 'Mod-Z', undo);
    this.command('redo', 'Redo', 'Mod-Y', redo);
    this.gap();
    this.styleMenu(this.styles());
    this.mark('bold', 'Bold', 'Mod-B', 'strong');
    this.mark('italic', 'Italic', 'Mod-I', 'em');
    this.mark('underline', 'Underline', 'Mod-U', 'underline');
    this.mark('strike', 'Strikethrough', 'Mod-Shift-X', 'strike');
    this.mark('code', 'Inline code', 'Mod-E', 'code');
    this.popup('link', 'Link', 'Mod-K', (popup) => openLinkForm(popup, around.view()), (state) => ({
      active: markActive(state, markType('link')),
      enabled: state.selection.$from.parent.type.allowsMarkType(markType('link')),
    }));
    this.gap();
    this.list('bullets', 'Bullet list', 'Mod-Shift-8', 'bullet_list');
    this.list('numbers', 'Numbered list', 'Mod-Shift-7', 'ordered_list');
    this.list('tasks', 'Task list', 'Mod-Shift-9', 'task_list');
    this.gap();
    this.tableMenu();
    this.pictureButton = this.action('picture', 'Add picture', '', () => around.pickPicture());
    this.popup('fact', 'Insert fact', '', (popup) => this.pickFact(popup), insertable('fact', { key: '' }));
    this.popup('time', 'Insert time', '', (popup) => openTimeForm(popup, around.view()), insertable('timestamp', { at: '' }));
    this.fieldButton = this.popup('field', 'Insert merge field', '', (popup) => this.pickField(popup), insertable('merge_field', { name: '' }));
    this.command('rule', 'Horizontal rule', '', insertRule);
    this.gap();
    this.popup('outline', 'Outline', '', (popup) => openOutline(popup, around.view()), () => ({ enabled: true }), true);
    this.action('find', 'Find', 'Mod-F', () => around.find(), true);
    this.action('help', 'Keys of the editor', 'Mod-/', () => around.help(), true);
    this.mergeFields([]);
    this.ready();
  }

  mergeFields(fields: readonly MergeField[]): void {
    this.fields = fields;
    this.fieldButton.hidden = fields.length === 0;
  }

  takesPictures(taken: boolean): void {
    this.pictureButton.hidden = !taken;
  }

  open(tool: 'fact' | 'link' | 'time'): void {
    this.dom.querySelector<HTMLButtonElement>(`[data-tool=${tool}]`)?.click();
  }

  private mark(name: IconName, label: string, keys: string, mark: string): void {
    const type = markType(mark);
    this.command(name, label, keys, toggleMark(type), (state) => markActive(state, type));
  }

  private list(name: IconName, label: string, keys: string, list: string): void {
    const type = nodeType(list);
    this.command(name, label, keys, toggleList(type), (state) => inside(state, type));
  }

  private styles(): Entry[] {
    const block = (label: string, keys: string, type: string, attrs: Record<string, unknown> = {}): Entry => ({
      label,
      shortcut: keys && shortcutText(keys),
      run: setBlockType(nodeType(type), attrs),
      current: () => this.around.view().state.selection.$from.parent.hasMarkup(nodeType(type), nodeType(type).create(attrs).attrs),
    });
    const callout = (label: string, kind: string): Entry => ({
      label,
      run: setCallout(kind),
      current: () => inside(this.around.view().state, nodeType('callout'), { kind }),
    });
    return [
      block('Text', 'Mod-Alt-0', 'paragraph'),
      block('Heading 1', 'Mod-Alt-1', 'heading', { level: 1 }),
      block('Heading 2', 'Mod-Alt-2', 'heading', { level: 2 }),
      block('Heading 3', 'Mod-Alt-3', 'heading', { level: 3 }),
      block('Code', '', 'code_block'),
      { label: 'Quote', run: toggleWrap(nodeType('blockquote')), current: () => inside(this.around.view().state, nodeType('blockquote')) },
      callout('Note', 'note'),
      callout('Warning', 'warning'),
      callout('Decision', 'decision'),
    ];
  }

  private tableMenu(): void {
    const entries: Entry[] = [
      { label: 'Add row above', run: addRowBefore },
      { label: 'Add row below', run: addRowAfter },
      { label: 'Add column before', run: addColumnBefore },
      { label: 'Add column after', run: addColumnAfter },
      { label: 'Wider column', run: changeWidth(1) },
      { label: 'Narrower column', run: changeWidth(-1) },
      { label: 'Merge cells', run: mergeCells },
      { label: 'Split cell', run: splitCell },
      { label: 'Header row on or off', run: toggleHeader('row') },
      { label: 'Header column on or off', run: toggleHeader('column') },
      { label: 'Delete row', run: deleteRow },
      { label: 'Delete column', run: deleteColumn },
      { label: 'Delete table', run: deleteTable },
    ];
    this.popup(
      'table',
      'Table',
      '',
      (popup) => {
        const view = this.around.view();
        if (isInTable(view.state)) return openMenu(popup, 'Table', entries, view);
        insertTable(view.state, view.dispatch, view);
        view.focus();
      },
      (state) => ({ active: isInTable(state), enabled: isInTable(state) || insertTable(state) }),
    );
  }

  private pickFact(popup: Popup): void {
    const choices = factChoices(this.around.facts, (attrs) => this.insert('fact', attrs));
    openPicker(popup, 'Find a fact', choices.length > 0 ? 'No fact of that name' : 'The ledger has no facts yet', choices);
  }

  private pickField(popup: Popup): void {
    const choices = this.fields.map(({ name, label }) => ({ label, detail: '', pick: () => this.insert('merge_field', { name }) }));
    openPicker(popup, 'Find a merge field', 'No field of that name', choices);
  }

  private insert(type: string, attrs: Record<string, unknown>): void {
    const view = this.around.view();
    insertInline(type, attrs)(view.state, view.dispatch, view);
  }
}

function insertable(type: string, attrs: Record<string, string>) {
  return (state: EditorState) => ({ enabled: insertInline(type, attrs)(state) });
}
