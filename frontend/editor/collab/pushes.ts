import type { Time } from './connection';
import type { SentPush, Unsent } from './keeping';
import { confirmedText, receive, send, sentCount, unconfirmed, words } from './local-steps';
import { looseWords } from './loose-words';
import { Outbox } from './outbox';
import type { Host, Listener } from './parts';
import { encodeStep, type RejectCode } from './wire';

/** A push unanswered for this long means a dead line, in milliseconds. */
const ANSWER = 8_000;
/** Pause after the server said that edits come too fast. */
const RATE_WAIT = 2_000;

/** The session around the pushes. */
export interface Pushing {
  readonly host: Host;
  readonly time: Time;
  readonly dropped: Listener['dropped'];
  /** whether the server has greeted this tab and answers */
  greeted(): boolean;
  /** whether local steps stay here */
  held(): boolean;
  /** number of the newest commit in the text shown, -1 before there is one */
  version(): number;
  /** writes down what is unsent */
  keepEdits(): void;
  /** the server answered a push, or nothing waits for an answer any more */
  answered(): void;
  send(push: SentPush): void;
  restart(): void;
}

/** Brings local steps to the server, one push after the other, and hears what it says to them. */
export class Pushes {
  readonly outbox: Outbox;
  private awaiting = false;
  private cancelAnswer = () => {};

  constructor(
    private readonly session: Pushing,
    clientSeq: number,
  ) {
    this.outbox = new Outbox(clientSeq);
  }

  /** Sends the next push, when none is under way. Its number is written down before it leaves. */
  pump(): void {
    const { session, outbox } = this;
    const { host } = session;
    if (!session.greeted() || this.awaiting) return;
    if (!outbox.first && !session.held()) {
      const count = outbox.fill(unconfirmed(host.state), session.version());
      if (count > 0) host.dispatch(send(host.state, count));
    }
    const next = outbox.first;
    if (!next) return session.keepEdits();
    if (next.clientSeq === 0) outbox.renumber(next);
    session.keepEdits();
    this.awaiting = true;
    session.send(next);
    this.expectAnswer();
  }

  /** A silent line is a dead one. */
  expectAnswer(): void {
    this.cancelAnswer();
    this.cancelAnswer = this.session.time.after(ANSWER, () => this.session.restart());
  }

  /** The server answered, or the line on which it would have answered is gone. */
  answered(): void {
    this.awaiting = false;
    this.cancelAnswer();
    this.session.answered();
  }

  stop(): void {
    this.cancelAnswer();
  }

  /** What to write down of it, so that the next page can go on. */
  unsent(): Pick<Unsent, 'clientSeq' | 'seq' | 'steps' | 'sentCount' | 'sent' | 'detached'> {
    const { state } = this.session.host;
    const { clientSeq, sent, detached } = this.outbox;
    const steps = this.session.held() ? [] : unconfirmed(state).map(({ step }) => encodeStep(step));
    return { clientSeq, seq: this.session.version(), steps, sentCount: sentCount(state), sent, detached };
  }

  /** Takes the local steps off the text shown: they go to the server by themselves and come back as commits. */
  detach(): void {
    const { host, dropped } = this.session;
    const version = this.session.version();
    if (version < 0) return;
    const steps = unconfirmed(host.state).map(({ step }) => step);
    if (this.session.held()) {
      if (steps.length > 0) dropped(words(confirmedText(host.state), steps), 'invalid', '');
      return;
    }
    this.outbox.setApart(steps, sentCount(host.state), version);
  }

  /** @returns whether the push under way was refused for good; its words were handed back */
  refused(clientSeq: number, code: RejectCode, message: string): boolean {
    const { outbox, session } = this;
    const push = outbox.first;
    if (push?.clientSeq !== clientSeq) return false;
    this.answered();
    if (code === 'rate') {
      // Not taken and never will be under this number: the same steps under the next one cannot double.
      outbox.renumber(push);
      session.keepEdits();
      this.awaiting = true;
      this.cancelAnswer = session.time.after(RATE_WAIT, () => {
        this.awaiting = false;
        this.pump();
      });
      return false;
    }
    if (push === outbox.detached[0]) {
      outbox.detached.shift();
      session.dropped(looseWords(push.steps), code, message);
    } else this.dropLocal(code, message);
    return true;
  }

  private dropLocal(code: RejectCode, message: string): void {
    const { host, dropped } = this.session;
    const local = unconfirmed(host.state);
    const lost = words(
      confirmedText(host.state),
      local.map(({ step }) => step),
    );
    this.outbox.sent = null;
    host.dispatch(receive(host.state, [], local.length));
    dropped(lost, code, message);
  }
}
