export type ClockState = 'running' | 'warned' | 'breached';

const MINUTE = 60_000;

/** "8 min", "1 h 42 min", "2 d 3 h", "9 min late"; minutes left are rounded up, minutes late down. */
export function remaining(due: number, now: number): string {
  const late = now >= due;
  const minutes = late ? Math.floor((now - due) / MINUTE) : Math.ceil((due - now) / MINUTE);
  return late ? `${spelled(minutes)} late` : spelled(minutes);
}

function spelled(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours < 24) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** @param warn instant from which it is soon, NaN when the clock has no warning */
export function clockState(due: number, warn: number, now: number): ClockState {
  if (now >= due) return 'breached';
  return now >= warn ? 'warned' : 'running';
}

/** `10:48` of the UTC day. */
export function utcClock(now: number): string {
  return new Date(now).toISOString().slice(11, 16);
}

/** Brings every running clock, wall clock and time tooltip under `root` up to `now`. */
export function refresh(root: ParentNode, now: number): void {
  for (const span of root.querySelectorAll<HTMLElement>('[data-due]')) {
    const due = Date.parse(span.dataset.due ?? '');
    if (Number.isNaN(due)) continue;
    write(span, remaining(due, now));
    const clock = span.closest('.clock');
    const state = clockState(due, Date.parse(span.dataset.warn ?? ''), now);
    if (clock && !clock.classList.contains(state)) {
      clock.classList.remove('running', 'warned', 'breached');
      clock.classList.add(state);
    }
  }
  for (const wall of root.querySelectorAll<HTMLElement>('[data-utc-now]')) {
    write(wall, wall.dataset.utcNow === 'bare' ? utcClock(now) : `${utcClock(now)} UTC`);
  }
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[datetime]:not([title])')) {
    const instant = new Date(time.dateTime);
    if (time.dateTime.includes('T') && !Number.isNaN(instant.getTime())) time.title = localTime(instant);
  }
}

export function localTime(instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant);
}

/** Written only when it changed: each write is a mutation somebody may listen to. */
function write(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
