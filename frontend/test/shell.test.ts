// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copy } from '../copy/copy';
import { refresh, remaining } from '../shell/clocks';
import { shortcuts } from '../shell/shortcuts';

const at = Date.parse('2026-11-18T10:48:00Z');
const minutes = (count: number) => at + count * 60_000;

function add<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  document.body.append(made);
  return made;
}

beforeEach(() => document.body.replaceChildren());

describe('a clock', () => {
  it.each([
    [8, '8 min'],
    [7.2, '8 min'],
    [102, '1 h 42 min'],
    [120, '2 h'],
    [51 * 60, '2 d 3 h'],
    [0, '0 min late'],
    [-9.9, '9 min late'],
  ])('due in %d minutes shows %s', (due, text) => {
    expect(remaining(minutes(due), at)).toBe(text);
  });

  it('turns to warned, then breached, without being drawn anew', () => {
    const clock = add('span', { class: 'clock running' });
    const time = document.createElement('span');
    time.dataset.due = '2026-11-18T10:56:00Z';
    time.dataset.warn = '2026-11-18T10:50:00Z';
    clock.append(time);
    refresh(document, at);
    expect([clock.className, time.textContent]).toEqual(['clock running', '8 min']);
    refresh(document, minutes(3));
    expect([clock.className, time.textContent]).toEqual(['clock warned', '5 min']);
    refresh(document, minutes(17));
    expect([clock.className, time.textContent]).toEqual(['clock breached', '9 min late']);
  });

  it('on the wall shows UTC', () => {
    const wall = add('span', { 'data-utc-now': '' });
    refresh(document, at);
    expect(wall.textContent).toBe('10:48 UTC');
  });

  it('gives a time its local form as a tooltip', () => {
    const time = add('time', { datetime: '2026-11-18T10:31:00Z' });
    refresh(document, at);
    expect(time.title).toContain('November 2026');
  });
});

describe('a shortcut', () => {
  let now = 0;
  const handle = shortcuts(document, () => now);
  const listener = (event: Event) => handle(event as KeyboardEvent);
  const press = (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
    target.dispatchEvent(event);
    return event;
  };
  beforeEach(() => document.addEventListener('keydown', listener));
  afterEach(() => document.removeEventListener('keydown', listener));

  function clicks(attributes: Record<string, string>) {
    const clicked = vi.fn();
    add('button', attributes).addEventListener('click', clicked);
    return clicked;
  }

  it('focuses the search field on slash, and types no slash into it', () => {
    const field = add('input', { 'data-search': '' });
    expect(press('/').defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(field);
  });

  it('opens the report on R', () => {
    const report = clicks({ 'data-report': '' });
    press('r');
    expect(report).toHaveBeenCalledOnce();
  });

  it('goes to incidents on G, then I, when I comes soon enough', () => {
    const incidents = clicks({ 'data-go': 'i' });
    press('g');
    now += 1000;
    press('i');
    press('g');
    now += 2000;
    press('i');
    expect(incidents).toHaveBeenCalledOnce();
  });

  it('never fires in a field, in editable text or inside a component that holds a field', () => {
    const report = clicks({ 'data-report': '' });
    press('r', add('input', { type: 'text' }));
    press('r', add('textarea', {}));
    press('r', add('div', { contenteditable: 'true' }));
    const inner = document.createElement('input');
    add('div', {}).attachShadow({ mode: 'open' }).append(inner);
    press('r', inner);
    press('r', document.body, { ctrlKey: true });
    expect(report).not.toHaveBeenCalled();
    press('r', add('input', { type: 'checkbox' }));
    expect(report).toHaveBeenCalledOnce();
  });

  it('opens “go to” on Ctrl+K and ⌘K from anywhere, unless the editor took the keys', () => {
    const goTo = clicks({ 'data-palette': '' });
    press('k', add('textarea', {}), { ctrlKey: true });
    press('k', document.body, { metaKey: true });
    expect(goTo).toHaveBeenCalledTimes(2);
    const editor = add('div', { contenteditable: 'true' });
    editor.addEventListener('keydown', (event) => event.preventDefault());
    press('k', editor, { ctrlKey: true });
    press('k');
    expect(goTo).toHaveBeenCalledTimes(2);
  });

  it('is off when the person switched it off', () => {
    const report = clicks({ 'data-report': '' });
    document.documentElement.dataset.shortcuts = 'off';
    press('r');
    delete document.documentElement.dataset.shortcuts;
    expect(report).not.toHaveBeenCalled();
  });
});

describe('copying', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('writes both forms as one entry', async () => {
    const write = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal('navigator', { clipboard: { write } });
    vi.stubGlobal('ClipboardItem', class { constructor(readonly parts: Record<string, Blob>) {} });
    expect(await copy('<b>a</b>', 'a')).toBe(true);
    const [item] = write.mock.calls[0]![0] as { parts: Record<string, Blob> }[];
    const parts = item!.parts;
    expect(Object.keys(parts)).toEqual(['text/html', 'text/plain']);
    expect(parts['text/html']?.type).toBe('text/html');
  });

  it('falls back to the copy event when the clipboard is refused', async () => {
    const write = vi.fn().mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    vi.stubGlobal('navigator', { clipboard: { write } });
    vi.stubGlobal('ClipboardItem', class {});
    const set = vi.fn();
    document.execCommand = () => {
      document.dispatchEvent(Object.assign(new Event('copy', { cancelable: true }), { clipboardData: { setData: set } }));
      return true;
    };
    expect(await copy('<b>a</b>', 'a')).toBe(true);
    expect(set.mock.calls).toEqual([['text/html', '<b>a</b>'], ['text/plain', 'a']]);
  });

  it('says no when neither works', async () => {
    vi.stubGlobal('navigator', {});
    document.execCommand = () => false;
    expect(await copy('<b>a</b>', 'a')).toBe(false);
  });
});
