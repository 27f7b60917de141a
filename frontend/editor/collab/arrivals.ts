import type { Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import type { CaretLine } from './caret-line';
import { confirm, confirmedText, lostSteps, receive, sentCount, unconfirmed, words } from './local-steps';
import { looseWords } from './loose-words';
import type { Host, Listener } from './parts';
import type { Pushes } from './pushes';
import { decodeStep, encodeStep, sameSteps, type Commit } from './wire';

/** Brings the server's commits into the text shown, our own among them, and keeps count of them. */
export class Arrivals {
  /** number of the newest commit in the text shown, -1 before there is one */
  seq = -1;

  constructor(
    private readonly host: Host,
    private readonly carets: CaretLine,
    private readonly pushes: Pushes,
    private readonly dropped: Listener['dropped'],
  ) {}

  /**
   * @param clientId this tab's
   * @param gapless whether every commit has to follow the one before
   * @returns false when one is missing: what came before it is in the text
   */
  take(commits: readonly Commit[], clientId: string, gapless: boolean): boolean {
    const { outbox } = this.pushes;
    let others: { seq: number; steps: Step[] }[] = [];
    const flush = () => {
      const batch = others;
      others = [];
      if (batch.length === 0) return;
      this.bring(
        receive(
          this.host.state,
          batch.flatMap(({ steps }) => steps),
        ),
      );
      for (const { seq, steps } of batch) this.advance(seq, steps);
    };
    for (const commit of commits) {
      const mine = commit.clientId === clientId;
      if (mine && outbox.detached[0]?.clientSeq === commit.clientSeq) {
        const push = outbox.detached.shift();
        if (push && commit.steps.length === 0) this.conflict(looseWords(push.steps));
        this.pushes.answered();
      }
      const seq = others.at(-1)?.seq ?? this.seq;
      if (commit.seq <= seq) continue;
      if (gapless && commit.seq > seq + 1) {
        flush();
        return false;
      }
      const steps = commit.steps.map(decodeStep);
      if (mine && outbox.sent?.clientSeq === commit.clientSeq) {
        flush();
        this.settle(steps);
        this.advance(commit.seq, steps);
      } else others.push({ seq: commit.seq, steps });
    }
    flush();
    return true;
  }

  advance(seq: number, steps: readonly Step[]): void {
    this.seq = seq;
    this.carets.committed(seq, steps);
  }

  /** Our own push came back: the acknowledgement. The server's form of it counts. */
  private settle(steps: readonly Step[]): void {
    const { state } = this.host;
    const count = sentCount(state);
    const local = unconfirmed(state)
      .slice(0, count)
      .map(({ step }) => step);
    if (steps.length === 0) this.conflict(words(confirmedText(state), local));
    this.bring(sameSteps(local, steps) ? confirm(state) : receive(state, steps, count));
    this.pushes.outbox.sent = null;
    this.pushes.answered();
  }

  private bring(tr: Transaction): void {
    this.host.dispatch(tr);
    this.conflict(looseWords(lostSteps(tr).map(encodeStep)));
  }

  /** Somebody else was first, and nothing is left of these words in the text. */
  private conflict(lost: string): void {
    if (lost.trim() !== '') this.dropped(lost, 'conflict', '');
  }
}
