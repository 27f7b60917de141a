import type { Node } from 'prosemirror-model';
import { NodeSelection, Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { changedBlocks } from './blocks';
import { element, uniqueId } from './elements';
import { beside } from './popover';
import { nodeType } from './schema';
import { addressOf, copyPicture, NotTaken, sendPicture, type Placed } from './uploads';

/** What pictures need from the editor around them. */
export interface PictureParts {
  allowed: () => boolean;
  docId: () => string;
  tell: (text: string) => void;
  holder: HTMLElement;
}

interface Waiting {
  id: string;
  at: number;
}

type Told = { add?: Waiting; gone?: string };

const key = new PluginKey<readonly Waiting[]>('candorPictures');

/** Pictures pasted, dropped or picked: sent to the server first, in the text once they are stored. */
export function pictures(parts: PictureParts): Plugin<readonly Waiting[]> {
  const card = new PictureCard(parts.holder);
  return new Plugin<readonly Waiting[]>({
    key,
    state: {
      init: () => [],
      apply(tr, waiting) {
        const told = tr.getMeta(key) as Told | undefined;
        if (!told && (!tr.docChanged || waiting.length === 0)) return waiting;
        const moved = waiting.filter(({ id }) => id !== told?.gone).map((each) => ({ ...each, at: tr.mapping.map(each.at) }));
        return told?.add ? [...moved, told.add] : moved;
      },
    },
    props: {
      decorations(state) {
        const waiting = key.getState(state) ?? [];
        if (waiting.length === 0) return null;
        return DecorationSet.create(
          state.doc,
          waiting.map(({ at, id }) =>
            Decoration.widget(at, () => element('span', { class: 'candor-uploading', role: 'img', 'aria-label': 'Picture is being stored' }), { key: id }),
          ),
        );
      },
      handlePaste(view, event) {
        // Spreadsheets put a picture of the cells beside the cells: the words win.
        const files = picturesIn(event.clipboardData);
        const html = event.clipboardData?.getData('text/html') ?? '';
        if (files.length === 0 || /<(p|table|li|h\d|div|span)\b/i.test(html)) return false;
        addPictures(view, parts, files, view.state.selection.from);
        return true;
      },
      handleDrop(view, event) {
        const files = picturesIn(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        addPictures(view, parts, files, at?.pos ?? view.state.selection.from);
        return true;
      },
    },
    view: () => ({
      update: (view, before) => {
        card.show(view);
        if (view.state.doc !== before.doc) void bringOver(view, changedBlocks(before.doc, view.state.doc), parts);
      },
      destroy: () => card.dom.remove(),
    }),
  });
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}

/** Asks for a file and puts it where the caret is. */
export function pickPicture(view: EditorView, parts: PictureParts): void {
  const field = element('input', { type: 'file', accept: 'image/*', multiple: true });
  field.addEventListener('change', () => addPictures(view, parts, [...(field.files ?? [])], view.state.selection.from));
  field.click();
}

function addPictures(view: EditorView, parts: PictureParts, files: readonly File[], at: number): void {
  if (!parts.allowed()) return parts.tell('This text takes no pictures: its readers get words alone.');
  for (const file of files) void addPicture(view, parts, file, at);
}

async function addPicture(view: EditorView, parts: PictureParts, file: File, at: number): Promise<void> {
  const id = uniqueId('candor-picture');
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at } } satisfies Told));
  try {
    const placed = await sendPicture(parts.docId(), file);
    const waiting = key.getState(view.state)?.find((each) => each.id === id);
    if (waiting) insert(view, waiting, placed);
  } catch (reason) {
    view.dispatch(view.state.tr.setMeta(key, { gone: id } satisfies Told));
    parts.tell(reason instanceof NotTaken ? reason.message : 'The picture could not be stored. Add it again once the connection is back.');
  }
}

