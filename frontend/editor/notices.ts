import type { Standing } from './collab/parts';
import type { DropReason } from './collab/wire';
import { element } from './elements';
import { icon } from './icons';

const reasons: Record<DropReason, string> = {
  locked: 'the text was locked before it arrived',
  'read-only': 'you may read this text but not change it',
  invalid: 'the server could not bring it into the text',
  'too-large': 'the text would become too long',
  schema: 'this page is older than the server',
  rate: 'there were too many edits at once',
  conflict: 'somebody deleted the place they stood in at the same moment',
};

const ends: Record<number, string> = {
  4401: 'You were signed out. Sign in again to go on; words not saved yet are kept in this browser.',
  4403: 'You may no longer open this text. Words not saved yet are kept in this browser.',
  4404: 'This text is no longer here. Words not saved yet are kept in this browser.',
  4409: 'Candor was updated. Reload the page to go on; words not saved yet are kept.',
};

/** Banners above the text: words that were not saved, and why typing stopped. */
export class Notices {
  readonly dom = element('div', { class: 'candor-notices' });
  private since = '';
  private readonly standing = element('div', { class: 'candor-notice', hidden: true });

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly name: string,
    private readonly dismissed: () => void,
  ) {
    this.dom.append(this.standing);
    for (const { words, why } of this.kept()) this.banner(words, why);
  }

  get hasDropped(): boolean {
    return this.dom.querySelector('.bad') !== null;
  }

  dropped(words: string, code: DropReason): void {
    if (words.trim() === '') words = '(a change without words, such as a deletion or a style)';
    const why = reasons[code] ?? reasons.invalid;
    this.keep([...this.kept(), { words, why }]);
    this.banner(words, why);
  }

  /** Says something that is no error of the server's and needs no answer; a newer one takes its place. */
  tell(text: string, sign: 'warning' | 'check' = 'warning'): void {
    this.dom.querySelector('.candor-told')?.remove();
    const dismiss = element('button', { type: 'button', class: 'quiet' }, 'Dismiss');
    const told = element('div', { class: 'candor-notice candor-told', role: 'alert' }, icon(sign), element('div', { class: 'candor-notice-text' }, text), dismiss);
    dismiss.addEventListener('click', () => told.remove());
    this.dom.append(told);
  }

  /** Says why typing stopped, or that it goes on without the server. */
  stands({ saving, unsent, lockReason, ended }: Standing, now: Date): void {
    if (saving !== 'offline') this.since = '';
    else this.since ||= `${now.toISOString().slice(11, 16)} UTC`;
    if (ended !== 0) this.ended(ended);
    else if (saving === 'locked') this.say(`Typing is locked. ${lockReason}`.trim(), 'lock');
    else if (saving === 'offline') {
      const waiting = unsent === 0 ? '' : `, ${unsent} ${unsent === 1 ? 'edit waits' : 'edits wait'}`;
      this.say(`Offline since ${this.since}${waiting}`, 'offline');
    } else this.say(null, 'warning');
  }

  private ended(code: number): void {
    const text = ends[code] ?? null;
    if (!this.say(text, 'warning') || (code !== 4401 && code !== 4409)) return;
    const reload = element('button', { type: 'button' }, code === 4401 ? 'Sign in again' : 'Reload');
    reload.addEventListener('click', () => location.reload());
    this.standing.append(reload);
  }

  /** @returns whether it said something new */
  private say(text: string | null, sign: 'lock' | 'warning' | 'offline'): boolean {
    if (this.standing.dataset.text === (text ?? '')) return false;
    this.standing.dataset.text = text ?? '';
    this.standing.hidden = text === null;
    this.standing.replaceChildren(...(text === null ? [] : [icon(sign), element('span', { role: 'status' }, text)]));
    return text !== null;
  }

  private banner(words: string, why: string): void {
    const copy = element('button', { type: 'button' }, 'Copy my words');
    const dismiss = element('button', { type: 'button', class: 'quiet' }, 'Dismiss');
    const banner = element(
      'div',
      { class: 'candor-notice bad', role: 'alert' },
      icon('warning'),
      element(
        'div',
        { class: 'candor-notice-text' },
        element('strong', {}, `Your last edit was not saved: ${why}.`),
        element('blockquote', {}, words),
      ),
      element('div', { class: 'candor-actions' }, copy, dismiss),
    );
    copy.addEventListener('click', () => {
      navigator.clipboard.writeText(words).then(
        () => (copy.textContent = 'Copied'),
        () => getSelection()?.selectAllChildren(banner.querySelector('blockquote') as Node),
      );
    });
    dismiss.addEventListener('click', () => {
      banner.remove();
      const kept = this.kept();
      const at = kept.findIndex((each) => each.words === words);
      if (at >= 0) kept.splice(at, 1);
      this.keep(kept);
      this.dismissed();
    });
    this.dom.append(banner);
  }

  private kept(): { words: string; why: string }[] {
    try {
      return JSON.parse(this.storage.getItem(this.name) ?? '[]');
    } catch {
      return [];
    }
  }

  private keep(all: { words: string; why: string }[]): void {
    try {
      if (all.length === 0) this.storage.removeItem(this.name);
      else this.storage.setItem(this.name, JSON.stringify(all));
    } catch {
      // No room: the banner still holds them while the page is open.
    }
  }
}
