import type { DOMOutputSpec, Mark, Node, TagParseRule, ParseRule } from 'prosemirror-model';
import { safeHref, safeImage } from './links';
import { writtenTime } from './times';

interface NodeDom {
  parseDOM?: TagParseRule[];
  toDOM?: (node: Node) => DOMOutputSpec;
}
interface MarkDom {
  parseDOM: ParseRule[];
  toDOM: (mark: Mark) => DOMOutputSpec;
}

const element = (dom: HTMLElement) => dom;

function cellAttributes(dom: HTMLElement) {
  const span = (name: string) => Math.min(100, Math.max(1, Math.floor(Number(dom.getAttribute(name) ?? 1)) || 1));
  const widths = dom.getAttribute('data-colwidth')?.split(',').map(Number) ?? null;
  const colspan = span('colspan');
  const usable = widths?.length === colspan && widths.every((width) => width > 0 && width < 2000);
  return { colspan, rowspan: span('rowspan'), colwidth: usable ? widths : null };
}

function cellDom(tag: string, node: Node): DOMOutputSpec {
  const attributes: Record<string, string> = {};
  if (node.attrs.colspan !== 1) attributes.colspan = String(node.attrs.colspan);
  if (node.attrs.rowspan !== 1) attributes.rowspan = String(node.attrs.rowspan);
  if (node.attrs.colwidth) attributes['data-colwidth'] = node.attrs.colwidth.join(',');
  if (tag === 'th') attributes.scope = 'col';
  return [tag, attributes, 0];
}

function isTaskList(dom: HTMLElement) {
  return dom.classList.contains('task') || dom.querySelector(':scope > li > input[type=checkbox]') !== null;
}

function pixels(dom: HTMLElement, name: string): number | null {
  const value = Number(dom.getAttribute(name) ?? Number.NaN);
  return Number.isInteger(value) && value > 0 && value <= 20_000 ? value : null;
}

/** The attributes of a token, or false when the one that names it is missing or empty. */
function token(dom: HTMLElement, named: string, attrs: Record<string, string | null>) {
  return dom.getAttribute(named) ? attrs : (false as const);
}

