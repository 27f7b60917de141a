import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Mapping, type Step, type StepMap } from 'prosemirror-transform';

/** A step made here that the server has not confirmed. `burst` numbers edits as a person counts them. */
export interface LocalStep {
  readonly step: Step;
  readonly inverted: Step;
  readonly burst: number;
}

interface LocalSteps {
  /** the text as the server confirmed it; undoing all local steps gives exactly this */
  readonly confirmed: Node;
  readonly steps: readonly LocalStep[];
  /** how many of `steps`, from the first on, are under way to the server */
  readonly sent: number;
  /** when the newest local step was made, milliseconds since the epoch */
  readonly lastAt: number;
}

/** Typing that pauses no longer than this counts as one edit, in milliseconds. */
const PAUSE = 1000;

const key = new PluginKey<LocalSteps>('candorLocalSteps');
const lostKey = new PluginKey<readonly Step[]>('candorLostSteps');
const arrivedKey = new PluginKey<readonly [number, number]>('candorArrivedSteps');

/** Keeps what the server has not confirmed. The rebase follows the published collaborative-editing design of ProseMirror. */
export function localSteps(): Plugin<LocalSteps> {
  return new Plugin<LocalSteps>({
    key,
    state: {
      init: (_config, state) => ({ confirmed: state.doc, steps: [], sent: 0, lastAt: 0 }),
      apply(tr, now) {
        const received = tr.getMeta(key) as LocalSteps | undefined;
        if (received) return received;
        if (!tr.docChanged) return now;
        const last = now.steps.at(-1)?.burst ?? 0;
        const burst = now.steps.length > 0 && tr.time - now.lastAt <= PAUSE ? last : last + 1;
        const made = tr.steps.map((step, i) => ({ step, inverted: step.invert(tr.docs[i] as Node), burst }));
        return { ...now, steps: [...now.steps, ...made], lastAt: tr.time };
      },
    },
    // History must not merge steps with ones a rebase will replace.
    historyPreserveItems: true,
  });
}

export function unconfirmed(state: EditorState): readonly LocalStep[] {
  return key.getState(state)?.steps ?? [];
}

export function confirmedText(state: EditorState): Node {
  return key.getState(state)?.confirmed ?? state.doc;
}

export function isFromServer(tr: Transaction): boolean {
  return tr.getMeta(key) !== undefined;
}

/** How many edits wait, as a person would count them. */
export function waitingEdits(state: EditorState): number {
  return new Set(unconfirmed(state).map(({ burst }) => burst)).size;
}

export function sentCount(state: EditorState): number {
  return key.getState(state)?.sent ?? 0;
}

/** The first `count` local steps are under way: a rebase may still drop some of them. */
export function send(state: EditorState, count: number): Transaction {
  return state.tr.setMeta(key, { ...key.getState(state), sent: count }).setMeta('addToHistory', false);
}

/** What was under way is stored exactly as it stands here. */
export function confirm(state: EditorState): Transaction {
  const now = key.getState(state) as LocalSteps;
  const count = now.sent;
  let confirmed = now.confirmed;
  for (const { step } of now.steps.slice(0, count)) confirmed = step.apply(confirmed).doc ?? confirmed;
  return state.tr.setMeta(key, { ...now, confirmed, steps: now.steps.slice(count), sent: 0 }).setMeta('addToHistory', false);
}

/**
 * Brings in what the server stored: local steps are undone, `stored` applied, and the local steps after the first
 * `settled` made again on top. Steps whose place is gone are dropped, as the server drops them.
 *
 * @param settled how many of the local steps `stored` replaces: those of a push that came back changed or refused
 * @throws Error when a stored step does not fit the confirmed text: the copy here is not the server's
 */
