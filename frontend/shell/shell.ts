import { refresh } from './clocks';
import { notice } from './notices';
import { shortcuts } from './shortcuts';

declare global {
  interface Window {
    candorNotice?: (id: string, title: string, link: string) => void;
  }
}

/** Clocks show whole minutes; checked this often they are never visibly wrong, in milliseconds. */
const EVERY = 2_000;

window.candorNotice = notice;

const now = () => refresh(document, Date.now());

document.addEventListener('keydown', shortcuts(document));

// A hidden tab's timers sleep, and so does a closed laptop: both wake with one of these.
document.addEventListener('visibilitychange', now);
addEventListener('focus', now);
addEventListener('pageshow', now);
setInterval(() => {
  if (!document.hidden) now();
}, EVERY);

// The server adds clocks at any time; they should not stand empty until the next tick.
let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    now();
  });
}).observe(document, { childList: true, subtree: true, attributeFilter: ['data-due', 'data-warn', 'data-utc-now'] });

now();
