import type { Piece } from './client';

type Child = Node | string;

/** An element with attributes and children; never markup from a string. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function marked(pieces: Piece[]): Child[] {
  return pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));
}

const KEPT = new Set(['P', 'BR', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'B', 'I', 'U', 'S', 'CODE', 'PRE', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'HR', 'TABLE', 'TBODY', 'THEAD', 'TR', 'TD', 'TH', 'A']);

/** The server's HTML rebuilt from the elements an answer consists of; of attributes only links that lead to the Web stay. */
export function safe(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  rebuild(new DOMParser().parseFromString(html, 'text/html').body, fragment);
  return fragment;
}

function rebuild(from: Node, into: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) into.appendChild(document.createTextNode(child.textContent ?? ''));
    if (!(child instanceof Element) || ['SCRIPT', 'STYLE'].includes(child.tagName)) continue;
    if (!KEPT.has(child.tagName)) {
      rebuild(child, into);
      continue;
    }
    const kept = document.createElement(child.tagName);
    const href = child.getAttribute('href');
    if (kept instanceof HTMLAnchorElement && href && /^(https?:|mailto:)/i.test(href)) {
      kept.href = href;
      kept.target = '_blank';
      kept.rel = 'noopener noreferrer';
    }
    rebuild(child, kept);
    into.appendChild(kept);
  }
}
