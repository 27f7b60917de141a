import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { browserTime, type Socket } from '../editor/collab/connection';
import { MemoryStorage, Tab } from './tab';

/** Set by CollabTest, which starts the server: its address, a text, and the cookies of two who may write it and one who may read. */
const server = process.env.CANDOR_SERVER ?? '';
const cookies = JSON.parse(process.env.CANDOR_COOKIES ?? '{}') as Record<string, string>;
const texts = (process.env.CANDOR_TEXTS ?? '').split(',');

/** A line to the server that can be cut, kept from coming up, and made to swallow what the server says. */
class Line {
  up = true;
  deaf = false;
  private current: WebSocket | null = null;

  constructor(
    private readonly person: string,
    private readonly text: string,
  ) {}

  open(): Socket & { cut(): void } {
    const { Origin, Cookie } = { Origin: server, Cookie: cookies[this.person] ?? '' };
    const wire = new WebSocket(`${server.replace('http', 'ws')}/collab/${this.text}`, { headers: { Origin, Cookie } });
    this.current = wire;
    const socket: Socket & { cut(): void } = {
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (data) => wire.readyState === WebSocket.OPEN && wire.send(data),
      close: () => wire.close(),
      cut: () => this.cut(),
    };
    wire.binaryType = 'arraybuffer';
    if (!this.up) wire.terminate();
    wire.on('open', () => socket.onopen?.());
    wire.on('message', (data) => !this.deaf && socket.onmessage?.({ data }));
    wire.on('close', (code) => socket.onclose?.({ code }));
    wire.on('error', () => {});
    return socket;
  }

  cut(): void {
    this.current?.terminate();
  }
}

function join(person: string, text: string, storage = new MemoryStorage()) {
  const line = new Line(person, text);
  const tab = new Tab(person, () => line.open(), browserTime, undefined, Math.random, storage, () => randomUUID().replaceAll('-', ''));
  return { line, tab };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const ready = (tab: Tab) => until(() => expect(tab.standing.mayType).toBe(true));
const saved = (tab: Tab) => until(() => expect(tab.standing).toMatchObject({ saving: 'saved', unsent: 0 }));

describe.skipIf(server === '')('against the real server', () => {
  it('two who type at once hold one text, and so does whoever comes later', async () => {
    const [one, two] = [join('ada', texts[0] as string).tab, join('ben', texts[0] as string).tab];
    await ready(one);
    await ready(two);
    // Between them, or letters of both could come to stand at one place in turn.
    one.type('|');
    await until(() => expect(two.text).toBe('|'));
    for (let i = 0; i < 30; i++) {
      one.type(`a${i}.`);
      two.type(`b${i}.`, 1);
    }
    await saved(one);
    await saved(two);
    const late = join('ada', texts[0] as string).tab;
    await ready(late);
    await until(() => expect([two.text, late.text]).toEqual([one.text, one.text]));
    for (let i = 0; i < 30; i++) expect(one.text.split(`a${i}.`).length).toBe(2);
    for (const tab of [one, two, late]) tab.close();
  });

  it('a push whose answer was lost is not doubled', async () => {
    const { line, tab } = join('ada', texts[1] as string);
    await ready(tab);
    line.deaf = true;
    tab.type('once');
    const other = join('ben', texts[1] as string).tab;
    // One push is under way at a time: the first letter is stored, and its answer goes unheard.
    await until(() => expect(other.text).toBe('o'));
    line.cut();
    line.deaf = false;
    await saved(tab);
    expect(tab.text).toBe('once');
    tab.type('!');
    await until(() => expect(other.text).toBe('once!'));
    for (const each of [tab, other]) each.close();
  });

  it('what was typed without the server arrives with it, between what others wrote', async () => {
    const { line, tab } = join('ada', texts[2] as string);
    const other = join('ben', texts[2] as string).tab;
    await ready(tab);
    await ready(other);
    line.up = false;
    line.cut();
    for (let i = 0; i < 40; i++) tab.type(`word${i} `);
    other.type('Meanwhile: ');
    await saved(other);
    line.up = true;
    tab.hurry();
    await saved(tab);
    await until(() => expect(other.text).toBe(tab.text));
    expect(tab.text).toContain('Meanwhile: ');
    for (let i = 0; i < 40; i++) expect(tab.text.split(`word${i} `).length).toBe(2);
    for (const each of [tab, other]) each.close();
  });

  it('what a page had not sent when it went away is sent by the next one', async () => {
    const { line, tab } = join('ada', texts[3] as string);
    await ready(tab);
    line.up = false;
    line.cut();
    tab.type('kept through a reload');
    line.up = true;
    tab.reload();
    await saved(tab);
    const other = join('ben', texts[3] as string).tab;
    await until(() => expect(other.text).toBe('kept through a reload'));
    for (const each of [tab, other]) each.close();
  });

  it('a reader may not type', async () => {
    const { tab } = join('reader', texts[0] as string);
    await until(() => expect(tab.standing.saving).toBe('read-only'));
    expect(tab.standing.mayType).toBe(false);
    tab.close();
  });
});
