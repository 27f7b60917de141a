/** A place in the text that somebody should look at: a finding, a comment, a suggestion. */
export interface Stop {
  from: number;
  go(): void;
}

/** The stop after or before a position, round the ends of the text; none if there is none. */
export function nextStop(stops: readonly Stop[], at: number, by: 1 | -1): Stop | undefined {
  const ordered = [...stops].sort((a, b) => a.from - b.from);
  return by > 0 ? (ordered.find(({ from }) => from > at) ?? ordered[0]) : (ordered.findLast(({ from }) => from < at) ?? ordered.at(-1));
}
