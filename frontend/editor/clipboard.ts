import type { EditorView } from 'prosemirror-view';

/** The whole text on the clipboard, formatted and plain; what became of it is told. */
export async function copyAll(view: EditorView, tell: (text: string, icon?: 'check') => void): Promise<void> {
  const { dom, text } = view.serializeForClipboard(view.state.doc.slice(0));
  try {
    // eslint-disable-next-line no-restricted-properties -- read, not written
    const html = new Blob([dom.innerHTML], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': new Blob([text], { type: 'text/plain' }) })]);
    tell('Copied. Paste it into a message or a document; numbers are as of now.', 'check');
  } catch {
    tell('This browser does not let a page copy. Select the text and copy it with the keyboard.');
  }
}
