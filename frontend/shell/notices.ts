/**
 * Shows a line of the inbox as a notice of the browser, unless somebody looks at the page anyway. All
 * tabs are told; the same id makes it one notice.
 */
export function notice(id: string, title: string, link: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification('Candor', { body: title, tag: id });
  shown.onclick = () => {
    shown.close();
    window.focus();
    location.assign(new URL(link, document.baseURI));
  };
}
