// @vitest-environment jsdom
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { schema } from '../editor/schema';
import { Bar, summary } from '../voice/bar';
import { answered, findingsIn, sending, underlines, type Finding, type Judged } from '../voice/findings';
import { judgedFrom, Voice } from '../voice/voice';

const doc = (...lines: string[]) => schema.node('doc', null, lines.map((line) => schema.node('paragraph', null, line ? schema.text(line) : [])));

function found(from: number, to: number, words: string, fix: string | null = null, weight: Finding['weight'] = 'warning'): Finding {
  return {
    key: `rule\n${words}`, rule: 'rule', weight, weightLabel: 'Warning', title: 'Title', place: 'text',
    from, to, words, why: 'Why.', better: 'Better.', fix, beside: null, waits: false,
  };
}

const measures = { words: 5, longest: 200, grade: -1, longestSentence: 5, parts: 0, requiredParts: 0 };
const judged = (number: number, ...findings: Finding[]): Judged => ({ number, findings, measures });

describe('underlines', () => {
  const at = (text: string) => EditorState.create({ doc: doc(text), plugins: [underlines()] });

  it('move with what was typed while the server judged', () => {
    let state = at('We are simply late.');
    state = state.apply(sending(state, 1));
    state = state.apply(state.tr.insertText('Hello. ', 1));
    state = state.apply(answered(state, judged(1, found(8, 14, 'simply'))));
    const [one] = findingsIn(state);
    expect(state.doc.textBetween(one?.from ?? 0, one?.to ?? 0)).toBe('simply');
  });

  it('go when their words are deleted, and stay when others are', () => {
    let state = at('We are simply late.');
    state = state.apply(sending(state, 1));
    state = state.apply(answered(state, judged(1, found(8, 14, 'simply'))));
    state = state.apply(state.tr.delete(1, 4));
    expect(findingsIn(state)).toHaveLength(1);
    state = state.apply(state.tr.delete(3, 15));
    expect(findingsIn(state)).toHaveLength(0);
  });

  it('leave an answer to an older text aside', () => {
    let state = at('We are simply late.');
    state = state.apply(sending(state, 2));
    state = state.apply(answered(state, judged(1, found(8, 14, 'simply'))));
    expect(findingsIn(state)).toHaveLength(0);
  });
});

describe('judging while people write', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function writing(text: string) {
    const sent: { number: number; document: string }[] = [];
    let view: EditorView | null = null;
    const voice = new Voice({
      view: () => view,
      editable: () => true,
      send: (number, document) => sent.push({ number, document }),
      keep: () => undefined,
      toSubject: () => undefined,
    });
    voice.card.showPopover = () => undefined;
    voice.card.hidePopover = () => undefined;
    voice.card.matches = () => false;
    view = new EditorView(null, { state: EditorState.create({ doc: doc(text), plugins: voice.plugins() }) });
    return { voice, view, sent };
  }

  it('asks once people pause, and not for every key', () => {
    const { view, sent } = writing('');
    for (const letter of 'Exports') {
      view.dispatch(view.state.tr.insertText(letter));
      vi.advanceTimersByTime(50);
    }
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(400);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.document).toContain('Exports');
  });

  it('asks now and then while somebody types on and on', () => {
    const { view, sent } = writing('');
    for (let key = 0; key < 20; key++) {
      view.dispatch(view.state.tr.insertText('x'));
      vi.advanceTimersByTime(100);
    }
    expect(sent).toHaveLength(1);
  });

  it('has one text with the server at a time and sends again what changed meanwhile', () => {
    const { voice, view, sent } = writing('');
    view.dispatch(view.state.tr.insertText('One'));
    vi.advanceTimersByTime(400);
    view.dispatch(view.state.tr.insertText(' two'));
    vi.advanceTimersByTime(2000);
    expect(sent).toHaveLength(1);
    voice.judged(judged(1));
    vi.advanceTimersByTime(400);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.document).toContain('One two');
  });

  it('asks again when an answer is lost', () => {
    const { view, sent } = writing('');
    view.dispatch(view.state.tr.insertText('One'));
    vi.advanceTimersByTime(400);
    vi.advanceTimersByTime(9000);
    expect(sent).toHaveLength(2);
  });

  it('replaces at once by Alt+Enter, and deletes with the space', () => {
    const { voice, view, sent } = writing('Simply wait in order to see.');
    voice.again();
    vi.advanceTimersByTime(400);
    voice.judged(judged(sent.length, found(1, 7, 'Simply', ''), found(13, 24, 'in order to', 'to')));
    const press = () => view.someProp('handleKeyDown', (handle) => handle(view, new KeyboardEvent('keydown', { key: 'Enter', altKey: true })));
    press();
    expect(view.state.doc.textContent).toBe('Wait in order to see.');
  });
});

describe('the line below the text', () => {
  it('counts by weight', () => {
    expect(summary([found(1, 2, 'a', null, 'error'), found(1, 2, 'b', null, 'secret'), found(1, 2, 'c')])).toBe('2 errors, 1 warning');
    expect(summary([])).toBe('Nothing to change');
  });

  it('leads from the count into the list of findings by Tab and by arrows', () => {
    const jumped: string[] = [];
    const bar = new Bar(({ words }) => jumped.push(words));
    document.body.append(bar.dom);
    bar.show([found(1, 2, 'one'), found(3, 4, 'two')], measures);
    bar.dom.querySelector<HTMLButtonElement>('.voice-count')?.click();

    const buttons = [...bar.dom.querySelectorAll('button')];
    expect(buttons.map(({ className }) => className.includes('voice-count'))).toEqual([true, false, false]);
    buttons[1]?.focus();
    buttons[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    (document.activeElement as HTMLElement).click();
    expect(jumped).toEqual(['two']);
    bar.dom.remove();
  });

  it('takes answers as JSON and nothing else', () => {
    expect(judgedFrom(JSON.stringify(judged(3)))?.number).toBe(3);
    expect(judgedFrom('')).toBeNull();
    expect(judgedFrom(null)).toBeNull();
  });
});
