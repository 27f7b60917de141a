import { setBlockType } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { insertInline, insertRule, toggleList, toggleWrap } from './commands';
import { isKnown, type Facts } from './facts';
import { nodeType } from './schema';
import type { Suggestion, Trigger } from './suggest';
import { insertTable } from './tables';

/** Somebody who can be mentioned: whoever may read the text. */
export interface MentionedPerson {
  id: string;
  name: string;
  title?: string;
}

/** What can be inserted besides blocks; each opens its own form. */
export interface Inserts {
  fact: () => void;
  time: () => void;
  picture: () => void;
  link: () => void;
  pictures: () => boolean;
  /** whether anybody can be mentioned here */
  people: () => boolean;
}

interface Insertable {
  label: string;
  detail: string;
  /** other words that people type for it */
  also: string;
  run: (view: EditorView) => void;
}

const command = (run: Command) => (view: EditorView) => void run(view.state, view.dispatch, view);

/** Everything that `/` offers, in the order in which it is used most. */
function insertables(inserts: Inserts): Insertable[] {
  const heading = (level: number): Insertable => ({
    label: `Heading ${level}`,
    detail: '#'.repeat(level),
    also: `h${level} title section`,
    run: command(setBlockType(nodeType('heading'), { level })),
  });
  const callout = (kind: string, label: string, also: string): Insertable => ({
    label,
    detail: '',
    also: `callout panel box ${also}`,
    run: command((state, dispatch, view) => toggleWrap(nodeType('callout'), { kind })(state, dispatch, view)),
  });
  return [
    { label: 'Fact', detail: 'from the ledger', also: 'number token ledger', run: () => inserts.fact() },
    { label: 'Time now', detail: 'UTC', also: 'timestamp clock date', run: command((state, dispatch) => insertInline('timestamp', { at: thisMinute() })(state, dispatch)) },
    { label: 'Time…', detail: 'UTC', also: 'timestamp clock date', run: () => inserts.time() },
    ...(inserts.people() ? [{ label: 'Person', detail: '@', also: 'mention people', run: (view: EditorView) => typed(view, '@') }] : []),
    { label: 'Table', detail: '3 × 3', also: 'grid rows columns', run: command(insertTable) },
    { label: 'Task list', detail: '[ ]', also: 'todo checkbox', run: command(toggleList(nodeType('task_list'))) },
    { label: 'Bullet list', detail: '-', also: 'unordered points', run: command(toggleList(nodeType('bullet_list'))) },
    { label: 'Numbered list', detail: '1.', also: 'ordered steps', run: command(toggleList(nodeType('ordered_list'))) },
    heading(1),
    heading(2),
    heading(3),
    ...(inserts.pictures() ? [{ label: 'Picture', detail: 'or paste it', also: 'image screenshot photo chart', run: () => inserts.picture() }] : []),
    callout('note', 'Note', 'info'),
    callout('warning', 'Warning', 'caution'),
    callout('decision', 'Decision', 'decided'),
    { label: 'Quote', detail: '>', also: 'blockquote said', run: command(toggleWrap(nodeType('blockquote'))) },
    { label: 'Code', detail: '```', also: 'block log output', run: command(setBlockType(nodeType('code_block'))) },
    { label: 'Link', detail: '', also: 'address url', run: () => inserts.link() },
    { label: 'Rule', detail: '---', also: 'horizontal line divider', run: command(insertRule) },
  ];
}

/** As somebody's own key: the list of people opens. */
function typed(view: EditorView, text: string): void {
  const { from, to } = view.state.selection;
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, () => view.state.tr.insertText(text)))) {
    view.dispatch(view.state.tr.insertText(text));
  }
}

/** The minute that it is now, as an instant. */
export function thisMinute(now: Date = new Date()): string {
  return `${now.toISOString().slice(0, 16)}:00Z`;
}

export function blockTrigger(inserts: Inserts): Trigger {
  return {
    sign: '/',
    label: 'Insert',
    nothing: 'Nothing of that name',
    blanks: false,
    find: (query) =>
      insertables(inserts)
        .filter(({ label, also }) => `${label} ${also}`.toLowerCase().split(' ').some((word) => word.startsWith(query)))
        .map(({ label, detail, run }) => ({
          label,
          detail,
          run: (view, from, to) => {
            view.dispatch(view.state.tr.delete(from, to));
            run(view);
            if (view.hasFocus()) view.focus();
          },
        })),
  };
}

/** Most people a list shows at once. */
const SHOWN = 8;

export function personTrigger(people: () => readonly MentionedPerson[]): Trigger {
  return {
    sign: '@',
    label: 'People',
    nothing: 'Nobody of that name may read this',
    blanks: true,
    offered: () => people().length > 0,
    find: (query) =>
      people()
        .filter(({ name, title }) => `${name} ${title ?? ''}`.toLowerCase().split(/[\s,]+/).some((word, i, all) => all.slice(i).join(' ').startsWith(query) && word !== ''))
        .slice(0, SHOWN)
        .map(
          ({ id, name, title }): Suggestion => ({
            label: name,
            detail: title ?? '',
            run: (view, from, to) => {
              const mention = nodeType('mention').create({ person: id, label: name });
              const tr = view.state.tr.replaceWith(from, to, mention).insertText(' ', from + 1);
              view.dispatch(tr.scrollIntoView());
            },
          }),
        ),
  };
}

/** `#`-less way to a fact: the picker of the toolbar reads this. */
export function factChoices(facts: Facts, insert: (attrs: { key: string }) => void) {
  return facts.all().map((fact) => ({
    label: fact.label,
    detail: isKnown(fact) ? fact.value : 'Not yet known',
    pick: () => insert({ key: fact.key }),
  }));
}
