/**
 * What other editors put on the clipboard, rewritten as the plain HTML that they mean. Each function looks for marks
 * that only its own source makes, so all of them can run over every paste.
 */
export function straighten(page: Document): void {
  word(page);
  googleDocs(page);
  slack(page);
  confluence(page);
  mail(page);
  emojis(page);
  own(page);
}

function renamed(element: Element, name: string): HTMLElement {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** The number in `mso-list: l0 level2 lfo1`, or 0. */
function wordLevel(paragraph: Element): number {
  const [, level] = /mso-list:\s*l\d+\s+level(\d)/i.exec(paragraph.getAttribute('style') ?? '') ?? [];
  return Number(level ?? 0);
}

/**
 * Word and Outlook write a list item as a paragraph with its bullet in a span that says it is to be ignored, and
 * headings as paragraphs with a class.
 */
function word(page: Document): void {
  for (const paragraph of page.querySelectorAll('p[class*=MsoTitle], p[class*=MsoHeading]')) renamed(paragraph, 'h1');
  for (const empty of page.querySelectorAll('o\\:p')) unwrap(empty);
  const items = [...page.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].filter((each) => wordLevel(each) > 0);
  let run: Element[] = [];
  for (const item of items) {
    const last = run.at(-1);
    if (last && nextElement(last) !== item) {
      wordList(run);
      run = [];
    }
    run.push(item);
  }
  wordList(run);
}

function nextElement(element: Element): Element | null {
  let next = element.nextSibling;
  while (next && (next.nodeType === Node.COMMENT_NODE || (next.nodeType === Node.TEXT_NODE && next.textContent?.trim() === ''))) next = next.nextSibling;
  return next instanceof Element ? next : null;
}

function wordList(items: readonly Element[]): void {
  const first = items[0];
  if (!first) return;
  const page = first.ownerDocument;
  const place = page.createElement('div');
  first.before(place);
  const open: { list: HTMLElement; level: number }[] = [];
  for (const item of items) {
    const level = wordLevel(item);
    const ordered = takeBullet(item);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = page.createElement(ordered ? 'ol' : 'ul');
      (open.at(-1)?.list.lastElementChild ?? place).append(list);
      open.push({ list, level });
    }
    const line = page.createElement('li');
    const words = page.createElement('p');
    words.append(...item.childNodes);
    line.append(words);
    open.at(-1)?.list.append(line);
    item.remove();
  }
  unwrap(place);
}

/** Takes the bullet out of a Word list item and tells whether it was a number. */
function takeBullet(item: Element): boolean {
  let bullet = '';
  const comments = [...item.childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE);
  for (const mark of item.querySelectorAll('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')) {
    bullet += mark.textContent ?? '';
    mark.remove();
  }
  // From an older Word: the bullet stands between two comments instead.
  const start = comments.find((node) => /if\s+!supportLists/i.test(node.textContent ?? ''));
  const end = comments.find((node) => /endif/i.test(node.textContent ?? ''));
  for (let node = start?.nextSibling; node && node !== end; node = start?.nextSibling) {
    bullet += node.textContent ?? '';
    node.remove();
  }
  return /^\s*(\d+|[a-z]|[ivx]+)[.)]/i.test(bullet);
}

/**
 * Google Docs puts nested lists beside their item instead of inside, and its headings' text in bold spans; a checklist
 * item is a list item with a role.
 */
function googleDocs(page: Document): void {
  if (!page.querySelector('[id^=docs-internal-guid]')) return;
  for (const list of page.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') before.append(list);
  }
  for (const item of page.querySelectorAll('li[role=checkbox]')) task(item, item.getAttribute('aria-checked') === 'true');
  for (const picture of page.querySelectorAll('li > img[alt*=checked]')) {
    const item = picture.parentElement;
    if (item) task(item, !/unchecked|not checked/i.test(picture.getAttribute('alt') ?? ''));
    picture.remove();
  }
  for (const span of page.querySelectorAll<HTMLElement>('h1 span, h2 span, h3 span, h4 span, h5 span, h6 span')) span.style.fontWeight = '';
  for (const span of page.querySelectorAll<HTMLElement>('a span')) span.style.textDecoration = '';
  for (const gap of page.querySelectorAll('[id^=docs-internal-guid] > br')) gap.remove();
}

function task(item: Element, done: boolean): void {
  item.parentElement?.classList.add('task');
  item.setAttribute('data-checked', String(done));
}

