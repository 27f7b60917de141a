// @vitest-environment jsdom
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CaretNews } from '../editor/caret-news';
import { localSteps, receive } from '../editor/collab/local-steps';
import { InSight } from '../editor/in-sight';
import { presence, showCarets, writersHere } from '../editor/presence';
import { schema } from '../editor/schema';

// What jsdom leaves out of a browser.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const p = (words: string) => schema.node('paragraph', null, schema.text(words));
const DAG = { clientId: 'tab2', userId: 'engineer', name: 'Dag Lindqvist', color: 'p2' };
const START = Date.parse('2026-11-18T10:48:00Z');

/** One page with a caret of Dag's after "Delay" in the first of two paragraphs. */
function page(): EditorView {
  const doc: Node = schema.node('doc', null, [p('Delay'), p('Cause')]);
  const view: EditorView = new EditorView(null, {
    state: EditorState.create({ doc, plugins: [localSteps(), presence()] }),
    dispatchTransaction: (tr) => view.updateState(view.state.apply(tr)),
  });
  view.dispatch(showCarets(view.state, [{ ...DAG, anchor: 6, head: 6 }], [], Date.now()));
  return view;
}

function arrives(view: EditorView, make: (tr: Transaction) => Transaction): void {
  view.dispatch(receive(view.state, make(view.state.tr).steps));
}

const marked = (view: EditorView) => view.dom.querySelector('.candor-writing')?.textContent ?? '';
const named = (view: EditorView) => view.dom.querySelector('.candor-caret-name')?.textContent;

describe('whoever writes', () => {
  beforeEach(() => void vi.useFakeTimers({ now: START }));
  afterEach(() => vi.useRealTimers());

  it('is marked beside the block, and named where the caret here stands in it', () => {
    const view = page();
    expect(marked(view)).toBe('');
    arrives(view, (tr) => tr.insertText(' began', 6));

    expect(marked(view)).toContain('Delay began');
    expect(named(view)).toBe('Dag Lindqvist is writing here');
    expect(writersHere(view.state, Date.now())).toEqual(['Dag Lindqvist']);

    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    expect(named(view)).toBe('Dag Lindqvist');
    expect(writersHere(view.state, Date.now())).toEqual([]);
    expect(marked(view)).toContain('Delay began');
  });

  it('is no longer marked three seconds after the last word', () => {
    const view = page();
    arrives(view, (tr) => tr.insertText(' began', 6));
    vi.advanceTimersByTime(2_900);
    expect(marked(view)).not.toBe('');
    vi.advanceTimersByTime(200);
    expect(marked(view)).toBe('');
    expect(named(view)).toBe('Dag Lindqvist');
  });

  it('is not somebody whose caret only stands there', () => {
    const view = page();
    arrives(view, (tr) => tr.insertText('The ', 8));
    view.dispatch(view.state.tr.insertText('x', 2));
    expect(marked(view)).toBe('');
  });
});

describe('a block of a long text', () => {
  const skips = (block: Element | null, skipped: boolean) =>
    block?.dispatchEvent(Object.assign(new Event('contentvisibilityautostatechange', { bubbles: true }), { skipped }));

  it('is in sight until the browser says that it need not be drawn, and again from then on', () => {
    const view = page();
    const sight = new InSight(view);
    const second = 9;
    expect([sight.has(2), sight.has(second)]).toEqual([true, true]);

    skips(view.dom.children[1] ?? null, true);
    expect([sight.has(2), sight.has(second), sight.has(1_000)]).toEqual([true, false, true]);

    skips(view.dom.children[1] ?? null, false);
    expect(sight.has(second)).toBe(true);
  });
});

describe("others' carets", () => {
  beforeEach(() => void vi.useFakeTimers({ now: START }));
  afterEach(() => vi.useRealTimers());

  const shown: { moved: { clientId: string; head: number | null }[]; left: string[] }[] = [];
  const news = (seen?: () => boolean) => {
    shown.length = 0;
    return new CaretNews((moved, left) => void shown.push({ moved, left }), seen);
  };
  const heads = () => shown.map(({ moved }) => moved.map(({ head }) => head));

  it('are drawn at once while nobody types here', () => {
    const carets = news();
    carets.arrived([{ ...DAG, anchor: 3, head: 3 }], []);
    carets.arrived([{ ...DAG, anchor: 4, head: 4 }], []);
    expect(heads()).toEqual([[3], [4]]);
  });

  it('are drawn once a second while somebody does, the newest place of each', () => {
    const carets = news();
    carets.arrived([{ ...DAG, anchor: 3, head: 3 }], []);
    carets.typed();
    for (let at = 4; at < 9; at++) carets.arrived([{ ...DAG, anchor: at, head: at }], []);
    vi.advanceTimersByTime(999);
    expect(heads()).toEqual([[3]]);
    vi.advanceTimersByTime(1);
    expect(heads()).toEqual([[3], [8]]);
  });

  it('wait for a pause where none of them can be seen, and are drawn at once when one can', () => {
    let seen = false;
    const carets = news(() => seen);
    for (let at = 3; at < 13; at++) {
      carets.typed();
      carets.arrived([{ ...DAG, anchor: at, head: at }], []);
      vi.advanceTimersByTime(300);
    }
    expect(heads()).toEqual([]);

    vi.advanceTimersByTime(700);
    expect(heads()).toEqual([[12]]);

    seen = true;
    carets.typed();
    carets.arrived([{ ...DAG, anchor: 2, head: 2 }], []);
    carets.typed();
    vi.advanceTimersByTime(1_000);
    expect(heads()).toEqual([[12], [2]]);
  });

  it('move along with words that come before they are drawn', () => {
    const { state } = page();
    const carets = news();
    carets.arrived([{ ...DAG, anchor: 3, head: 3 }], []);
    carets.typed();
    carets.arrived([{ ...DAG, anchor: 4, head: 4 }], []);
    carets.follow(state.tr.insertText('The ', 1));
    vi.advanceTimersByTime(1_000);
    expect(heads()).toEqual([[3], [8]]);
  });

  it('of whoever left while they waited are taken off, not drawn', () => {
    const carets = news();
    carets.arrived([], []);
    carets.typed();
    carets.arrived([{ ...DAG, anchor: 4, head: 4 }], []);
    carets.arrived([], [DAG.clientId]);
    vi.advanceTimersByTime(1_000);
    expect(shown.at(-1)).toEqual({ moved: [], left: [DAG.clientId] });
  });
});