export function receive(state: EditorState, stored: readonly Step[], settled = 0): Transaction {
  const now = key.getState(state) as LocalSteps;
  const mine = now.steps;
  const tr = state.tr;
  for (const { inverted } of [...mine].reverse()) tr.step(inverted);
  for (const step of stored) tr.step(step);
  const confirmed = tr.doc;
  if (settled === stored.length) {
    for (let i = 0; i < settled; i++) mirror(tr, mine.length - 1 - i, mine.length + i);
  }
  const again: LocalStep[] = [];
  const lost: Step[] = [];
  let sent = 0;
  for (let i = settled; i < mine.length; i++) {
    const { step, burst } = mine[i] as LocalStep;
    const undone = mine.length - 1 - i;
    const mapped = step.map(tr.mapping.slice(undone + 1));
    if (!mapped || tr.maybeStep(mapped).failed) {
      lost.push(step);
      continue;
    }
    mirror(tr, undone, tr.steps.length - 1);
    if (i < now.sent) sent++;
    again.push({ step: mapped, inverted: mapped.invert(tr.docs.at(-1) as Node), burst });
  }
  return tr
    .setMeta(key, { ...now, confirmed, steps: again, sent })
    .setMeta(lostKey, lost)
    .setMeta(arrivedKey, [mine.length, mine.length + stored.length])
    .setMeta('rebased', mine.length)
    .setMeta('addToHistory', false);
}

/** Local steps whose place went away with what `tr` brought in; the server drops them likewise. */
export function lostSteps(tr: Transaction): readonly Step[] {
  return (tr.getMeta(lostKey) as readonly Step[] | undefined) ?? [];
}

/** Where what `tr` brought in from the server ends, in the text after it: there its writers' carets stand. */
export function arrivedEnds(tr: Transaction): number[] {
  const [first, last] = (tr.getMeta(arrivedKey) as readonly [number, number] | undefined) ?? [0, 0];
  const ends: number[] = [];
  for (let i = first; i < last; i++) {
    const later = tr.mapping.slice(i + 1);
    tr.mapping.maps[i]?.forEach((_oldFrom, _oldTo, _from, to) => ends.push(later.map(to, 1)));
  }
  return ends;
}

/** Tells the mapping that one step takes the other back; missing in the published types only. */
function mirror(tr: Transaction, one: number, other: number): void {
  (tr.mapping as Mapping & { setMirror(n: number, m: number): void }).setMirror(one, other);
}

/** Makes steps again that were kept through a reload. @throws Error when they do not fit the text */
export function restore(state: EditorState, steps: readonly Step[], sent: number): Transaction {
  const now = key.getState(state) as LocalSteps;
  const tr = state.tr;
  const made: LocalStep[] = [];
  for (const step of steps) {
    tr.step(step);
    made.push({ step, inverted: step.invert(tr.docs.at(-1) as Node), burst: 1 });
  }
  return tr.setMeta(key, { ...now, steps: made, sent, lastAt: tr.time }).setMeta('addToHistory', false);
}

/**
 * The steps after the first `count`, as if those had never been made: the best guess when only the server knows what
 * became of them.
 */
export function without(steps: readonly Step[], count: number): Step[] {
  const mapping = new Mapping(steps.map((step) => step.getMap().invert()).reverse());
  const rest: Step[] = [];
  for (let i = count; i < steps.length; i++) {
    const undone = steps.length - 1 - i;
    const mapped = (steps[i] as Step).map(mapping.slice(undone + 1));
    if (!mapped) continue;
    mapping.appendMap(mapped.getMap(), undone);
    rest.push(mapped);
  }
  return rest;
}

/** The words that steps put into `before`, block by block, so that a person can keep them. */
export function words(before: Node, steps: readonly Step[]): string {
  let doc = before;
  let ranges: { from: number; to: number }[] = [];
  for (const step of steps) {
    const result = step.apply(doc);
    if (!result.doc) continue;
    doc = result.doc;
    const map = step.getMap();
    ranges = ranges.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }));
    map.forEach((_oldFrom, _oldTo, from, to) => ranges.push({ from, to }));
  }
  return merged(ranges)
    .map(({ from, to }) => doc.textBetween(from, to, '\n', '\n'))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function merged(ranges: { from: number; to: number }[]) {
  const sorted = ranges.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}

/** Position maps of the local steps, for carets that were given in the confirmed text. */
export function localMaps(state: EditorState): StepMap[] {
  return unconfirmed(state).map(({ step }) => step.getMap());
}