/** Slack writes nested lists one after the other with a depth, and a code block with lines as divisions. */
function slack(page: Document): void {
  for (const pre of page.querySelectorAll('pre[class*=c-mrkdwn]')) {
    for (const br of pre.querySelectorAll('br')) br.replaceWith('\n');
  }
  for (const list of page.querySelectorAll('[data-stringify-type$=-list][data-indent], ul[data-indent], ol[data-indent]')) {
    const depth = Number(list.getAttribute('data-indent') ?? 0);
    const before = list.previousElementSibling;
    if (depth === 0 || !before || !/^[uo]l$/.test(before.localName)) continue;
    let at: Element = before;
    for (let level = 1; level < depth; level++) at = at.lastElementChild?.querySelector(':scope > ul, :scope > ol') ?? at;
    (at.lastElementChild ?? at).append(list);
  }
  for (const mention of page.querySelectorAll('a.c-member_slug, a.c-link--mention')) unwrap(mention);
  for (const edited of page.querySelectorAll('.c-message__edited_label, .c-timestamp')) edited.remove();
}

/** Confluence: panels, code macros, task lists and lozenges. */
function confluence(page: Document): void {
  for (const panel of page.querySelectorAll('div.confluence-information-macro, div[data-panel-type], div.panel')) {
    const kind = `${panel.className} ${panel.getAttribute('data-panel-type') ?? ''}`;
    for (const sign of panel.querySelectorAll('.confluence-information-macro-icon, .aui-icon')) sign.remove();
    const callout = renamed(panel, 'aside');
    callout.setAttribute('data-callout', /warning|error|note/.test(kind) ? 'warning' : 'note');
  }
  for (const code of page.querySelectorAll('div.code.panel pre, div.codeContent pre, pre.syntaxhighlighter-pre')) {
    const words = code.textContent ?? '';
    code.replaceChildren(words);
  }
  for (const list of page.querySelectorAll('ul.inline-task-list')) {
    for (const item of list.querySelectorAll(':scope > li')) task(item, item.classList.contains('checked'));
  }
  for (const item of page.querySelectorAll('div[data-task-local-id], div[data-node-type=taskItem]')) {
    const line = renamed(item, 'li');
    line.setAttribute('data-checked', String(item.getAttribute('data-task-state') === 'DONE'));
  }
  for (const list of page.querySelectorAll('div[data-task-list-local-id], div[data-node-type=actionList]')) renamed(list, 'ul').classList.add('task');
  for (const column of page.querySelectorAll('td.numberingColumn, th.numberingColumn')) column.remove();
}

/** Gmail and Outlook: quotes without their sender's line of addresses, one division a line, tracking pictures. */
function mail(page: Document): void {
  for (const picture of page.querySelectorAll('img[width="1"], img[height="1"], img[width="0"]')) picture.remove();
  for (const quote of page.querySelectorAll('div.gmail_quote')) {
    for (const line of quote.querySelectorAll(':scope > .gmail_attr')) line.remove();
  }
  for (const signature of page.querySelectorAll('.gmail_signature_prefix, #Signature, #ms-outlook-mobile-signature')) signature.remove();
  // Lines left empty for distance; here blocks keep their own.
  for (const text of page.querySelectorAll('p, div')) {
    const blank = /^[\u00a0\s]*$/.test(text.textContent ?? '');
    if (text.childNodes.length === 1 && blank && !text.querySelector('img, input, hr')) text.remove();
  }
  for (const br of page.querySelectorAll('br')) {
    const before = br.previousSibling;
    if (br.className === 'Apple-interchange-newline' || (before instanceof Element && BLOCKS.test(before.localName))) br.remove();
  }
}

const BLOCKS = /^(div|p|ul|ol|table|blockquote|pre|h[1-6]|hr)$/;

/** Our own tasks, copied with a sign for programs that know no tasks. */
function own(page: Document): void {
  for (const item of page.querySelectorAll('li[data-checked]')) {
    const words = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
    if (words) words.textContent = (words.textContent ?? '').replace(/^[☐☑]\s/, '');
  }
}

/** A picture of an emoji is its character. */
function emojis(page: Document): void {
  for (const picture of page.querySelectorAll('img[alt]')) {
    const alt = picture.getAttribute('alt') ?? '';
    if (/^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u.test(alt)) picture.replaceWith(alt);
  }
}
