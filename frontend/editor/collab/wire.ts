import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, Step } from 'prosemirror-transform';
import { schema } from '../schema';

/** A plain insertion in the short form of docs/collab-protocol.md, or ProseMirror's own step JSON. */
export type WireStep = ['i', number, string] | { stepType: string; [field: string]: unknown };

export interface Person {
  userId: string;
  name: string;
  color: string;
}

export interface Commit {
  seq: number;
  clientId: string;
  clientSeq: number;
  userId: string;
  steps: WireStep[];
}

export interface Caret extends Person {
  clientId: string;
  anchor: number | null;
  head: number | null;
  seq: number;
}

interface Standing {
  seq: number;
  locked: boolean;
  mayEdit: boolean;
  you: Person;
}

export type RejectCode = 'locked' | 'read-only' | 'invalid' | 'too-large' | 'schema' | 'rate';

/** Why words did not reach the text: `conflict` when others deleted their place, found out here. */
export type DropReason = RejectCode | 'conflict';

export type ServerMessage =
  | ({ type: 'init'; doc: unknown } & Standing)
  | ({ type: 'commits'; commits: Commit[] } & Standing)
  | { type: 'commit'; commits: Commit[] }
  | { type: 'lock'; seq: number; locked: boolean; reason?: string }
  | { type: 'presence'; carets?: Caret[]; left?: string[] }
  | { type: 'reject'; clientSeq: number; code: RejectCode; message: string };

export interface Push {
  type: 'push';
  clientId: string;
  clientSeq: number;
  baseSeq: number;
  steps: WireStep[];
}

export type ClientMessage =
  | { type: 'hello'; clientId: string; seq: number; schemaHash: string }
  | Push
  | { type: 'presence'; anchor: number | null; head: number | null; seq: number };

export function encodeStep(step: Step): WireStep {
  if (step instanceof ReplaceStep && step.from === step.to && isPlainText(step.slice) && !isStructural(step)) {
    return ['i', step.from, step.slice.content.firstChild?.text ?? ''];
  }
  return step.toJSON() as WireStep;
}

/** @throws RangeError when the JSON is no step of this schema */
export function decodeStep(wire: WireStep): Step {
  if (!Array.isArray(wire)) return Step.fromJSON(schema, wire);
  const [form, position, text] = wire;
  if (form !== 'i' || !Number.isInteger(position) || typeof text !== 'string' || text === '') {
    throw new RangeError('Not a short insertion');
  }
  return new ReplaceStep(position, position, new Slice(Fragment.from(schema.text(text)), 0, 0));
}

/** Whether both are the same change, whichever form they came in. */
export function sameSteps(left: readonly Step[], right: readonly Step[]): boolean {
  const canonical = (steps: readonly Step[]) => JSON.stringify(steps.map(encodeStep));
  return left.length === right.length && canonical(left) === canonical(right);
}

function isPlainText({ content, openStart, openEnd }: Slice): boolean {
  const only = content.firstChild;
  return content.childCount === 1 && openStart === 0 && openEnd === 0 && !!only?.isText && only.marks.length === 0;
}

function isStructural(step: ReplaceStep): boolean {
  return (step.toJSON() as { structure?: boolean }).structure === true;
}
