import { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Step, StepMap } from 'prosemirror-transform';
import { schema, schemaHash } from '../schema';
import { CaretLine } from './caret-line';
import { Connection } from './connection';
import type { Identity } from './identity';
import type { Unsent } from './keeping';
import { confirm, confirmedText, lostSteps, receive, restore, send, sentCount, unconfirmed, waitingEdits, words } from './local-steps';
import { LineState } from './line-state';
import { looseWords } from './loose-words';
import { Outbox } from './outbox';
import { saving, type SessionParts } from './parts';
import { UnsentEdits } from './unsent-edits';
import { decodeStep, encodeStep, sameSteps, type Caret, type Commit, type Person, type RejectCode, type ServerMessage } from './wire';

/** A push unanswered for this long means a dead line, in milliseconds. */
const ANSWER = 8_000;
/** Pause after the server said that edits come too fast. */
const RATE_WAIT = 2_000;

/** One open text: brings local steps to the server and the server's commits here, as docs/collab-protocol.md says. */
export class Session {
  private readonly connection: Connection;
  private readonly carets: CaretLine;
  private readonly outbox: Outbox;
  private readonly unsent: UnsentEdits;
  private readonly line: LineState;
  private identity: Identity;
  private leftBehind: Unsent | null;
  private seq = -1;
  private awaiting = false;
  /** the copy here does not fit the server's commits: the whole text is needed */
  private astray = false;
  private greeted = false;
  private you: Person | null = null;
  private locked = false;
  private mayEdit = false;
  private holding = false;
  private lockReason = '';
  private ended = 0;
  private cancelAnswer = () => {};

  constructor(private readonly parts: SessionParts) {
    this.identity = parts.identity;
    this.leftBehind = parts.identity.unsent;
    this.outbox = new Outbox(this.leftBehind?.clientSeq ?? 0);
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
        if (this.greeted) this.connection.send({ ...caret, seq: this.seq });
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
  }

  start(): void {
    this.connection.open();
    this.line.broke();
  }

  /** Ends the session; what is unsent stays kept for the next one. */
  stop(): void {
    this.keepNow();
    this.cancelAnswer();
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
    return this.greeted && !this.outbox.first && unconfirmed(this.state).length === 0;
  }

  /** Whether the text was received and may still be read. */
  get readable(): boolean {
    return this.seq >= 0 && this.ended === 0;
  }

  /** Whether the server answers now. */
  get connected(): boolean {
    return this.greeted;
  }

  /** Number of the newest commit in the text shown. */
  get version(): number {
    return this.seq;
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
    return this.carets.mapsSince(seq, this.seq);
  }

  /** Call after every change that was made here. */
  changedHere(): void {
    if (this.holding) return;
    this.unsent.soon();
    this.pump();
    this.tell();
  }

  /** Writes down what is unsent, at once: the page may be going away. */
  keepNow(): void {
    this.unsent.now();
  }

  private unsentNow(): Unsent | null {
    if (this.seq < 0 || !this.you) return null;
    return {
      clientId: this.identity.clientId,
      userId: this.you.userId,
      schemaHash,
      clientSeq: this.outbox.clientSeq,
      seq: this.seq,
      steps: this.holding ? [] : unconfirmed(this.state).map(({ step }) => encodeStep(step)),
      sentCount: sentCount(this.state),
      sent: this.outbox.sent,
      detached: this.outbox.detached,
      savedAt: this.parts.time.now(),
    };
  }

  /** Where the caret is, null when it left; told to the others at most every 100 ms. */
  caretMoved(anchor: number | null, head: number | null): void {
    this.carets.moved(anchor, head);
  }

  private get state(): EditorState {
    return this.parts.host.state;
  }

