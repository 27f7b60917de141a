import { Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';
import type { Socket } from '../editor/collab/connection';
import { decodeStep, encodeStep, type Caret, type ClientMessage, type Commit, type Person, type Push, type RejectCode, type ServerMessage } from '../editor/collab/wire';
import { schema } from '../editor/schema';

interface Stored {
  commit: Commit | null;
  steps: Step[];
  doc: Node;
}

export interface Client {
  person: Person;
  clientId: string;
  send(message: ServerMessage): void;
}

/** The server of docs/collab-protocol.md in memory: dedupes, rebases, stores, then tells everybody. */
export class Authority {
  readonly log: Stored[] = [];
  readonly clients = new Set<Client>();
  locked = false;
  /** pushes refused with this code, as long as it is set */
  refuse: RejectCode | null = null;
  /** answers a gap longer than this with the whole text */
  longestGap = Infinity;
  pushes: Push[] = [];

  constructor(
    private readonly first: Node,
    private readonly mayEdit = true,
  ) {}

  get seq(): number {
    return this.log.length;
  }

  get doc(): Node {
    return this.log.at(-1)?.doc ?? this.first;
  }

  receive(client: Client, message: ClientMessage): void {
    if (message.type === 'hello') this.hello(client, message.clientId, message.seq);
    else if (message.type === 'push') this.push(client, message);
    else this.presence(client, message);
  }

  lock(locked: boolean, reason = ''): void {
    this.locked = locked;
    this.log.push({ commit: null, steps: [], doc: this.doc });
    for (const client of this.clients) client.send({ type: 'lock', seq: this.seq, locked, reason });
  }

  private hello(client: Client, clientId: string, seq: number): void {
    client.clientId = clientId;
    this.clients.add(client);
    const standing = { seq: this.seq, locked: this.locked, mayEdit: this.mayEdit, you: client.person };
    if (seq < 0 || seq > this.seq || this.seq - seq > this.longestGap) {
      client.send({ type: 'init', doc: this.doc.toJSON(), ...standing });
    } else {
      const commits = this.log.slice(seq).flatMap(({ commit }) => (commit ? [commit] : []));
      client.send({ type: 'commits', commits, ...standing });
    }
  }

  private push(client: Client, push: Push): void {
    this.pushes.push(push);
    const known = this.log.find(({ commit }) => commit?.clientId === push.clientId && commit.clientSeq === push.clientSeq);
    if (known?.commit) return client.send({ type: 'commit', commits: [known.commit] });
    const code = this.refuse ?? (this.locked ? 'locked' : null);
    if (code) return client.send({ type: 'reject', clientSeq: push.clientSeq, code, message: code });
    const { steps, doc } = this.rebased(push);
    const commit: Commit = {
      seq: this.seq + 1,
      clientId: push.clientId,
      clientSeq: push.clientSeq,
      userId: client.person.userId,
      steps: steps.map(encodeStep),
    };
    this.log.push({ commit, steps, doc });
    for (const each of this.clients) each.send({ type: 'commit', commits: [commit] });
  }

  private rebased({ baseSeq, steps: wire }: Push): { steps: Step[]; doc: Node } {
    const base = this.log[baseSeq - 1]?.doc ?? this.first;
    const inverted: Step[] = [];
    let at = base;
    const pushed = wire.map(decodeStep);
    for (const step of pushed) {
      inverted.unshift(step.invert(at));
      const next = step.apply(at).doc;
      if (!next) throw new Error('A pushed step does not fit its base');
      at = next;
    }
    const mapping = new Mapping(inverted.map((step) => step.getMap()));
    for (const { steps } of this.log.slice(baseSeq)) for (const step of steps) mapping.appendMap(step.getMap());
    let doc = this.doc;
    const steps: Step[] = [];
    pushed.forEach((step, i) => {
      const undone = pushed.length - 1 - i;
      const mapped = step.map(mapping.slice(undone + 1));
      const next = mapped?.apply(doc).doc;
      if (!mapped || !next) return;
      mapping.appendMap(mapped.getMap(), undone);
      steps.push(mapped);
      doc = next;
    });
    doc.check();
    return { steps, doc };
  }

  private presence(client: Client, { anchor, head, seq }: { anchor: number | null; head: number | null; seq: number }): void {
    const caret: Caret = { ...client.person, clientId: client.clientId, anchor, head, seq };
    for (const each of this.clients) if (each !== client) each.send({ type: 'presence', carets: [caret], left: [] });
  }
}

/** How a line misbehaves: chances from 0 to 1, and the delay of each message in milliseconds. */
export interface Faults {
  delay: () => number;
  /** the line breaks instead of carrying this message */
  breaks: () => boolean;
  /** the message arrives twice */
  doubled: () => boolean;
}

export const perfect: Faults = { delay: () => 0, breaks: () => false, doubled: () => false };

type After = (ms: number, run: () => void) => unknown;

/** A WebSocket to the authority: ordered in each direction, as TCP is. */
export function lineTo(authority: Authority, person: Person, after: After, faults: Faults = perfect): Socket & { cut(): void } {
  let up = true;
  const pending: Record<'in' | 'out', (() => void)[]> = { in: [], out: [] };
  const ordered = (way: 'in' | 'out', run: () => void) => {
    pending[way].push(run);
    after(faults.delay(), () => pending[way].shift()?.());
  };
  const close = () => {
    if (!up) return;
    up = false;
    authority.clients.delete(client);
    after(0, () => socket.onclose?.({ code: 1006 }));
  };
  const carry = (way: 'in' | 'out', run: () => void) => {
    if (!up) return;
    if (faults.breaks()) return close();
    ordered(way, () => up && run());
    if (faults.doubled()) ordered(way, () => up && run());
  };
  const client: Client = {
    person,
    clientId: '',
    send: (message) => {
      const data = JSON.stringify(message);
      carry('in', () => socket.onmessage?.({ data }));
    },
  };
  const socket: Socket & { cut(): void } = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data) => carry('out', () => authority.receive(client, JSON.parse(data))),
    close,
    cut: close,
  };
  after(faults.delay(), () => up && socket.onopen?.());
  return socket;
}

export function textOf(...paragraphs: string[]): Node {
  const blocks = paragraphs.map((text) => schema.node('paragraph', null, text ? schema.text(text) : undefined));
  return schema.node('doc', null, blocks);
}