function insert(view: EditorView, { id, at }: Waiting, { src, width, height }: Placed): void {
  const $at = view.state.doc.resolve(at);
  const image = nodeType('image').create({ src, width, height });
  const tr = view.state.tr.setMeta(key, { gone: id } satisfies Told);
  const fits = $at.parent.canReplaceWith($at.index(), $at.index(), image.type);
  const from = fits ? at : $at.after(Math.max(1, $at.depth));
  tr.insert(from, fits ? image : nodeType('paragraph').create(null, image));
  const placed = fits ? from : from + 1;
  // Selected, so that its card asks what it shows.
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, placed)).scrollIntoView());
}

/** Addresses being copied over, or refused before: asked once a page. */
const asked = new Set<string>();

/** A picture pasted from another text of the portal is copied, or this text's readers would see a gap. */
async function bringOver(view: EditorView, changed: readonly Node[], parts: PictureParts): Promise<void> {
  if (!view.editable || !parts.allowed()) return;
  const own = addressOf(parts.docId(), '');
  const foreign = new Set<string>();
  for (const block of changed) {
    block.descendants((node) => {
      if (node.type === nodeType('image') && !node.attrs.src.startsWith(own) && !asked.has(node.attrs.src)) foreign.add(node.attrs.src);
    });
  }
  for (const from of foreign) {
    asked.add(from);
    try {
      const { src } = await copyPicture(parts.docId(), from);
      const tr = view.state.tr;
      view.state.doc.descendants((node, at) => {
        if (node.type === nodeType('image') && node.attrs.src === from) tr.setNodeAttribute(at, 'src', src);
      });
      if (tr.docChanged) view.dispatch(tr);
    } catch {
      parts.tell('A picture from another text could not be brought over. Add it again from its file.');
    }
  }
}

export function selectedPicture(state: EditorState): { node: Node; at: number } | null {
  const { selection } = state;
  const selected = selection instanceof NodeSelection && selection.node.type === nodeType('image');
  return selected ? { node: selection.node, at: selection.from } : null;
}

/** Under a selected picture: what it shows, in words, for those who do not see it. */
class PictureCard {
  private readonly field = element('input', { type: 'text', maxlength: '300', autocomplete: 'off' });
  private readonly label = element('label', {}, 'Describe this picture');
  private readonly done = element('button', { type: 'submit', class: 'candor-primary' }, 'Save description');
  readonly dom = element('form', { class: 'candor-popup candor-link', popover: 'manual', 'aria-label': 'Picture' });
  private shown: number | null = null;
  private view: EditorView | null = null;

  constructor(holder: HTMLElement) {
    const id = uniqueId('candor-alt');
    this.field.id = id;
    this.label.htmlFor = id;
    const note = element('p', { class: 'candor-card-note', id: `${id}-note` }, 'Say what matters in it. It is read out, and printed where the picture cannot be.');
    this.field.setAttribute('aria-describedby', note.id);
    const remove = element('button', { type: 'button' }, 'Remove picture');
    remove.addEventListener('click', () => {
      const { view } = this;
      if (view && selectedPicture(view.state)) view.dispatch(view.state.tr.deleteSelection());
      view?.focus();
    });
    this.dom.append(this.label, this.field, note, element('div', { class: 'candor-actions' }, this.done, remove));
    this.dom.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.keep();
      this.view?.focus();
    });
    this.dom.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.view?.focus();
    });
    holder.append(this.dom);
  }

  show(view: EditorView): void {
    this.view = view;
    const selected = view.editable ? selectedPicture(view.state) : null;
    if (!selected) {
      this.shown = null;
      if (this.dom.matches(':popover-open')) this.dom.hidePopover();
      return;
    }
    const image = view.nodeDOM(selected.at);
    if (!(image instanceof HTMLElement) || this.shown === selected.at) return;
    this.shown = selected.at;
    this.field.value = selected.node.attrs.alt;
    if (!this.dom.matches(':popover-open')) this.dom.showPopover();
    beside(this.dom, image.getBoundingClientRect());
    if (selected.node.attrs.alt === '') this.field.focus();
  }

  private keep(): void {
    const { view } = this;
    const selected = view && selectedPicture(view.state);
    const alt = this.field.value.trim();
    if (!view || !selected || selected.node.attrs.alt === alt) return;
    const tr = view.state.tr.setNodeAttribute(selected.at, 'alt', alt);
    view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, selected.at)));
  }
}
