import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { element } from './elements';

/** A task with a real checkbox: a click or Space ticks it; in a text that may not be typed into it is disabled. */
export class TaskItem implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly box: HTMLInputElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly position: () => number | undefined,
  ) {
    // Out of the tab order: Ctrl+Enter ticks the task under the caret, and Tab must pass the text in one step.
    this.box = element('input', { type: 'checkbox', tabindex: '-1' });
    this.contentDOM = element('div', { class: 'task-text' });
    this.dom = element('li', {}, element('span', { class: 'task-box', contenteditable: 'false' }, this.box), this.contentDOM);
    this.box.addEventListener('click', (event) => this.tick(event));
    this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.draw();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.box;
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }

  private draw(): void {
    this.box.checked = this.node.attrs.checked;
    this.box.setAttribute('aria-label', this.node.firstChild?.textContent || 'Task');
    this.dom.dataset.checked = String(this.node.attrs.checked);
  }

  private tick(event: Event): void {
    const at = this.position();
    if (at === undefined || !this.view.editable) return event.preventDefault();
    this.view.dispatch(this.view.state.tr.setNodeAttribute(at, 'checked', this.box.checked));
    this.box.checked = this.node.attrs.checked;
    this.view.focus();
  }
}
