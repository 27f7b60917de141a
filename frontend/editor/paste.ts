import type { Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { toggleMark } from 'prosemirror-commands';
import { safeHref } from './links';
import { straighten } from './paste-sources';
import { markType } from './schema';

/** Elements whose text is no content either. */
const JUNK =
  'script,style,meta,link,title,head,template,noscript,iframe,frame,object,embed,applet,base,svg,math,form,input:not([type=checkbox]),textarea,select,button,video,audio,source';

/** Markup beyond this is not even read, in characters. */
const MOST_MARKUP = 8_000_000;

/** Most that one edit may carry to the server, in characters of its JSON; below what the server takes. */
const MOST_STEP = 280_000;

/**
 * Pasted markup without what could run or load. The schema reads the rest and keeps only nodes, marks and attributes it
 * knows; this pass exists so that the text inside junk (a style sheet of Word, a script) does not become words, and so
 * that what other editors mark up in their own ways is read as what it means.
 */
export function clean(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  straighten(page);
  for (const junk of page.querySelectorAll(JUNK)) junk.remove();
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'srcdoc' || /^\s*(javascript|data|vbscript|file):/i.test(value)) {
        element.removeAttribute(name);
      }
    }
    if (element.localName === 'img' && !element.hasAttribute('src')) element.remove();
  }
  // eslint-disable-next-line no-restricted-properties -- read, not written; XML would close empty elements wrongly
  return page.body.innerHTML;
}

/** Says why nothing was pasted, in words for the person who pasted. */
export function tooMuch(slice: Slice): string | null {
  const size = slice.content.size;
  const longest = size > MOST_STEP ? size : JSON.stringify(slice.toJSON() ?? '').length;
  if (longest <= MOST_STEP) return null;
  const words = size.toLocaleString('en-GB');
  return `That was too much to paste at once: ${words} characters with their formatting. Paste it in parts, or add it as a link. Nothing was changed.`;
}

export function paste(tell: (text: string) => void): Plugin {
  let refused = false;
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        refused = html.length > MOST_MARKUP;
        return refused ? '' : clean(html);
      },
      transformPastedText(text) {
        refused = text.length > MOST_MARKUP;
        return refused ? '' : text;
      },
      handlePaste(view, event, slice) {
        const reason = refused ? 'That was too much to paste at once. Paste it in parts. Nothing was changed.' : tooMuch(slice);
        refused = false;
        if (reason === null) return linkOver(view, event.clipboardData?.getData('text/plain') ?? '');
        tell(reason);
        return true;
      },
    },
  });
}

/** An address pasted over selected words becomes their link. */
function linkOver(view: EditorView, text: string): boolean {
  const { empty, $from, $to } = view.state.selection;
  const href = /^\s*https?:\/\/\S+\s*$/.test(text) ? safeHref(text) : null;
  if (empty || href === null || !$from.sameParent($to)) return false;
  return toggleMark(markType('link'), { href }, { removeWhenPresent: false })(view.state, view.dispatch);
}
