// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { DOMParser as Reader, type Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { clean, tooMuch } from '../editor/paste';
import { schema } from '../editor/schema';

function pasted(source: string): Node {
  const markup = clean(readFileSync(`test/pasted/${source}.html`, 'utf8'));
  return Reader.fromSchema(schema).parse(new DOMParser().parseFromString(markup, 'text/html').body);
}

/** One line a block: its kind, depth by dots, marks around words. */
function drawn(node: Node, depth = 0): string[] {
  const lines: string[] = [];
  node.forEach((child) => {
    if (child.isTextblock) {
      let words = '';
      child.forEach((part) => {
        const marks = part.marks.map(({ type, attrs }) => (type.name === 'link' ? `link=${attrs.href}` : type.name)).join(',');
        words += marks ? `<${marks}|${part.text}>` : part.text;
      });
      const kind = child.type.name === 'paragraph' ? node.type.name : child.type.name;
      const done = node.attrs.checked === true ? '+' : '';
      lines.push(`${'.'.repeat(depth)}${kind}${done}: ${words.trim()}`);
    } else lines.push(...drawn(child, depth + (/list$/.test(child.type.name) ? 1 : 0)));
  });
  return lines;
}

const LINK = 'https://status.example/1';

describe('a paste from elsewhere keeps its structure and drops the rest', () => {
  it('from Google Docs', () => {
    expect(drawn(pasted('google-docs'))).toEqual([
      'heading: What broke',
      `doc: Orders arrive <strong|late>, see <link=${LINK}|the chart>`,
      '.list_item: Region EU',
      '..list_item: <em|third group>',
      '.list_item: Region US',
      '.task_item+: page the partner',
      'table_cell: Group',
      'table_cell: Delay',
    ]);
  });

  it('from Word', () => {
    expect(drawn(pasted('word'))).toEqual([
      'heading: What broke',
      `doc: Orders arrive <strong|late>, see <link=${LINK}|the chart>.`,
      '.list_item: Region EU',
      '..list_item: <em|third group>',
      '.list_item: Region US',
      'doc: Then:',
      '.list_item: page the partner',
      'table_cell: Group',
      'table_cell: Delay',
    ]);
    expect(JSON.stringify(pasted('word'))).toContain('ordered_list');
  });

  it('from Outlook', () => {
    expect(drawn(pasted('outlook'))).toEqual([
      'doc: <strong|What broke>',
      `doc: Orders arrive <strong|late>, see <link=${LINK}|the chart>.`,
      '.list_item: Region EU',
      '..list_item: third group',
      '.list_item: Region US',
      'doc: as said at 10:31',
    ]);
  });

  it('from Gmail', () => {
    expect(drawn(pasted('gmail'))).toEqual([
      'doc: <strong|What broke>',
      'doc: Orders arrive\u00a0<strong|late>, see\u00a0<link=https://www.google.com/url?q=https://status.example/1|the chart>.',
      '.list_item: Region EU',
      '..list_item: third group',
      '.list_item: Region US',
      'blockquote: caught up by noon 👍',
    ]);
  });

  it('from Slack', () => {
    expect(drawn(pasted('slack'))).toEqual([
      `doc: Orders arrive <strong|late>, see <link=${LINK}|the chart> ⚠️ @Ines`,
      '.list_item: Region EU',
      '..list_item: <em|third group>',
      '.list_item: Region US',
      'code_block: lag 95m\nlimit=5',
      'blockquote: caught up by noon',
    ]);
  });

  it('from Confluence', () => {
    expect(drawn(pasted('confluence'))).toEqual([
      'heading: What broke',
      `doc: Orders arrive <strong|late>, see <link=${LINK}|the chart>. DONE`,
      'callout: Do not resend orders.',
      '.list_item: Region EU',
      '..list_item: <em|third group>',
      '.list_item: Region US',
      '.task_item+: page the partner',
      '.task_item: watch the backlog',
      'code_block: lag 95m',
      'table_header: Group',
      'table_header: Delay',
      'table_cell: EU',
      'table_cell: 95 min',
    ]);
  });

  it.each(['google-docs', 'word', 'outlook', 'gmail', 'slack', 'confluence'])('leaves nothing of %s that runs, loads or styles', (source) => {
    expect(JSON.stringify(pasted(source))).not.toMatch(/track\.example|slack-edge|gstatic|data:|onclick|mso|<o:p|MsoNormal|GoogleDocs|font-/i);
    pasted(source).check();
  });
});

describe('too large a paste', () => {
  const slice = (words: number) => {
    const paragraph = schema.node('paragraph', null, schema.text('word '.repeat(20)));
    return schema.node('doc', null, Array.from({ length: words / 20 }, () => paragraph)).slice(0);
  };

  it('is refused with its size before anything changes, and one below the limit is not', () => {
    expect(tooMuch(slice(20_000))).toBeNull();
    expect(tooMuch(slice(1_000_000))).toMatch(/^That was too much to paste at once: 5,100,000 characters/);
  });
});
