import type { Standing } from './collab/parts';
import { element } from './elements';
import { icon, type IconName } from './icons';
import { colour, type PersonHere } from './presence';

/** "Saved" is written when nothing was typed for this long, in milliseconds: not a frame of the page goes by for it between two keys. */
const PAUSE = 150;

/** Right end of the toolbar: whether the words are safe, and who else is here. */
export class Status {
  readonly saving = element('span', { class: 'candor-saving', role: 'status' });
  readonly people = element('span', { class: 'candor-people', role: 'list', 'aria-label': 'Also here' });
  /** said to whoever does not see the mark beside the text */
  readonly writing = element('span', { class: 'candor-said', role: 'status' });
  private shown = '';
  private due = 0;

  /** Others' words tell the same standing again and again: that it is saved waits for keys here only. */
  show(standing: Standing): void {
    const pauses = standing.saving === 'saved' && this.saving.dataset.saving === 'saving';
    if (pauses && this.due) return;
    clearTimeout(this.due);
    this.due = 0;
    if (!pauses) this.write(standing);
    else {
      this.due = window.setTimeout(() => {
        this.due = 0;
        this.write(standing);
      }, PAUSE);
    }
  }

  private write({ saving, unsent }: Standing): void {
    const looks: Record<Standing['saving'], [IconName, string]> = {
      saved: ['check', 'Saved'],
      saving: ['saving', unsent > 0 ? 'Saving…' : 'Loading…'],
      offline: ['offline', 'Offline'],
      locked: ['lock', 'Locked'],
      'read-only': ['eye', 'Read only'],
    };
    const [sign, text] = looks[saving];
    // Written only when it changed, or a screen reader would say "Saved" after every key.
    if (text === this.shown) return;
    this.shown = text;
    this.saving.replaceChildren(icon(sign), text);
    this.saving.dataset.saving = saving;
  }

  /** Somebody writes where the caret here stands. */
  showWriters(names: readonly string[]): void {
    const said = names.length === 0 ? '' : `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} writing here`;
    if (this.writing.textContent !== said) this.writing.textContent = said;
  }

  showPeople(people: readonly PersonHere[]): void {
    this.people.replaceChildren(
      ...people.map(({ name, color, section, idle }) => {
        const said = [name, section && `in ${section}`, idle && 'idle'].filter(Boolean).join(', ');
        const avatar = element('span', { class: 'candor-avatar', role: 'listitem', 'aria-label': said, title: said }, initials(name));
        avatar.classList.toggle('idle', idle);
        avatar.style.setProperty('--person', colour(color));
        return avatar;
      }),
    );
  }
}

/** "M. Adeyemi" → MA, "Ines Okafor" → IO */
export function initials(name: string): string {
  const parts = name.split(/[\s.]+/).filter(Boolean);
  const first = parts[0]?.[0] ?? '?';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
