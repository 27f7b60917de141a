import { element, uniqueId } from '../editor/elements';
import { beside } from '../editor/popover';
import type { Finding } from './findings';

export interface CardActs {
  replace: (finding: Finding) => void;
  keep: (finding: Finding, reason: string) => void;
  closed: () => void;
}

/** What a rule says of one place: why, what is better, and what can be done about it. */
export class Card {
  readonly dom: HTMLElement;
  private shown: Finding | null = null;

  constructor(private readonly acts: CardActs) {
    this.dom = element('div', { class: 'candor-card voice-card', role: 'dialog', id: uniqueId('voice-card'), popover: 'manual' });
    this.dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.hide();
      this.acts.closed();
    });
  }

  get finding(): Finding | null {
    return this.shown;
  }

  /** Whether somebody is at work in it, so that it has to stay. */
  get busy(): boolean {
    return this.dom.contains(document.activeElement);
  }

  show(finding: Finding, count: string, anchor: DOMRect, editable: boolean): void {
    if (this.shown?.key !== finding.key || this.shown.waits !== finding.waits) this.fill(finding, count, editable);
    this.shown = finding;
    if (!this.dom.matches(':popover-open')) this.dom.showPopover();
    beside(this.dom, anchor);
  }

  hide(): void {
    this.shown = null;
    if (this.dom.matches(':popover-open')) this.dom.hidePopover();
  }

  private fill(finding: Finding, count: string, editable: boolean): void {
    const head = element(
      'p',
      { class: 'voice-head' },
      element('strong', { class: `voice-title is-${finding.weight}` }, finding.title),
      element('span', { class: 'voice-weight' }, `${finding.weightLabel} · ${count}`),
    );
    this.dom.setAttribute('aria-label', `${finding.weightLabel}: ${finding.title}`);
    this.dom.replaceChildren(head, element('p', {}, finding.why));
    if (finding.beside) this.dom.append(sides(finding.beside));
    if (finding.fix !== null) this.dom.append(change(finding.words, finding.fix));
    else if (finding.better) this.dom.append(element('p', { class: 'voice-better' }, finding.better));
    if (finding.waits) this.dom.append(element('p', { class: 'voice-note' }, 'Kept with a reason; a second person has to agree.'));
    if (editable) this.dom.append(this.buttons(finding));
  }

  private buttons(finding: Finding): HTMLElement {
    const row = element('div', { class: 'voice-acts' });
    if (finding.fix !== null) {
      const label = finding.fix === '' ? 'Delete' : 'Replace';
      const button = element('button', { type: 'button', class: 'voice-replace' }, label, element('kbd', {}, 'Alt+Enter'));
      button.addEventListener('click', () => this.acts.replace(finding));
      row.append(button);
    }
    if (finding.weight === 'secret') {
      row.append(element('span', { class: 'voice-note' }, 'Cannot be kept, whoever agrees'));
    } else if (!finding.waits) {
      const button = element('button', { type: 'button', class: 'quiet' }, 'Not here, because…');
      button.addEventListener('click', () => this.askReason(finding, row));
      row.append(button);
    }
    return row;
  }

  private askReason(finding: Finding, row: HTMLElement): void {
    const second = finding.weight === 'error' || finding.weight === 'personal';
    const input = element('input', { type: 'text', maxlength: '500', id: uniqueId('voice-reason'), autocomplete: 'off' });
    const label = element('label', { for: input.id }, second ? 'Why it stays; a second person has to agree' : 'Why it stays; signers see it');
    const keep = element('button', { type: 'submit', class: 'voice-replace' }, 'Keep');
    const form = element('form', { class: 'voice-reason' }, label, input, keep);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (input.value.trim() === '') return input.focus();
      this.acts.keep(finding, input.value.trim());
      this.hide();
      this.acts.closed();
    });
    row.replaceWith(form);
    input.focus();
  }
}

function sides({ here, there, source }: { here: string; there: string; source: string }): HTMLElement {
  return element(
    'dl',
    { class: 'voice-sides' },
    element('dt', {}, 'In this text'),
    element('dd', {}, here),
    element('dt', {}, `In ${source}`),
    element('dd', {}, there),
  );
}

function change(words: string, fix: string): HTMLElement {
  const shown = element('p', { class: 'voice-change' }, element('del', {}, words));
  if (fix !== '') shown.append(' ', element('ins', {}, fix));
  return shown;
}
