// @vitest-environment jsdom
import { undoInputRule } from 'prosemirror-inputrules';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { CellSelection, tableEditing } from 'prosemirror-tables';
import { describe, expect, it } from 'vitest';
import { setCallout } from '../editor/commands';
import { plainText, tokenWords } from '../editor/copying';
import { Facts } from '../editor/facts';
import { matchesOf, MOST_MATCHES } from '../editor/find';
import { shorthands } from '../editor/input-rules';
import { personTrigger, thisMinute } from '../editor/insertables';
import { headings, words } from '../editor/outline';
import { shortcutText } from '../editor/platform';
import { schema } from '../editor/schema';
import { hints } from '../editor/sections';
import { changeWidth } from '../editor/tables';
import { instantOf, writtenTime } from '../editor/times';

const text = (content: string) => (content ? schema.text(content) : null);
const p = (...content: (string | Node)[]) => schema.node('paragraph', null, content.map((each) => (typeof each === 'string' ? schema.text(each) : each)));
const h = (title: string, level = 2) => schema.node('heading', { level }, text(title) ?? []);
const doc = (...blocks: Node[]) => schema.node('doc', null, blocks);

function typing(keys: string, start: Node = doc(p())): EditorView {
  const view = new EditorView(null, { state: EditorState.create({ doc: start, plugins: [shorthands()] }) });
  view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
  for (const key of keys) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(key, from, to);
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, key, insert))) view.dispatch(insert());
  }
  return view;
}

describe('what Markdown writers type', () => {
  it.each([
    ['### Impact', '<h3>Impact</h3>'],
    ['**late** orders', '<p><strong>late</strong> orders</p>'],
    ['_late_ and `limit=5`', '<p><em>late</em> and <code>limit=5</code></p>'],
    ['~~396~~ 418', '<p><s>396</s> 418</p>'],
    ['- [ ] watch', '<ul><li><p>watch</p></li></ul>'],
    ['see [chart](status.example/1).', '<p>see <a>chart</a>.</p>'],
    ['see https://status.example/1, then', '<p>see https://status.example/1, then</p>'],
    ['see https://status.example/1 then', '<p>see <a>https://status.example/1</a> then</p>'],
    ['snake_case_name 2*3*4', '<p>snake_case_name 2*3*4</p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ])('%s', (keys, drawn) => {
    const view = typing(keys);
    // eslint-disable-next-line no-restricted-properties -- read, not written
    const html = view.dom.innerHTML.replace(/<(\w+)( [^>]*)?>/g, '<$1>').replace(/<\/?div>|<br>/g, '');
    expect(html).toBe(drawn);
    view.state.doc.check();
  });

  it('makes a rule of three hyphens and goes on below it', () => {
    const view = typing('---next');
    expect(view.state.doc.toString()).toBe('doc(horizontal_rule, paragraph("next"))');
  });

  it('is taken back by Backspace right afterwards', () => {
    const view = typing('**late**');
    undoInputRule(view.state, view.dispatch);
    expect(view.state.doc.textContent).toBe('**late**');
  });
});

describe('finding', () => {
  it('takes no notice of case or marks, and stays inside a block', () => {
    const late = schema.text('La', [schema.mark('strong')]);
    const found = matchesOf(doc(p('orders are ', late, 'te'), p('late'), p('la'), p('te')), 'LATE');
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [12, 16],
      [18, 22],
    ]);
  });

  it('stops at a thousand', () => {
    expect(matchesOf(doc(p('a'.repeat(5_000))), 'a')).toHaveLength(MOST_MATCHES);
    expect(matchesOf(doc(p('a')), '')).toEqual([]);
  });
});

describe('the outline', () => {
  it('lists headings with their place and counts words, tokens as one', () => {
    const fact = schema.node('fact', { key: 'affected' });
    const made = doc(h('Impact', 1), p('About ', fact, ' merchants, 31.5% of all'), h('', 2), h('Next'));
    expect(headings(made)).toEqual([
      { title: 'Impact', level: 1, at: 0 },
      { title: 'Next', level: 2, at: 43 },
    ]);
    expect(words(made)).toBe(8);
  });
});

describe('sections of a template', () => {
  const asked = [
    { title: 'Customer impact', hint: 'What they notice, in their words' },
    { title: 'Next', hint: 'Who does what by when' },
  ];
  const shown = (made: Node) =>
    hints(made, asked)
      .find()
      .map(({ from }) => from);

  it('show their hint in the first empty line until something is said', () => {
    expect(shown(doc(h('customer impact:'), p(), p(), h('Next'), p('soon')))).toEqual([18]);
    expect(shown(doc(h('Customer impact'), p(), p('orders are late')))).toEqual([]);
    expect(shown(doc(h('Customer impact'), schema.node('horizontal_rule'), p()))).toEqual([]);
    expect(shown(doc(h('Something else'), p()))).toEqual([]);
  });
});