/** How each node is drawn and read from pasted markup. Everything that no rule here names is dropped. */
export const nodeDom: Record<string, NodeDom> = {
  paragraph: { parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
    toDOM: (node) => [`h${Math.min(3, Math.max(1, node.attrs.level))}`, 0],
  },
  blockquote: { parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  callout: {
    parseDOM: [{ tag: 'aside[data-callout]', getAttrs: (dom) => ({ kind: dom.getAttribute('data-callout') || 'note' }) }],
    toDOM: (node) => ['aside', { 'data-callout': node.attrs.kind, role: 'note' }, 0],
  },
  code_block: {
    parseDOM: [
      {
        tag: 'pre',
        preserveWhitespace: 'full',
        getAttrs: (dom) => ({ language: dom.getAttribute('data-language') ?? '' }),
      },
    ],
    toDOM: (node) => [
      'pre',
      node.attrs.language ? { 'data-language': node.attrs.language, spellcheck: 'false' } : { spellcheck: 'false' },
      ['code', 0],
    ],
  },
  horizontal_rule: { parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  task_list: {
    parseDOM: [{ tag: 'ul', priority: 60, getAttrs: (dom) => (isTaskList(element(dom)) ? null : false) }],
    toDOM: () => ['ul', { class: 'task' }, 0],
  },
  task_item: {
    parseDOM: [
      {
        tag: 'li',
        context: 'task_list/',
        priority: 60,
        getAttrs: (dom) => ({
          checked:
            dom.getAttribute('data-checked') === 'true' ||
            (dom.querySelector(':scope > input[type=checkbox]')?.hasAttribute('checked') ?? false),
        }),
        contentElement: (dom) => (dom as HTMLElement).querySelector<HTMLElement>(':scope > .task-text') ?? (dom as HTMLElement),
      },
    ],
    toDOM: (node) => ['li', { 'data-checked': String(node.attrs.checked) }, ['div', { class: 'task-text' }, 0]],
  },
  bullet_list: { parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  ordered_list: {
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: (dom) => ({ order: Math.min(1_000_000, Math.max(0, Math.floor(Number(dom.getAttribute('start') ?? 1)) || 1)) }),
      },
    ],
    toDOM: (node) => ['ol', node.attrs.order === 1 ? {} : { start: String(node.attrs.order) }, 0],
  },
  list_item: { parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  table: { parseDOM: [{ tag: 'table' }], toDOM: () => ['table', ['tbody', 0]] },
  table_row: { parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  table_cell: { parseDOM: [{ tag: 'td', getAttrs: cellAttributes }], toDOM: (node) => cellDom('td', node) },
  table_header: { parseDOM: [{ tag: 'th', getAttrs: cellAttributes }], toDOM: (node) => cellDom('th', node) },
  hard_break: { parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  image: {
    parseDOM: [
      {
        tag: 'img[src]',
        getAttrs: (dom) => {
          const src = safeImage(dom.getAttribute('src') ?? '');
          return (
            src !== null && {
              src,
              alt: dom.getAttribute('alt') ?? '',
              title: dom.getAttribute('title'),
              width: pixels(dom, 'width'),
              height: pixels(dom, 'height'),
            }
          );
        },
      },
    ],
    toDOM: (node) => {
      const src = safeImage(node.attrs.src);
      const { alt, title, width, height } = node.attrs;
      return [
        'img',
        {
          ...(src === null ? {} : { src }),
          alt,
          ...(title ? { title } : {}),
          // Both, so that the text does not jump when the picture arrives.
          ...(width && height ? { width: String(width), height: String(height) } : {}),
        },
      ];
    },
  },
  fact: {
    parseDOM: [{ tag: 'span[data-fact]', getAttrs: (dom) => token(dom, 'data-fact', { key: dom.getAttribute('data-fact') }) }],
    toDOM: (node) => ['span', { class: 'fact', 'data-fact': node.attrs.key }],
  },
  mention: {
    parseDOM: [
      {
        tag: 'span[data-person]',
        getAttrs: (dom) =>
          token(dom, 'data-person', { person: dom.getAttribute('data-person'), label: dom.getAttribute('data-label') ?? '' }),
      },
    ],
    toDOM: (node) => [
      'span',
      { class: 'mention', 'data-person': node.attrs.person, 'data-label': node.attrs.label },
      `@${node.attrs.label}`,
    ],
  },
  timestamp: {
    parseDOM: [{ tag: 'time[data-at]', getAttrs: (dom) => token(dom, 'data-at', { at: dom.getAttribute('data-at') }) }],
    toDOM: (node) => ['time', { 'data-at': node.attrs.at, datetime: node.attrs.at }, writtenTime(node.attrs.at)],
  },
  merge_field: {
    parseDOM: [
      { tag: 'span[data-merge-field]', getAttrs: (dom) => token(dom, 'data-merge-field', { name: dom.getAttribute('data-merge-field') }) },
    ],
    toDOM: (node) => ['span', { class: 'merge-field', 'data-merge-field': node.attrs.name }],
  },
};

const bold = (value: string) => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null;

export const markDom: Record<string, MarkDom> = {
  link: {
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom) => {
          const href = safeHref(dom.getAttribute('href') ?? '');
          return href !== null && { href, title: dom.getAttribute('title') };
        },
      },
    ],
    toDOM: (mark) => {
      const href = safeHref(mark.attrs.href);
      return [
        'a',
        {
          ...(href === null ? {} : { href }),
          ...(mark.attrs.title ? { title: mark.attrs.title } : {}),
          rel: 'noopener noreferrer nofollow',
          target: '_blank',
        },
        0,
      ];
    },
  },
  em: {
    parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }, { style: 'font-style=normal', clearMark: (m) => m.type.name === 'em' }],
    toDOM: () => ['em', 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps everything it copies in a <b> that is not bold.
      { tag: 'b', getAttrs: (dom) => (dom as HTMLElement).style.fontWeight !== 'normal' && null },
      { style: 'font-weight=400', clearMark: (m) => m.type.name === 'strong' },
      { style: 'font-weight', getAttrs: (value) => bold(value as string) },
    ],
    toDOM: () => ['strong', 0],
  },
  strike: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }],
    toDOM: () => ['s', 0],
  },
  underline: { parseDOM: [{ tag: 'u' }, { style: 'text-decoration=underline' }], toDOM: () => ['u', 0] },
  code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', { spellcheck: 'false' }, 0] },
};

/** `10:56 UTC`, or the text itself when it is no instant. */
export function utcTime(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : `${date.toISOString().slice(11, 16)} UTC`;
}
