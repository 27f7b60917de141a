import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Mapping, type StepMap } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';

export type Weight = 'hint' | 'warning' | 'error' | 'personal' | 'secret';

/** One place that a rule of voice and tone minds, as the server sends it. */
export interface Finding {
  /** rule, words and sentence; what keeping is bound to */
  key: string;
  rule: string;
  weight: Weight;
  weightLabel: string;
  title: string;
  place: 'text' | 'subject' | 'whole';
  from: number;
  to: number;
  words: string;
  why: string;
  better: string;
  /** safe to put in its place by a click; null if nothing is */
  fix: string | null;
  beside: { here: string; there: string; source: string } | null;
  /** somebody wants to keep it and a second person has not agreed yet */
  waits: boolean;
}

export interface Measures {
  words: number;
  longest: number;
  grade: number;
  longestSentence: number;
  parts: number;
  requiredParts: number;
}

/** The server's answer to the text that was sent under this number. */
export interface Judged {
  number: number;
  findings: Finding[];
  measures: Measures;
}

interface Minded {
  findings: readonly Finding[];
  drawn: DecorationSet;
  /** number of the text that is with the server, and how the text moved since it was sent */
  sent: number;
  since: readonly StepMap[];
}

const key = new PluginKey<Minded>('voice');

/** Underlines what the rules mind; keeps its places while people type. */
export function underlines(): Plugin<Minded> {
  return new Plugin<Minded>({
    key,
    state: {
      init: () => ({ findings: [], drawn: DecorationSet.empty, sent: 0, since: [] }),
      apply: (tr, before, _old, now) => next(tr, before, now),
    },
    props: {
      decorations: (state) => key.getState(state)?.drawn,
    },
  });
}

/** To be dispatched when a text goes to the server. */
export function sending(state: EditorState, number: number): Transaction {
  return state.tr.setMeta(key, { sent: number }).setMeta('addToHistory', false);
}

/** To be dispatched with the answer; an answer to an older text is left aside. */
export function answered(state: EditorState, judged: Judged): Transaction {
  return state.tr.setMeta(key, { judged }).setMeta('addToHistory', false);
}

/** What is minded now, at the places of now: the text first, then subject and whole. */
export function findingsIn(state: EditorState): readonly Finding[] {
  return key.getState(state)?.findings ?? [];
}

export function findingAt(state: EditorState, position: number): Finding | undefined {
  return findingsIn(state)
    .filter((each) => each.place === 'text' && each.from <= position && position <= each.to)
    .sort((one, other) => one.to - one.from - (other.to - other.from))[0];
}

function next(tr: Transaction, before: Minded, now: EditorState): Minded {
  const told = tr.getMeta(key) as { sent?: number; judged?: Judged } | undefined;
  let after = before;
  if (tr.docChanged) {
    const findings = moved(before.findings, tr.mapping);
    after = { ...after, findings, drawn: after.drawn.map(tr.mapping, tr.doc), since: [...after.since, ...tr.mapping.maps] };
  }
  if (told?.sent !== undefined) after = { ...after, sent: told.sent, since: [] };
  if (told?.judged && told.judged.number === after.sent) {
    const findings = inside(moved(told.judged.findings, new Mapping([...after.since])), now.doc.content.size);
    after = { ...after, findings, drawn: draw(now, findings) };
  }
  return after;
}

/** At their new places; what was deleted is minded no more. */
function moved(findings: readonly Finding[], mapping: { map: (position: number, side?: number) => number }): Finding[] {
  return findings.flatMap((each) => {
    if (each.place !== 'text') return [each];
    const from = mapping.map(each.from, 1);
    const to = mapping.map(each.to, -1);
    return from < to ? [{ ...each, from, to }] : [];
  });
}

function inside(findings: readonly Finding[], size: number): Finding[] {
  return findings.filter((each) => each.place !== 'text' || each.to <= size);
}

function draw(state: EditorState, findings: readonly Finding[]): DecorationSet {
  return DecorationSet.create(
    state.doc,
    findings
      .filter((each) => each.place === 'text')
      .map((each) => Decoration.inline(each.from, each.to, { class: `voice voice-${each.weight}${each.waits ? ' voice-waits' : ''}` })),
  );
}
