import type { Node, Slice } from 'prosemirror-model';
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceStep, type Step, type StepMap } from 'prosemirror-transform';

/** One stretch that differs: `from` to `to` of the text is replaced by `afterFrom` to `afterTo` of the text as suggested. */
export interface Piece {
  from: number;
  to: number;
  afterFrom: number;
  afterTo: number;
}

export interface Proposed {
  after: Node;
  pieces: Piece[];
  /** words that would only look different, in both texts */
  formats: { from: number; to: number; afterFrom: number; afterTo: number; label: string }[];
}

const names: Record<string, string> = { strong: 'bold', em: 'italic', strike: 'struck through', underline: 'underlined' };

/** What steps would do to a text, or null when they do not fit it. */
export function proposed(doc: Node, steps: readonly Step[]): Proposed | null {
  let after = doc;
  const maps = new Mapping();
  let changed: { from: number; to: number }[] = [];
  let formatted: { from: number; to: number; label: string }[] = [];
  for (const step of steps) {
    let result;
    try {
      result = step.apply(after);
    } catch {
      return null;
    }
    if (!result.doc) return null;
    const map = step.getMap();
    changed = changed.map(({ from, to }) => ({ from: map.map(from, -1), to: map.map(to, 1) }));
    formatted = formatted.map(({ from, to, label }) => ({ from: map.map(from, 1), to: map.map(to, -1), label }));
    map.forEach((_oldFrom, _oldTo, from, to) => changed.push({ from, to }));
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      const name = names[step.mark.type.name] ?? step.mark.type.name;
      formatted.push({ from: step.from, to: step.to, label: step instanceof AddMarkStep ? name : `not ${name}` });
    }
    maps.appendMap(map);
    after = result.doc;
  }
  const back = maps.invert();
  const both = ({ from, to }: { from: number; to: number }) => ({
    from: back.map(from, -1),
    to: back.map(to, 1),
    afterFrom: from,
    afterTo: to,
  });
  return {
    after,
    pieces: joined(changed).map(both),
    formats: formatted.filter(({ from, to }) => to > from).map((each) => ({ ...both(each), label: each.label })),
  };
}

/** Ranges in order, those that touch made one. */
function joined(ranges: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}

/** The same change in as few steps as possible; none if nothing changes. */
export function compact(doc: Node, steps: readonly Step[]): Step[] {
  const change = proposed(doc, steps);
  if (!change || change.after.eq(doc)) return [];
  const piece = change.pieces[0];
  if (change.pieces.length === 1 && piece && change.formats.length === 0) {
    const one = trimmed(doc, change.after, piece);
    const result = one.apply(doc);
    if (result.doc?.eq(change.after)) return [one];
  }
  const folded: Step[] = [];
  for (const step of steps) {
    const merged = folded.at(-1)?.merge(step);
    if (merged) folded[folded.length - 1] = merged;
    else folded.push(step);
  }
  return folded;
}

function trimmed(doc: Node, after: Node, { from, to, afterFrom, afterTo }: Piece): ReplaceStep {
  return new ReplaceStep(from, to, after.slice(afterFrom, afterTo));
}

/** Steps moved over what others stored; null when the place of one is gone. */
export function movedOver(steps: readonly Step[], maps: readonly StepMap[]): Step[] | null {
  if (maps.length === 0) return [...steps];
  const mapping = new Mapping([...steps].reverse().map((step) => step.getMap().invert()));
  for (const map of maps) mapping.appendMap(map);
  const moved: Step[] = [];
  for (let i = 0; i < steps.length; i++) {
    const undone = steps.length - 1 - i;
    const next = (steps[i] as Step).map(mapping.slice(undone + 1));
    if (!next) return null;
    mapping.appendMap(next.getMap(), undone);
    moved.push(next);
  }
  return moved;
}

/** The words of a piece, blocks parted by a pilcrow. */
export function said({ content }: Slice): string {
  const parts: string[] = [];
  content.forEach((node) => parts.push(node.isText ? (node.text ?? '') : node.isLeaf ? '▫' : node.textBetween(0, node.content.size, '¶', '▫')));
  return content.firstChild?.isInline ? parts.join('') : parts.join('¶');
}