describe('times', () => {
  it('are written in UTC, with the day when it is not today', () => {
    const now = new Date('2026-11-18T12:00:00Z');
    expect(writtenTime('2026-11-18T10:56:00Z', now)).toBe('10:56 UTC');
    expect(writtenTime('2026-11-17T23:01:00Z', now)).toBe('17 November 2026, 23:01 UTC');
    expect(writtenTime('soon', now)).toBe('soon');
    expect(thisMinute(new Date('2026-11-18T10:56:41.123Z'))).toBe('2026-11-18T10:56:00Z');
  });

  it('are instants when asked for, and nothing else', () => {
    expect(instantOf('2026-11-18', '10:56')).toBe('2026-11-18T10:56:00Z');
    expect(instantOf('2026-13-40', '10:56')).toBeNull();
    expect(instantOf('', '10:56')).toBeNull();
  });
});

describe('people', () => {
  it('are found by the start of any of their names or of what they do', () => {
    const people = [
      { id: 'u1', name: 'Ines Okafor', title: 'Incident commander' },
      { id: 'u2', name: 'Sora Nakamura', title: 'Legal' },
    ];
    const find = (query: string) => personTrigger(() => people).find(query, {} as EditorState).map(({ label }) => label);
    expect(find('')).toEqual(['Ines Okafor', 'Sora Nakamura']);
    expect(find('oka')).toEqual(['Ines Okafor']);
    expect(find('sora na')).toEqual(['Sora Nakamura']);
    expect(find('legal')).toEqual(['Sora Nakamura']);
    expect(find('kafor')).toEqual([]);
  });
});

describe('what is copied', () => {
  const facts = new Facts();
  facts.set([
    { key: 'affected', label: 'Affected', value: '418 merchants' },
    { key: 'ended', label: 'Ended', value: '', state: 'unknown' },
  ]);
  const shown = { facts, fields: () => [{ name: 'contactName', label: 'contact name' }] };

  it('says what tokens stand for', () => {
    expect(tokenWords(schema.node('fact', { key: 'affected' }), shown)).toBe('418 merchants');
    expect(tokenWords(schema.node('fact', { key: 'ended' }), shown)).toBe('(Ended: not yet known)');
    expect(tokenWords(schema.node('merge_field', { name: 'contactName' }), shown)).toBe('{contact name}');
    expect(tokenWords(schema.node('image', { src: '/attachments/a', alt: 'lag chart' }), shown)).toBe('[Picture: lag chart]');
  });

  it('is readable as plain text: lists with signs, cells with tabs', () => {
    const item = (...blocks: Node[]) => schema.node('list_item', null, blocks);
    const cell = (words: string) => schema.node('table_cell', null, p(words));
    const made = doc(
      h('Impact'),
      p('For ', schema.node('fact', { key: 'affected' })),
      schema.node('ordered_list', null, [item(p('one'), schema.node('bullet_list', null, item(p('inner')))), item(p('two'))]),
      schema.node('task_list', null, schema.node('task_item', { checked: true }, p('done'))),
      schema.node('table', null, schema.node('table_row', null, [cell('EU'), cell('95 min')])),
      schema.node('blockquote', null, p('said')),
    );
    expect(plainText(made.slice(0), shown)).toBe(
      ['Impact', '', 'For 418 merchants', '', '1. one', '   - inner', '2. two', '', '[x] done', '', 'EU\t95 min', '', '> said'].join('\n'),
    );
    expect(plainText(made.slice(2, 5), shown)).toBe('mpa');
  });
});

describe('blocks', () => {
  it('change the kind of a callout in place and take it away with its own kind', () => {
    let state = EditorState.create({ doc: doc(p('x')) });
    const run = (kind: string) => setCallout(kind)(state, (tr) => (state = state.apply(tr)));
    run('note');
    run('warning');
    expect(state.doc.firstChild?.attrs.kind).toBe('warning');
    run('warning');
    expect(state.doc.toString()).toBe('doc(paragraph("x"))');
  });

  it('have columns that keys widen and narrow, whole columns at a time', () => {
    const cell = (colwidth: number[] | null = [100]) => schema.node('table_cell', { colwidth }, p('x'));
    const made = doc(schema.node('table', null, [schema.node('table_row', null, [cell(), cell()]), schema.node('table_row', null, [cell(), cell()])]));
    let state = EditorState.create({ doc: made, plugins: [tableEditing()] });
    state = state.apply(state.tr.setSelection(CellSelection.create(state.doc, 2)));
    changeWidth(1)(state, (tr) => (state = state.apply(tr)));
    const widths = () => {
      const found: number[] = [];
      state.doc.descendants((node) => void (node.attrs.colwidth && found.push(node.attrs.colwidth[0])));
      return found;
    };
    expect(widths()).toEqual([140, 100, 140, 100]);
    for (let i = 0; i < 5; i++) changeWidth(-1)(state, (tr) => (state = state.apply(tr)));
    expect(widths()).toEqual([60, 100, 60, 100]);
    state.doc.check();
  });
});

describe('keys', () => {
  it('are spelled as on this machine', () => {
    expect(shortcutText('Mod-Shift-8')).toBe('Ctrl+Shift+8');
    expect(shortcutText('-, 1., [ ], > and a blank')).toBe('-, 1., [ ], > and a blank');
    expect(shortcutText('Mod-], Mod-[')).toBe('Ctrl+], Ctrl+[');
  });
});
