import { ReplaceAroundStep, ReplaceStep } from 'prosemirror-transform';
import { decodeStep, type WireStep } from './wire';

/** The words in steps whose text is no longer at hand: typing is joined, everything else stands on its own line. */
export function looseWords(steps: readonly WireStep[]): string {
  let text = '';
  let end = -1;
  for (const wire of steps) {
    const step = decodeStep(wire);
    if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) continue;
    const { content, size } = step.slice;
    const added = content.textBetween(0, content.size, '\n', '\n');
    if (added !== '') text += text !== '' && step.from !== end ? `\n${added}` : added;
    end = step.from + size;
  }
  return text;
}
