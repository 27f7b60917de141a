import { element } from './elements';
import { shortcutText } from './platform';

const GROUPS: readonly [string, readonly (readonly [string, string])[]][] = [
  [
    'Write',
    [
      ['Bold, italic, underline', 'Mod-B, Mod-I, Mod-U'],
      ['Strikethrough', 'Mod-Shift-X'],
      ['Inline code', 'Mod-E'],
      ['Link', 'Mod-K'],
      ['Undo, redo your own edits', 'Mod-Z, Mod-Y'],
      ['Line break', 'Shift-Enter'],
    ],
  ],
  [
    'Structure',
    [
      ['Heading 1, 2, 3', 'Mod-Alt-1, Mod-Alt-2, Mod-Alt-3'],
      ['Text', 'Mod-Alt-0'],
      ['Numbered, bullet, task list', 'Mod-Shift-7, Mod-Shift-8, Mod-Shift-9'],
      ['Indent, outdent a list item', 'Mod-], Mod-['],
      ['Tick a task', 'Mod-Enter'],
      ['Next, previous table cell', 'Tab, Shift-Tab'],
      ['Leave a table', 'Escape, then Tab'],
    ],
  ],
  [
    'Insert',
    [
      ['Anything: table, picture, fact, time', '/'],
      ['Mention a person', '@'],
    ],
  ],
  [
    'While typing',
    [
      ['Heading', '#, ##, ### and a blank'],
      ['List, task, quote', '-, 1., [ ], > and a blank'],
      ['Code block, rule', '```, ---'],
      ['Bold, italic, code, strike', '**…**, _…_, `…`, ~~…~~'],
      ['Link', '[words](address)'],
    ],
  ],
  [
    'Read',
    [
      ['Find in this document', 'Mod-F'],
      ['Next, previous match', 'Enter, Shift-Enter'],
      ['Next, previous finding, comment or suggestion', 'F8, Shift-F8'],
      ['Comment on the marked words', 'Mod-Alt-M'],
      ['History of the text', 'Mod-Shift-H'],
      ['This list', 'Mod-/, or ? outside the text'],
    ],
  ],
];

/** The list of keys, as a dialog. */
export class Help {
  readonly dom = element('dialog', { class: 'candor-help', 'aria-label': 'Keys of the editor' });

  constructor(private readonly closed: () => void) {
    this.dom.addEventListener('close', () => this.closed());
    this.dom.addEventListener('click', (event) => {
      if (event.target === this.dom) this.dom.close();
    });
    // Keys pressed in here are not meant for the page.
    this.dom.addEventListener('keydown', (event) => event.stopPropagation());
  }

  open(): void {
    if (this.dom.childElementCount === 0) this.fill();
    if (!this.dom.open) this.dom.showModal();
  }

  private fill(): void {
    const close = element('button', { type: 'button' }, 'Close');
    close.addEventListener('click', () => this.dom.close());
    this.dom.append(
      element('h2', {}, 'Keys of the editor'),
      ...GROUPS.map(([title, rows]) =>
        element(
          'section',
          {},
          element('h3', {}, title),
          element('dl', {}, ...rows.flatMap(([what, keys]) => [element('dt', {}, what), element('dd', {}, shortcutText(keys))])),
        ),
      ),
      element('div', { class: 'candor-actions' }, close),
    );
  }
}
