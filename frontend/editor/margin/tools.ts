import { element } from '../elements';

/** The margin's two buttons in the editor's bar. */
export class MarginTools {
  private readonly commentButton = button('Comment', 'Comment on the marked words (Ctrl+Alt+M)');
  private readonly suggestButton = button('Suggest', 'Type suggestions instead of changes');
  readonly dom = element('div', { class: 'candor-margin-tools', hidden: true }, this.commentButton, this.suggestButton);

  constructor(comment: () => void, suggest: () => void) {
    this.commentButton.setAttribute('aria-keyshortcuts', 'Control+Alt+M');
    this.commentButton.addEventListener('click', comment);
    this.suggestButton.addEventListener('click', suggest);
    this.suggestButton.setAttribute('aria-pressed', 'false');
    // The marked words stay marked.
    this.dom.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** There is a margin beside the text. */
  show(): void {
    this.dom.hidden = false;
  }

  stands(suggesting: boolean, readable: boolean): void {
    this.suggestButton.setAttribute('aria-pressed', String(suggesting));
    this.suggestButton.textContent = suggesting ? 'Suggesting' : 'Suggest';
    this.commentButton.disabled = this.suggestButton.disabled = !readable;
  }
}

function button(label: string, title: string): HTMLButtonElement {
  return element('button', { type: 'button', title }, label);
}
