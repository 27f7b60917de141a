// @vitest-environment jsdom
import { history, redo, undo } from 'prosemirror-history';
import { toggleMark } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { Keeping } from '../editor/collab/keeping';
import { isFromServer, localSteps } from '../editor/collab/local-steps';
import { Session } from '../editor/collab/session';
import type { WireStep } from '../editor/collab/wire';
import { guard } from '../editor/guard';
import { Margin } from '../editor/margin/margin';
import type { Note } from '../editor/margin/note-layer';
import { schema } from '../editor/schema';
import { nextStop } from '../editor/stops';
import { Authority, lineTo, textOf, type Client } from './authority';
import { MemoryStorage, Tab } from './tab';
import { VirtualTime } from './virtual-time';

// What jsdom leaves out of a browser.
Object.assign(globalThis, { CSS: { escape: (name: string) => name } });
Element.prototype.scrollIntoView = () => {};

interface Told {
  id: string;
  seq: number;
  steps: WireStep[];
}

/** One page whose person suggests: editor, session and margin as in the portal, the page's answers in `told`. */
class Page {
  readonly told: Told[] = [];
  readonly dropped: string[] = [];
  readonly events: string[] = [];
  readonly margin: Margin;
  readonly view: EditorView;
  private readonly session: Session;

  constructor(readonly authority: Authority, readonly time: VirtualTime) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const page = this;
    this.margin = new Margin({
      get view() {
        return page.view ?? null;
      },
      get session() {
        return page.session ?? null;
      },
      tell: (name, detail) => {
        this.events.push(name);
        const { id, seq, steps } = detail as { id: string; seq: number; steps: string };
        if (name === 'candor-suggestion') this.told.push({ id, seq, steps: JSON.parse(steps) as WireStep[] });
      },
      dropped: (words) => this.dropped.push(words),
      changed: () => {},
    });
    this.view = new EditorView(document.body.appendChild(document.createElement('div')), {
      state: this.fresh(schema.node('doc', null, [schema.node('paragraph')])),
      dispatchTransaction: (tr) => this.dispatch(tr),
    });
    const { view } = this;
    this.session = new Session({
      host: {
        get state() {
          return view.state;
        },
        dispatch: (tr) => this.dispatch(tr),
        open: (doc) => {
          view.updateState(this.fresh(doc));
          this.margin.reopened();
        },
      },
      listener: { standing: () => this.margin.settle(), carets: () => {}, dropped: (words) => this.dropped.push(words) },
      identity: { clientId: 'suggester', unsent: null, release: () => {} },
      anew: () => Promise.reject(new Error('nobody else signs in here')),
      keeping: new Keeping(new MemoryStorage(), 'doc', () => time.now()),
      connect: () => lineTo(authority, { userId: 'csm', name: 'csm', color: 'p2' }, (ms, run) => time.after(ms, run)),
      time,
    });
    this.session.start();
    time.advance(200);
    this.margin.notes = [];
    this.margin.suggest(true);
    time.advance(200);
  }

  private fresh(doc: Node): EditorState {
    return EditorState.create({ doc, plugins: [localSteps(), guard(), history(), ...this.margin.plugins()] });
  }

  private dispatch(tr: Transaction): void {
    const { state, transactions } = this.view.state.applyTransaction(tr);
    this.view.updateState(state);
    if (transactions.some((each) => each.docChanged && !isFromServer(each))) this.session.changedHere();
    this.margin.changed(transactions.some(isFromServer));
  }

  select(words: string): this {
    const from = 1 + this.text.indexOf(words);
    this.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, from, from + words.length)));
    return this;
  }

  type(words: string): this {
    for (const char of words) this.dispatch(this.view.state.tr.insertText(char));
    return this;
  }

  /** The caret goes elsewhere: what was suggested is handed over. */
  leave(): this {
    this.dispatch(this.view.state.tr.setSelection(TextSelection.atStart(this.view.state.doc)));
    this.time.advance(200);
    return this;
  }

  /** The page keeps what it was told, as the server places it. */
  keep(): Note[] {
    const notes = this.told.map(({ id, seq, steps }): Note => ({ id, kind: 'suggestion', seq, from: 0, to: 0, steps, author: 'H. Weiss', color: 'p2' }));
    this.margin.notes = notes;
    return notes;
  }

  get text(): string {
    return this.view.state.doc.textContent;
  }

  get shown(): string {
    return [...this.view.dom.querySelectorAll('del, ins')]
      .map((each) => (each.tagName === 'DEL' ? '-' : '+') + (each.textContent ?? '').replace('suggested: ', ''))
      .join(' ');
  }
}

const accepter: Client = { person: { userId: 'ic', name: 'ic', color: 'p1' }, clientId: 'accepting', send: () => {} };

/** What the server does when a suggestion is accepted: its steps go over what came in between. */
function accept(authority: Authority, { seq, steps }: { seq: number; steps: readonly WireStep[] }, number: number): void {
  authority.receive(accepter, { type: 'push', clientId: 'accepting', clientSeq: number, baseSeq: seq, steps: [...steps] });
}

function open(words = 'Orders arrive on time.') {
  const time = new VirtualTime();
  const authority = new Authority(textOf(words));
  return { time, authority, page: new Page(authority, time) };
}

