import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { element } from './elements';

/** `10:56 UTC` today, `18 November 2026, 10:56 UTC` on any other day; the text itself when it is no instant. */
export function writtenTime(instant: string, now: Date = new Date()): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const time = `${date.toISOString().slice(11, 16)} UTC`;
  if (date.toISOString().slice(0, 10) === now.toISOString().slice(0, 10)) return time;
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${day}, ${time}`;
}

/** `18 November 2026, 11:56 in Europe/Berlin` */
export function localTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${day}, ${time} in ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
}

/** A point in time: UTC in the text, the reader's own time on hover. */
export class TimeToken implements NodeView {
  readonly dom: HTMLElement;

  constructor(node: Node) {
    const at = String(node.attrs.at);
    this.dom = element('time', { class: 'timestamp', 'data-at': at, datetime: at, title: localTime(at) }, writtenTime(at));
  }

  ignoreMutation(): boolean {
    return true;
  }
}

/** The instant of a date (`2026-11-18`) and a time of day (`10:56`) in UTC, or null when they are none. */
export function instantOf(date: string, time: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return null;
  const at = new Date(`${date}T${time}:00Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace('.000Z', 'Z');
}