  private hello(): void {
    this.greeted = false;
    this.awaiting = false;
    const kept = this.leftBehind;
    const whole = kept && kept.schemaHash === schemaHash && this.parts.keeping.base(kept) !== null;
    const seq = this.astray ? -1 : whole ? kept.seq : this.seq;
    this.connection.send({ type: 'hello', clientId: this.identity.clientId, seq, schemaHash });
    this.expectAnswer();
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
        return this.pump();
      case 'lock':
        if (!this.greeted) return;
        this.locked = message.locked;
        this.lockReason = message.reason ?? '';
        if (message.seq > this.seq + 1) return this.connection.restart();
        if (message.seq > this.seq) this.advance(message.seq, []);
        return;
      case 'presence':
        return this.place(message.carets ?? [], message.left ?? []);
      case 'reject':
        return this.rejected(message.clientSeq, message.code, message.message);
    }
  }

  private greet(message: Extract<ServerMessage, { type: 'init' | 'commits' }>): void {
    const kept = this.leftBehind;
    if (kept && kept.userId !== message.you.userId) return this.becomeSomebodyElse();
    this.leftBehind = null;
    this.you = message.you;
    this.cancelAnswer();
    this.carets.forget();
    if (message.type === 'init') this.startOver(message, kept);
    else {
      if (kept) this.goOn(kept);
      this.take(message.commits, false);
      if (message.seq > this.seq) this.seq = message.seq;
    }
    this.locked = message.locked;
    this.mayEdit = message.mayEdit;
    this.greeted = true;
    this.line.back();
    this.connection.healthy();
    this.pump();
    this.carets.announce();
  }

  /** Kept edits of another person stay where they are; this one starts with an id of their own. */
  private becomeSomebodyElse(): void {
    this.leftBehind = null;
    this.identity.release();
    void this.parts.anew().then((identity) => {
      this.identity = identity;
      this.outbox.clientSeq = 0;
      this.connection.restart();
    });
  }

  private startOver(message: Extract<ServerMessage, { type: 'init' }>, kept: Unsent | null): void {
    if (kept) this.outbox.resumeApart(kept);
    else this.detach();
    if (kept) this.unsent.found();
    const doc = Node.fromJSON(schema, message.doc);
    doc.check();
    this.seq = message.seq;
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
      this.seq = kept.seq;
      this.outbox.resume(kept);
      this.unsent.found();
    } catch (problem) {
      this.outbox.resumeApart(kept);
      throw problem;
    }
  }

  /** Takes the local steps off the text shown: they go to the server by themselves and come back as commits. */
  private detach(): void {
    if (this.seq < 0) return;
    const steps = unconfirmed(this.state).map(({ step }) => step);
    if (this.holding) {
      if (steps.length > 0) this.parts.listener.dropped(words(confirmedText(this.state), steps), 'invalid', '');
      return;
    }
    this.outbox.setApart(steps, sentCount(this.state), this.seq);
  }

  private take(commits: readonly Commit[], gapless: boolean): void {
    let others: { seq: number; steps: Step[] }[] = [];
    const flush = () => {
      const batch = others;
      others = [];
      if (batch.length === 0) return;
      this.bring(
        receive(
          this.state,
          batch.flatMap(({ steps }) => steps),
        ),
      );
      for (const { seq, steps } of batch) this.advance(seq, steps);
    };
    for (const commit of commits) {
      const mine = commit.clientId === this.identity.clientId;
      if (mine && this.outbox.detached[0]?.clientSeq === commit.clientSeq) {
        const push = this.outbox.detached.shift();
        if (push && commit.steps.length === 0) this.conflict(looseWords(push.steps));
        this.answered();
      }
      const seq = others.at(-1)?.seq ?? this.seq;
      if (commit.seq <= seq) continue;
      if (gapless && commit.seq > seq + 1) {
        flush();
        return this.connection.restart();
      }
      const steps = commit.steps.map(decodeStep);
      if (mine && this.outbox.sent?.clientSeq === commit.clientSeq) {
        flush();
        this.settle(steps);
        this.advance(commit.seq, steps);
      } else others.push({ seq: commit.seq, steps });
    }
    flush();
    this.place([], []);
    this.unsent.soon();
  }

  /** Our own push came back: the acknowledgement. The server's form of it counts. */
  private settle(steps: readonly Step[]): void {
    const count = sentCount(this.state);
    const local = unconfirmed(this.state).slice(0, count).map(({ step }) => step);
    if (steps.length === 0) this.conflict(words(confirmedText(this.state), local));
    this.bring(sameSteps(local, steps) ? confirm(this.state) : receive(this.state, steps, count));
    this.outbox.sent = null;
    this.answered();
  }

  private bring(tr: Transaction): void {
    this.parts.host.dispatch(tr);
    this.conflict(looseWords(lostSteps(tr).map(encodeStep)));
  }

  /** Somebody else was first, and nothing is left of these words in the text. */
  private conflict(lost: string): void {
    if (lost.trim() !== '') this.parts.listener.dropped(lost, 'conflict', '');
  }

  private answered(): void {
    this.awaiting = false;
    this.cancelAnswer();
  }

  private advance(seq: number, steps: readonly Step[]): void {
    this.seq = seq;
    this.carets.committed(seq, steps);
  }

  /** Sends the next push, when none is under way. Its number is written down before it leaves. */
  private pump(): void {
    if (!this.greeted || this.awaiting) return;
    if (!this.outbox.first && !this.holding) {
      const count = this.outbox.fill(unconfirmed(this.state), this.seq);
      if (count > 0) this.parts.host.dispatch(send(this.state, count));
    }
    const next = this.outbox.first;
    if (!next) return this.keepNow();
    if (next.clientSeq === 0) this.outbox.renumber(next);
    this.keepNow();
    this.awaiting = true;
    this.connection.send({ type: 'push', clientId: this.identity.clientId, ...next });
    this.expectAnswer();
  }

  private expectAnswer(): void {
    this.cancelAnswer();
    this.cancelAnswer = this.parts.time.after(ANSWER, () => this.connection.restart());
  }

  private rejected(clientSeq: number, code: RejectCode, message: string): void {
    const push = this.outbox.first;
    if (push?.clientSeq !== clientSeq) return;
    this.answered();
    if (code === 'rate') {
      // Not taken and never will be under this number: the same steps under the next one cannot double.
      this.outbox.renumber(push);
      this.keepNow();
      this.awaiting = true;
      this.cancelAnswer = this.parts.time.after(RATE_WAIT, () => {
        this.awaiting = false;
        this.pump();
      });
      return;
    }
    if (push === this.outbox.detached[0]) {
      this.outbox.detached.shift();
      this.parts.listener.dropped(looseWords(push.steps), code, message);
    } else this.dropLocal(code, message);
    if (code === 'locked') this.locked = true;
    if (code === 'read-only') this.mayEdit = false;
    this.pump();
  }

  private dropLocal(code: RejectCode, message: string): void {
    const local = unconfirmed(this.state);
    const lost = words(
      confirmedText(this.state),
      local.map(({ step }) => step),
    );
    this.outbox.sent = null;
    this.parts.host.dispatch(receive(this.state, [], local.length));
    this.parts.listener.dropped(lost, code, message);
  }

  private place(carets: readonly Caret[], left: readonly string[]): void {
    const others = carets.filter(({ clientId }) => clientId !== this.identity.clientId);
    const placed = this.carets.place(others, this.seq);
    if (placed.length > 0 || left.length > 0) this.parts.listener.carets(placed, [...left]);
  }

  private closed(code: number, final: boolean): void {
    this.greeted = false;
    this.awaiting = false;
    this.cancelAnswer();
    if (final) this.ended = code;
    this.keepNow();
    if (final) this.line.over();
    else this.line.broke();
    this.tell();
  }

  private tell(): void {
    const { seq, ended, locked, mayEdit, lockReason } = this;
    const { online } = this.line;
    const opened = seq >= 0;
    const waiting = opened && !this.holding ? waitingEdits(this.state) : 0;
    const unsent = opened ? waiting + this.outbox.detached.length : 0;
    this.parts.listener.standing({
      saving: saving({ ended, online, opened, unsent, locked, mayEdit }),
      unsent,
      mayType: opened && mayEdit && !locked && ended === 0,
      lockReason,
      ended,
    });
  }
}
