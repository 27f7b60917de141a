import { Node } from 'prosemirror-model';
import { schema } from '../../editor/schema';
import { Authority, lineTo, type Faults } from '../authority';

/** The editor alone against a server in the page: for looking at it. `window.demo` steers it. */
const text = (words: string, ...marks: string[]) => schema.text(words, marks.map((mark) => schema.mark(mark)));
const p = (...inline: Node[]) => schema.node('paragraph', null, inline);
const h = (words: string, level = 2) => schema.node('heading', { level }, text(words));
const fact = (key: string) => schema.node('fact', { key });
const task = (checked: boolean, ...inline: Node[]) => schema.node('task_item', { checked }, p(...inline));
const row = (kind: string, ...cells: Node[]) => schema.node('table_row', null, cells.map((cell) => schema.node(kind, null, cell)));

const doc = schema.node('doc', null, [
  h('Known, unknown, ruled out'),
  schema.node('table', null, [
    row('table_header', p(text('Known')), p(text('Unknown')), p(text('Ruled out'))),
    row(
      'table_cell',
      p(text('Delay began '), fact('started'), text(', six minutes after the release.')),
      p(text('Whether the third EU group needs a restart.')),
      p(text('A fault on the partner side.')),
    ),
  ]),
  h('Customer impact'),
  p(
    text('New orders show late for '),
    fact('affected'),
    text(' ('),
    fact('share'),
    text(' of 1,326). No merchant needs to send orders again: a second copy would create duplicates. Ended '),
    fact('ended'),
    text('.'),
  ),
  h('Done, doing, next'),
  schema.node('task_list', null, [
    task(true, text('Restore the earlier setting in EU groups 1 and 2')),
    task(false, text('Restore it in EU group 3')),
    task(false, text('Watch the backlog until '), fact('caught'), text(', then move to monitoring')),
  ]),
  h('Pertinent negatives', 3),
  p(text('Payments: '), text('not affected', 'strong'), text(', settlement counts match '), text('hour by hour', 'em'), text('. See '), text('limit=5', 'code'), text('.')),
  schema.node('callout', { kind: 'note' }, p(text('Hello '), schema.node('merge_field', { name: 'contactName' }), text(', this is a callout.'))),
  schema.node('blockquote', null, p(text('A quote of what somebody said.'))),
  schema.node('bullet_list', null, [schema.node('list_item', null, p(text('One'))), schema.node('list_item', null, p(text('Two')))]),
  schema.node('ordered_list', null, [schema.node('list_item', null, p(text('First'))), schema.node('list_item', null, p(text('Second')))]),
  schema.node('code_block', null, text('curl --head https://status.example')),
  schema.node('horizontal_rule'),
  p(text('The end.')),
]);

const authority = new Authority(new URLSearchParams(location.search).has('empty') ? schema.node('doc', null, p()) : doc);
const line = { up: true };
const faults: Faults = { delay: () => 5, breaks: () => !line.up, doubled: () => false };
const me = { userId: 'u1', name: 'I. Okafor', color: 'p1' };
const lines = new Set<ReturnType<typeof lineTo>>();

class InPage {
  constructor() {
    const made = lineTo(authority, me, (ms, run) => setTimeout(run, ms), faults);
    lines.add(made);
    return made as unknown as InPage;
  }
}
Object.assign(window, {
  WebSocket: InPage,
  demo: {
    authority,
    line,
    cut: () => lines.forEach((each) => each.cut()),
    caret(name: string, color: string, anchor: number, head: number) {
      const clientId = `c-${name}`;
      for (const client of authority.clients) {
        client.send({ type: 'presence', carets: [{ userId: name, name, color, clientId, anchor, head, seq: authority.seq }], left: [] });
      }
    },
  },
});

const editor = document.querySelector('candor-editor') as HTMLElement & Record<string, unknown>;
editor.facts = [
  { key: 'affected', label: 'Affected', value: '418 merchants', confirmedBy: 'M. Adeyemi', at: '2026-11-18T10:31:00Z', source: 'account import', state: 'confirmed' },
  { key: 'share', label: 'Share', value: '31.5%', confirmedBy: 'M. Adeyemi', at: '2026-11-18T10:31:00Z', source: 'account import', state: 'changed' },
  { key: 'started', label: 'Started', value: '08:47 UTC', confirmedBy: 'M. Adeyemi', at: '2026-11-18T09:49:00Z', source: 'event age chart', state: 'confirmed' },
  { key: 'caught', label: 'Caught up by', value: '12:30 UTC', confirmedBy: 'I. Okafor', at: '2026-11-18T10:39:00Z', source: 'backlog forecast', state: 'confirmed' },
  { key: 'ended', label: 'Ended', value: '', state: 'unknown' },
];
editor.mergeFields = JSON.stringify([{ name: 'contactName', label: 'contact name' }]);
void import('../../editor/element');
