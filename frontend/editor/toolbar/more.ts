import type { EditorView } from 'prosemirror-view';
import { element } from '../elements';
import { icon } from '../icons';
import { openMenu, type Entry } from './menu';
import type { Popup } from './popup';

/** The tools that the bar has no room for, by name; the button is there only while there are some. */
export class MoreTools {
  readonly button = element(
    'button',
    { type: 'button', class: 'candor-more', 'data-tool': 'more', 'aria-label': 'More tools', title: 'More tools', 'aria-haspopup': 'menu', tabindex: '-1', hidden: true },
    icon('more'),
  );

  constructor(
    private readonly bar: HTMLElement,
    private readonly tools: () => readonly HTMLButtonElement[],
    private readonly view: () => EditorView,
  ) {
    new ResizeObserver(() => this.fit()).observe(bar);
  }

  open(popup: Popup): void {
    openMenu(popup, 'More tools', this.outOfSight().map((tool) => this.entry(tool)), this.view());
  }

  private fit(): void {
    const last = this.shown().at(-1);
    this.button.hidden = !last || last.offsetLeft + last.offsetWidth <= this.bar.clientWidth;
  }

  private shown(): HTMLButtonElement[] {
    return this.tools().filter((tool) => tool !== this.button && !tool.hidden);
  }

  private outOfSight(): HTMLButtonElement[] {
    const { left } = this.bar.getBoundingClientRect();
    const end = this.button.getBoundingClientRect().left;
    return this.shown().filter((tool) => {
      const at = tool.getBoundingClientRect();
      return at.right > end || at.left < left;
    });
  }

  private entry(tool: HTMLButtonElement): Entry {
    return {
      label: tool.getAttribute('aria-label') ?? '',
      shortcut: tool.title.match(/\(([^)]+)\)$/)?.[1],
      run: (_state, dispatch) => {
        if (tool.getAttribute('aria-disabled') === 'true') return false;
        if (!dispatch) return true;
        // In sight, because what it opens stands under it.
        tool.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        tool.click();
        return true;
      },
    };
  }
}
