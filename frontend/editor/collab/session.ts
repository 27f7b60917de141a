import { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { StepMap } from 'prosemirror-transform';
import { schema, schemaHash } from '../schema';
import { Arrivals } from './arrivals';
import { CaretLine } from './caret-line';
import { Connection } from './connection';
import type { Identity } from './identity';
import type { Unsent } from './keeping';
import { confirmedText, receive, restore, unconfirmed, waitingEdits } from './local-steps';
import { LineState } from './line-state';
import type { SessionParts } from './parts';
import { Pushes } from './pushes';
import { Rights } from './rights';
import { UnsentEdits } from './unsent-edits';
import { decodeStep, type Caret, type Commit, type Person, type RejectCode, type ServerMessage } from './wire';

/** One open text: brings local steps to the server and the server's commits here, as docs/collab-protocol.md says. */
export class Session {
  private readonly connection: Connection;
  private readonly carets: CaretLine;
  private readonly pushes: Pushes;
  private readonly arrivals: Arrivals;
  private readonly unsent: UnsentEdits;
  private readonly line: LineState;
  private readonly rights = new Rights();
  private identity: Identity;
  private leftBehind: Unsent | null;
  /** the copy here does not fit the server's commits: the whole text is needed */
  private astray = false;
  private greeted = false;
  private you: Person | null = null;
  private holding = false;

  constructor(private readonly parts: SessionParts) {
    this.identity = parts.identity;
    this.leftBehind = parts.identity.unsent;
    this.unsent = new UnsentEdits(
      parts.time,
      parts.keeping,
      () => this.unsentNow(),
      () => confirmedText(this.state).toJSON(),
    );
    this.line = new LineState(
      parts.time,
      () => this.greeted,
      () => this.tell(),
    );
    this.carets = new CaretLine(
      parts.time,
      () => this.state,
      (caret) => {
        if (this.greeted) this.connection.send({ ...caret, seq: this.version });
        return this.greeted;
      },
    );
    this.connection = new Connection(
      parts.connect,
      {
        opened: () => this.hello(),
        received: (message) => this.received(message as ServerMessage),
        closed: (code, final) => this.closed(code, final),
      },
      parts.time,
      parts.random,
    );
    const { host, time, listener } = parts;
    const dropped = listener.dropped.bind(listener);
    this.pushes = new Pushes(
      {
        host,
        time,
        dropped,
        greeted: () => this.greeted,
        held: () => this.holding,
        version: () => this.version,
        keepEdits: () => this.unsent.edits(),
        answered: () => this.unsent.answered(),
        send: (push) => this.connection.send({ type: 'push', clientId: this.identity.clientId, ...push }),
        restart: () => this.connection.restart(),
      },
      this.leftBehind?.clientSeq ?? 0,
    );
    this.arrivals = new Arrivals(host, this.carets, this.pushes, dropped);
  }

  start(): void {
    this.connection.open();
    this.line.broke();
  }

  /** Ends the session; what is unsent stays kept for the next one. */
  stop(): void {
    this.keepNow();
    this.pushes.stop();
    this.line.stop();
    this.carets.stop();
    this.connection.stop();
    this.identity.release();
  }

  hurry(): void {
    this.connection.hurry();
  }

  /** Whether local steps stay here: they are the beginning of a suggestion. */
  get held(): boolean {
    return this.holding;
  }

  /** Whether nothing made here is on its way. */
  get quiet(): boolean {
    return this.greeted && !this.pushes.outbox.first && unconfirmed(this.state).length === 0;
  }

  /** Whether the text was received and may still be read. */
  get readable(): boolean {
    return this.version >= 0 && this.rights.ended === 0;
  }

  /** Whether the server answers now. */
  get connected(): boolean {
    return this.greeted;
  }

  /** Number of the newest commit in the text shown. */
  get version(): number {
    return this.arrivals.seq;
  }

  /** Begins or ends keeping local steps here; to be asked only while the session is quiet or after `dropHeld`. */
  hold(held: boolean): void {
    this.holding = held;
    this.keepNow();
    this.tell();
  }

  /** Takes the held steps off the text. */
  dropHeld(): void {
    this.parts.host.dispatch(receive(this.state, [], unconfirmed(this.state).length));
    this.tell();
  }

  /** Maps from one version to the text shown here; null when they are no longer known. */
  mapsSince(seq: number): StepMap[] | null {
    return this.carets.mapsSince(seq, this.version);
  }

  /** Call after every change that was made here. */
  changedHere(): void {
    if (this.holding) return;
    this.unsent.soon();
    this.pushes.pump();
    this.tell();
  }

  /** Writes down what is unsent, at once: the page may be going away. */
  keepNow(): void {
    this.unsent.now();
  }

  /** Where the caret is, null when it left; told to the others at most every 100 ms. */
  caretMoved(anchor: number | null, head: number | null): void {
    this.carets.moved(anchor, head);
  }

  private unsentNow(): Unsent | null {
    if (this.version < 0 || !this.you) return null;
    const { clientId } = this.identity;
    return { clientId, userId: this.you.userId, schemaHash, savedAt: this.parts.time.now(), ...this.pushes.unsent() };
  }

  private get state(): EditorState {
    return this.parts.host.state;
  }

  private hello(): void {
    this.greeted = false;
    this.pushes.answered();
    const kept = this.leftBehind;
    const whole = kept && kept.schemaHash === schemaHash && this.parts.keeping.base(kept) !== null;
    const seq = this.astray ? -1 : whole ? kept.seq : this.version;
    this.connection.send({ type: 'hello', clientId: this.identity.clientId, seq, schemaHash });
    this.pushes.expectAnswer();
  }

  private received(message: ServerMessage): void {
    try {
      this.handle(message);
    } catch (problem) {
      console.warn('Candor: the text is fetched anew', (problem as Error).name);
      this.astray = true;
      this.connection.restart();
    }
    this.tell();
  }

  private handle(message: ServerMessage): void {
    switch (message.type) {
      case 'init':
      case 'commits':
        return this.greet(message);
      case 'commit':
        if (this.greeted) this.take(message.commits, true);
        return this.pushes.pump();
      case 'lock':
        if (!this.greeted) return;
        this.rights.lock(message);
        if (message.seq > this.version + 1) return this.connection.restart();
        if (message.seq > this.version) this.arrivals.advance(message.seq, []);
        return;
      case 'presence':
        return this.place(message.carets ?? [], message.left ?? []);
      case 'reject':
        return this.refused(message.clientSeq, message.code, message.message);
    }
  }

  private greet(message: Extract<ServerMessage, { type: 'init' | 'commits' }>): void {
    const kept = this.leftBehind;
    if (kept && kept.userId !== message.you.userId) return this.becomeSomebodyElse();
    this.leftBehind = null;
    this.you = message.you;
    this.pushes.answered();
    this.carets.forget();
    if (message.type === 'init') this.startOver(message, kept);
    else {
      if (kept) this.goOn(kept);
      this.take(message.commits, false);
      if (message.seq > this.version) this.arrivals.seq = message.seq;
    }
    this.rights.granted(message);
    this.greeted = true;
    this.line.back();
    this.connection.healthy();
    this.pushes.pump();
    this.carets.announce();
  }

  /** Kept edits of another person stay where they are; this one starts with an id of their own. */
  private becomeSomebodyElse(): void {
    this.leftBehind = null;
    this.identity.release();
    void this.parts.anew().then((identity) => {
      this.identity = identity;
      this.pushes.outbox.clientSeq = 0;
      this.connection.restart();
    });
  }

  private startOver(message: Extract<ServerMessage, { type: 'init' }>, kept: Unsent | null): void {
    if (kept) this.pushes.outbox.resumeApart(kept);
    else this.pushes.detach();
    if (kept) this.unsent.found();
    const doc = Node.fromJSON(schema, message.doc);
    doc.check();
    this.arrivals.seq = message.seq;
    this.astray = false;
    this.parts.host.open(doc);
    this.keepNow();
  }

  /** Back to where the page was before it was reloaded; the commits since then follow. */
  private goOn(kept: Unsent): void {
    try {
      const base = Node.fromJSON(schema, this.parts.keeping.base(kept));
      this.parts.host.open(base);
      this.parts.host.dispatch(restore(this.state, kept.steps.map(decodeStep), kept.sentCount));
      this.arrivals.seq = kept.seq;
      this.pushes.outbox.resume(kept);
      this.unsent.found();
    } catch (problem) {
      this.pushes.outbox.resumeApart(kept);
      throw problem;
    }
  }

  private take(commits: readonly Commit[], gapless: boolean): void {
    if (!this.arrivals.take(commits, this.identity.clientId, gapless)) return this.connection.restart();
    this.place([], []);
    this.unsent.soon();
  }

  private refused(clientSeq: number, code: RejectCode, message: string): void {
    if (!this.pushes.refused(clientSeq, code, message)) return;
    this.rights.refused(code);
    this.pushes.pump();
  }

  private place(carets: readonly Caret[], left: readonly string[]): void {
    const others = carets.filter(({ clientId }) => clientId !== this.identity.clientId);
    const placed = this.carets.place(others, this.version);
    if (placed.length > 0 || left.length > 0) this.parts.listener.carets(placed, [...left]);
  }

  private closed(code: number, final: boolean): void {
    this.greeted = false;
    this.pushes.answered();
    if (final) this.rights.ended = code;
    this.keepNow();
    if (final) this.line.over();
    else this.line.broke();
    this.tell();
  }

  private tell(): void {
    const opened = this.version >= 0;
    const waiting = opened && !this.holding ? waitingEdits(this.state) : 0;
    const unsent = opened ? waiting + this.pushes.outbox.detached.length : 0;
    this.parts.listener.standing(this.rights.standing(opened, this.line.online, unsent));
  }
}
