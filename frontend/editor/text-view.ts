import type { Node } from 'prosemirror-model';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { localSteps } from './collab/local-steps';
import { copying } from './copying';
import { element } from './elements';
import { factCard, type Facts } from './facts';
import { finding } from './find';
import { guard } from './guard';
import { pictures } from './images';
import { shorthands } from './input-rules';
import { blockTrigger, personTrigger, type Inserts, type MentionedPerson } from './insertables';
import { keys } from './keys';
import { readMarked } from './marked';
import { paste } from './paste';
import { presence } from './presence';
import { nodeType } from './schema';
import { sectionHints, type Section } from './sections';
import { suggest } from './suggest';
import { columns, tables } from './tables';
import { TaskItem } from './task-item';
import { TimeToken } from './times';
import type { MergeField } from './toolbar/formatting';

export interface TextParts {
  facts: Facts;
  fields: () => readonly MergeField[];
  label: () => string;
  placeholder: () => string;
  editable: () => boolean;
  docId: () => string;
  people: () => readonly MentionedPerson[];
  sections: () => readonly Section[];
  inserts: Inserts;
  openFind: () => void;
  openHelp: () => void;
  /** says something above the text that is no error of the server's */
  tell: (text: string) => void;
  /** plugins of whoever looks at the text while it is written */
  more: () => Plugin[];
  holder: HTMLElement;
  /** comments and suggestions */
  margin: Plugin[];
  dispatch: (tr: Transaction) => void;
  focus: (focused: boolean) => void;
}

/** A text longer than this, in positions, is laid out only around what is on screen. */
const LONG = 30_000;

/** The ProseMirror view with everything that hangs on it. */
export function textView(place: HTMLElement, parts: TextParts): EditorView {
  return new EditorView(place, {
    state: freshState(nodeType('doc').createAndFill() as Node, parts),
    editable: parts.editable,
    dispatchTransaction: parts.dispatch,
    attributes: (state) => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': parts.label(),
      'aria-readonly': String(!parts.editable()),
      'aria-description': 'Tab leaves the text. Inside a table it goes to the next cell; Escape, then Tab, leaves.',
      ...(parts.editable() ? {} : { tabindex: '0' }),
      ...(state.doc.content.size > LONG ? { 'data-long': '' } : {}),
      class: 'candor-text',
    }),
    nodeViews: {
      fact: (node) => parts.facts.token(node),
      timestamp: (node) => new TimeToken(node),
      task_item: (node, view, position) => new TaskItem(node, view, position),
      merge_field: (node) => {
        const label = parts.fields().find(({ name }) => name === node.attrs.name)?.label;
        return { dom: element('span', { class: 'merge-field', 'data-merge-field': node.attrs.name }, label ?? spelled(node.attrs.name)) };
      },
    },
  });
}

/** A state for a text just received: nothing in it can be undone here. */
export function freshState(doc: Node, parts: TextParts): EditorState {
  const escaped = { current: false };
  return EditorState.create({
    doc,
    plugins: [
      localSteps(),
      guard(),
      suggest([blockTrigger(parts.inserts), personTrigger(parts.people)], parts.holder),
      keymap({
        'Mod-k': (state) => {
          if (!state.selection.$from.parent.inlineContent) return false;
          parts.inserts.link();
          return true;
        },
        'Mod-f': () => {
          parts.openFind();
          return true;
        },
        'Mod-/': () => {
          parts.openHelp();
          return true;
        },
      }),
      shorthands(),
      ...keys(escaped),
      history(),
      columns(),
      tables(),
      pictures({ allowed: parts.inserts.pictures, docId: parts.docId, tell: parts.tell, holder: parts.holder }),
      paste(parts.tell),
      copying({ facts: parts.facts, fields: parts.fields }),
      finding(),
      sectionHints(parts.sections),
      presence(),
      ...parts.margin,
      dropCursor({ color: 'var(--accent)', width: 2 }),
      gapCursor(),
      factCard(parts.facts, parts.holder),
      placeholder(parts.placeholder),
      ...parts.more(),
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view, event) => {
              readMarked(view);
              // Esc, then Tab, leaves a table; any other key between them does not.
              if (event.key !== 'Tab' && event.key !== 'Shift') escaped.current = event.key === 'Escape';
            },
            focus: () => {
              escaped.current = false;
              parts.focus(true);
            },
            blur: () => parts.focus(false),
          },
        },
      }),
    ],
  });
}

function placeholder(text: () => string): Plugin {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const only = doc.firstChild;
        if (text() === '' || doc.childCount !== 1 || only?.type !== nodeType('paragraph') || only.content.size > 0) return null;
        return DecorationSet.create(doc, [Decoration.node(0, only.nodeSize, { 'data-placeholder': text() })]);
      },
    },
  });
}

/** `contactName` and `contact_name` → contact name */
function spelled(name: string): string {
  return name.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}
