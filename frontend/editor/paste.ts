import { Plugin } from 'prosemirror-state';

/** Elements whose text is no content either. */
const JUNK = 'script,style,meta,link,title,head,template,noscript,iframe,frame,object,embed,applet,base,svg,math,form,input:not([type=checkbox]),textarea,select,button,video,audio,source';

/**
 * Pasted markup without what could run or load. The schema reads the rest and keeps only nodes, marks and attributes it
 * knows; this pass exists so that the text inside junk (a style sheet of Word, a script) does not become words.
 */
export function clean(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
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

export function paste(): Plugin {
  return new Plugin({ props: { transformPastedHTML: clean } });
}
