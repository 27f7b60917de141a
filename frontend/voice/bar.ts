import { element, uniqueId } from '../editor/elements';
import type { Finding, Measures, Weight } from './findings';

const BLOCKING: readonly Weight[] = ['error', 'personal', 'secret'];

/** The line below the text: how much is minded, how long and how hard to read it is, and the list of all of it. */
export class Bar {
  readonly dom = element('div', { class: 'voice-bar' });
  private readonly list = element('ol', { class: 'voice-list', id: uniqueId('voice-list'), 'aria-label': 'What the rules mind in this text', hidden: true });
  private readonly toggle = element('button', { type: 'button', class: 'voice-count', 'aria-expanded': 'false', 'aria-controls': this.list.id });
  private readonly measures = element('span', { class: 'voice-measures' });
  private readonly parts = element('span', { class: 'voice-parts' });
  private readonly spoken = element('span', { class: 'voice-spoken', role: 'status', 'aria-live': 'polite' });
  private told = '';

  constructor(private readonly jump: (finding: Finding) => void) {
    const line = element('div', { class: 'voice-line' }, this.toggle, this.measures, this.parts, this.spoken);
    // The list stands above the line and comes after it by keyboard, so that Tab leads from the count into it.
    this.dom.append(line, this.list);
    this.dom.hidden = true;
    this.toggle.addEventListener('click', () => this.open(this.list.hidden));
    this.list.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.open(false);
        this.toggle.focus();
      }
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && this.step(step)) event.preventDefault();
    });
  }

  show(findings: readonly Finding[], measures: Measures): void {
    this.dom.hidden = false;
    const words = summary(findings);
    this.toggle.textContent = words;
    this.toggle.className = `voice-count is-${heaviest(findings)}`;
    this.toggle.disabled = findings.length === 0;
    if (findings.length === 0) this.open(false);
    this.measures.textContent = measured(measures);
    const { parts, requiredParts } = measures;
    this.parts.textContent =
      requiredParts === 0 ? '' : parts === requiredParts ? `All ${parts} required parts` : `${parts} of ${requiredParts} required parts`;
    if (!this.list.hidden) this.fill(findings);
    this.findings = findings;
  }

  /** Says something to people who do not see the underlines. */
  say(words: string): void {
    if (words === this.told) return;
    this.told = words;
    this.spoken.textContent = words;
  }

  private findings: readonly Finding[] = [];

  private open(open: boolean): void {
    this.list.hidden = !open;
    this.toggle.setAttribute('aria-expanded', String(open));
    if (open) this.fill(this.findings);
  }

  /** To the next or the previous finding of the list; false at its ends. */
  private step(by: 1 | -1): boolean {
    const rows = [...this.list.querySelectorAll('button')];
    const next = rows[rows.indexOf(document.activeElement as HTMLButtonElement) + by];
    next?.focus();
    return next !== undefined;
  }

  private fill(findings: readonly Finding[]): void {
    const at = this.list.contains(document.activeElement) ? [...this.list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement) : -1;
    this.list.replaceChildren(...findings.map((each) => this.row(each)));
    if (at >= 0) this.list.querySelectorAll('button')[Math.min(at, findings.length - 1)]?.focus();
  }

  private row(finding: Finding): HTMLElement {
    const detail = finding.place === 'whole' ? finding.better : `${finding.place === 'subject' ? 'Subject: ' : ''}“${finding.words}”`;
    const button = element(
      'button',
      { type: 'button' },
      element('span', { class: `voice-weight is-${finding.weight}` }, finding.waits ? 'Waits' : finding.weightLabel),
      element('span', { class: 'voice-row-title' }, finding.title),
      element('span', { class: 'voice-row-words' }, detail),
    );
    button.addEventListener('click', () => this.jump(finding));
    return element('li', {}, button);
  }
}

/** "2 errors, 1 warning", "Nothing to change" */
export function summary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ weight }) => BLOCKING.includes(weight)).length;
  const warnings = findings.filter(({ weight }) => weight === 'warning').length;
  const hints = findings.length - errors - warnings;
  const counts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(hints, 'hint')].filter(Boolean);
  return counts.length === 0 ? 'Nothing to change' : counts.join(', ');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function heaviest(findings: readonly Finding[]): string {
  if (findings.some(({ weight }) => BLOCKING.includes(weight))) return 'error';
  if (findings.some(({ weight }) => weight === 'warning')) return 'warning';
  return findings.length > 0 ? 'hint' : 'none';
}

function measured({ words, longest, grade }: Measures): string {
  const length = longest > 0 ? `${words} of ${longest} words` : `${words} word${words === 1 ? '' : 's'}`;
  return grade < 0 ? length : `${length} · Reading grade ${grade}`;
}
