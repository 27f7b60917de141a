import { DOMSerializer, type Fragment, type Node, type Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { isKnown, type Facts } from './facts';
import { schema } from './schema';
import { writtenTime } from './times';
import type { MergeField } from './toolbar/formatting';

/** What the copied words depend on besides the text. */
export interface Shown {
  facts: Facts;
  fields: () => readonly MergeField[];
}

/** Mail programs know no style sheet of ours, so what matters stands at the elements themselves. */
const STYLES: Record<string, string> = {
  table: 'border-collapse: collapse',
  th: 'border: 1px solid #868fa0; padding: 4px 8px; text-align: left; vertical-align: top; background: #f0f2f5',
  td: 'border: 1px solid #868fa0; padding: 4px 8px; text-align: left; vertical-align: top',
  blockquote: 'margin: 0 0 8px; padding-left: 12px; border-left: 3px solid #868fa0',
  aside: 'margin: 0 0 8px; padding: 8px 12px; border: 1px solid #868fa0',
  pre: 'font-family: monospace; padding: 8px 12px; border: 1px solid #e2e5ea; white-space: pre-wrap',
};

/** The words of a token as a reader elsewhere needs them. */
export function tokenWords(node: Node, { facts, fields }: Shown): string {
  switch (node.type.name) {
    case 'fact': {
      const fact = facts.find(node.attrs.key);
      const label = fact ? `${fact.label}: ` : '';
      return isKnown(fact) ? fact.value : `(${label}not yet known)`;
    }
    case 'mention':
      return `@${node.attrs.label}`;
    case 'timestamp':
      return writtenTime(node.attrs.at);
    case 'merge_field':
      return `{${fields().find(({ name }) => name === node.attrs.name)?.label ?? node.attrs.name}}`;
    case 'hard_break':
      return '\n';
    case 'image':
      return node.attrs.alt ? `[Picture: ${node.attrs.alt}]` : '[Picture]';
    default:
      return '';
  }
}

/** Copies values instead of tokens and tables with lines, so that mail and documents show what the page showed. */
export function copying(shown: Shown): Plugin {
  return new Plugin({
    props: {
      clipboardSerializer: new Outside(shown) as DOMSerializer,
      clipboardTextSerializer: (slice) => plainText(slice, shown),
    },
  });
}

class Outside extends DOMSerializer {
  constructor(shown: Shown) {
    const nodes = DOMSerializer.nodesFromSchema(schema);
    for (const name of ['fact', 'merge_field']) {
      const drawn = nodes[name];
      if (drawn) nodes[name] = (node) => [...(drawn(node) as [string, object]), tokenWords(node, shown)] as never;
    }
    super(nodes, DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment) {
    const made = super.serializeFragment(fragment, options, target);
    for (const [tag, style] of Object.entries(STYLES)) {
      for (const each of made.querySelectorAll<HTMLElement>(tag)) each.setAttribute('style', style);
    }
    for (const box of made.querySelectorAll<HTMLElement>('li[data-checked]')) {
      const line = box.querySelector('p') ?? box;
      line.prepend(box.dataset.checked === 'true' ? '☑ ' : '☐ ');
      box.style.listStyle = 'none';
    }
    return made;
  }
}

/** Plain text with signs for lists and quotes, an empty line between blocks. */
export function plainText({ content }: Slice, shown: Shown): string {
  return blocks(content, shown).join('\n');
}

function blocks(content: Fragment, shown: Shown): string[] {
  const lines: string[] = [];
  content.forEach((node) => {
    const own = block(node, shown);
    if (lines.length > 0 && !node.isInline && !isTight(node)) lines.push('');
    if (node.isInline) lines.push((lines.pop() ?? '') + (own[0] ?? ''));
    else lines.push(...own);
  });
  return lines;
}

const isTight = (node: Node) => /^(list_item|task_item|table_row)$/.test(node.type.name);

function block(node: Node, shown: Shown): string[] {
  if (node.isText) return [node.text ?? ''];
  if (node.isTextblock) return inline(node, shown).split('\n');
  switch (node.type.name) {
    case 'bullet_list':
    case 'task_list':
    case 'ordered_list': {
      const lines: string[] = [];
      node.forEach((item, _offset, i) => {
        const sign = node.type.name === 'ordered_list' ? `${node.attrs.order + i}. ` : node.type.name === 'bullet_list' ? '- ' : item.attrs.checked ? '[x] ' : '[ ] ';
        lines.push(...prefixed(blocks(item.content, shown).filter(Boolean), sign, ' '.repeat(sign.length)));
      });
      return lines;
    }
    case 'blockquote':
    case 'callout':
      return prefixed(blocks(node.content, shown), '> ', '> ');
    case 'table_row': {
      const cells: string[] = [];
      node.forEach((cell) => cells.push(blocks(cell.content, shown).filter(Boolean).join(' ')));
      return [cells.join('\t')];
    }
    case 'horizontal_rule':
      return ['---'];
    default:
      return node.isLeaf ? [tokenWords(node, shown)] : blocks(node.content, shown);
  }
}

function inline(node: Node, shown: Shown): string {
  let words = '';
  node.forEach((child) => (words += child.isText ? child.text : tokenWords(child, shown)));
  return words;
}

function prefixed(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, i) => ((i === 0 ? first : rest) + line).trimEnd());
}
