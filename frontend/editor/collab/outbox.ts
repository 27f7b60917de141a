import type { Step } from 'prosemirror-transform';
import type { SentPush, Unsent } from './keeping';
import type { LocalStep } from './local-steps';
import { without } from './local-steps';
import { decodeStep, encodeStep, type WireStep } from './wire';

/** Steps and characters of one push: well below what the server takes. */
const PUSH_STEPS = 200;
const PUSH_LENGTH = 100_000;

/** Pushes of one tab and their numbers: at most one is under way, and a number is never used for two. */
export class Outbox {
  /** the push made of the first local steps */
  sent: SentPush | null = null;
  /** pushes whose steps are no longer in the text shown; they come back as commits like anybody's */
  detached: SentPush[] = [];

  constructor(public clientSeq: number) {}

  /** What has to be sent, or sent again. */
  get first(): SentPush | null {
    return this.detached[0] ?? this.sent;
  }

  /** Makes the next push of the first local steps. @returns how many steps it took, 0 when there are none */
  fill(local: readonly LocalStep[], baseSeq: number): number {
    const steps: WireStep[] = [];
    let length = 0;
    for (const { step } of local) {
      const wire = encodeStep(step);
      length += JSON.stringify(wire).length;
      if (steps.length > 0 && (steps.length === PUSH_STEPS || length > PUSH_LENGTH)) break;
      steps.push(wire);
    }
    if (steps.length > 0) this.sent = { clientSeq: ++this.clientSeq, baseSeq, steps };
    return steps.length;
  }

  /** The same steps under the next number: only after the server said that it will not take them under the old one. */
  renumber(push: SentPush): void {
    push.clientSeq = ++this.clientSeq;
  }

  /** The push under way stays as it is, the steps after it become one of their own that does not build on it. */
  setApart(steps: readonly Step[], sentCount: number, baseSeq: number): void {
    if (this.sent) this.detached.push(this.sent);
    const rest = this.sent ? without(steps, sentCount) : steps;
    if (rest.length > 0) this.detached.push({ clientSeq: 0, baseSeq, steps: rest.map(encodeStep) });
    this.sent = null;
  }

  resume(kept: Unsent): void {
    this.sent = kept.sent;
    this.detached = [...kept.detached];
  }

  resumeApart(kept: Unsent): void {
    this.resume(kept);
    this.setApart(kept.steps.map(decodeStep), kept.sentCount, kept.seq);
  }
}