describe('suggestion mode', () => {
  it('keeps what is typed out of the text and hands it over once the caret leaves', () => {
    const { authority, page } = open();
    page.select('.').type(', as before.');
    expect(page.shown).toContain('+, as before');
    expect(authority.log).toHaveLength(0);
    page.leave();
    expect(page.told).toHaveLength(1);
    expect(page.text).toBe('Orders arrive on time.');
    expect(authority.log).toHaveLength(0);
  });

  it('shows what would go struck through beside what would come', () => {
    const { page } = open();
    page.select('on time').type('late').leave().keep();
    expect(page.shown).toBe('-on time +late');
    expect(page.text).toBe('Orders arrive on time.');
  });

  it('suggests a deletion', () => {
    const { authority, time, page } = open();
    page.select(' on time');
    page.view.dispatch(page.view.state.tr.deleteSelection());
    page.leave().keep();
    expect(page.shown).toBe('- on time');
    accept(authority, page.told[0] as Told, 1);
    time.advance(200);
    expect(page.text).toBe('Orders arrive.');
  });

  it('suggests another look of the same words', () => {
    const { page } = open();
    page.select('on time');
    const strong = schema.marks.strong;
    if (strong) toggleMark(strong)(page.view.state, (tr) => page.view.dispatch(tr));
    page.leave().keep();
    expect(page.view.dom.querySelector('.candor-format')?.textContent).toBe('on time');
    expect(page.view.dom.querySelector('.candor-format')?.getAttribute('title')).toContain('bold');
    expect(page.view.state.doc.rangeHasMark(0, page.view.state.doc.content.size, strong as NonNullable<typeof strong>)).toBe(false);
  });

  it('undoes and redoes what belongs to the suggestion before it is handed over', () => {
    const { page } = open();
    page.select('on time').type('late');
    undo(page.view.state, (tr) => page.view.dispatch(tr));
    expect(page.text).toBe('Orders arrive on time.');
    redo(page.view.state, (tr) => page.view.dispatch(tr));
    expect(page.text).toBe('Orders arrive late.');
    undo(page.view.state, (tr) => page.view.dispatch(tr));
    page.leave();
    expect(page.told).toHaveLength(0);
  });

  it('lets all that was suggested be accepted, one after the other', () => {
    const { authority, time, page } = open('Orders arrive on time. Labels are made.');
    page.select('Orders').type('All orders').leave();
    page.select('made').type('printed').leave();
    expect(page.told).toHaveLength(2);
    page.told.forEach((each, i) => accept(authority, each, i + 1));
    time.advance(200);
    expect(page.text).toBe('All orders arrive on time. Labels are printed.');
    expect(authority.log.every(({ commit }) => commit?.userId === 'ic')).toBe(true);
  });

  it('moves with what others write before it and around it', () => {
    const { authority, time, page } = open();
    const other = new Tab('writer', authority, time);
    time.advance(200);
    page.select('on time').type('late').leave().keep();
    other.type('So far: ', 1);
    time.advance(500);
    expect(page.text).toBe('So far: Orders arrive on time.');
    expect(page.shown).toBe('-on time +late');
    accept(authority, page.told[0] as Told, 1);
    time.advance(200);
    expect(page.text).toBe('So far: Orders arrive late.');
    expect(other.text).toBe(page.text);
  });

  it('goes on with what is being typed while others write, and hands over what fits the newer text', () => {
    const { authority, time, page } = open();
    const other = new Tab('writer', authority, time);
    time.advance(200);
    page.select('on time').type('la');
    other.type('Known: ', 1);
    time.advance(500);
    page.type('te').leave();
    expect(page.text).toBe('Known: Orders arrive on time.');
    accept(authority, page.told[0] as Told, 1);
    time.advance(200);
    expect(page.text).toBe('Known: Orders arrive late.');
  });

  it('draws nothing for a suggestion whose words somebody deleted', () => {
    const { authority, time, page } = open('Orders arrive on time. Labels are made.');
    const other = new Tab('writer', authority, time);
    time.advance(200);
    page.select('rrive on ti').type('x').leave().keep();
    other.dispatch(other.state.tr.delete(1, 23));
    time.advance(500);
    expect(page.text).toBe(' Labels are made.');
    expect(page.shown).not.toContain('-');
  });

  it('gives the words back for copying when the page could not keep them', () => {
    const { page } = open();
    page.select('on time').type('late').leave();
    page.margin.refused((page.told[0] as Told).id);
    expect(page.dropped).toEqual(['late']);
    expect(page.shown).toBe('');
  });

  it('hands over what nobody goes on with before the mode is left', () => {
    const { page, time } = open();
    page.select('on time').type('late');
    page.margin.suggest(false);
    time.advance(200);
    expect(page.told).toHaveLength(1);
    expect(page.margin.suggesting).toBe(false);
  });

  it('is gone through by keyboard in the order of the text', () => {
    const { page } = open('Orders arrive on time. Labels are made.');
    page.select('made').type('printed').leave();
    page.select('on time').type('late').leave().keep();
    const stops = page.margin.stops();
    expect(stops).toHaveLength(2);
    const first = nextStop(stops, 0, 1);
    first?.go();
    expect(page.view.state.selection.from).toBe(first?.from);
    expect(page.events.at(-1)).toBe('candor-note');
    const second = nextStop(stops, page.view.state.selection.from, 1);
    expect(second?.from).toBeGreaterThan(first?.from ?? 0);
    expect(nextStop(stops, second?.from ?? 0, 1)).toBe(first);
    expect(nextStop(stops, second?.from ?? 0, -1)).toBe(first);
    expect(nextStop([], 3, 1)).toBeUndefined();
  });
});
