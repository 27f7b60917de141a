import type { EditorView } from 'prosemirror-view';
import { element } from './elements';
import type { Facts } from './facts';
import { FindBar } from './find';
import { Help } from './help';
import { pickPicture, type PictureParts } from './images';
import type { Inserts } from './insertables';
import { Pause } from './pause';
import { Status } from './status';
import { Formatting, type MergeField } from './toolbar/formatting';

/** The tools are looked over when nothing changed for this long, in milliseconds. */
const QUIET = 100;

/** Where many write at once it is never quiet: then at least this often, in milliseconds. */
const LONGEST = 400;

/** The text that a frame is for. */
export interface Framed {
  /** the element that all of it stands in */
  holder: HTMLElement;
  view: () => EditorView;
  facts: Facts;
  pictures: PictureParts;
  /** whether anybody can be mentioned */
  people: () => boolean;
  /** further buttons at the right end of the bar */
  more: HTMLElement;
}

/** What stands around a text: its tools, whether it is saved, its find bar and its list of keys. */
export class Frame {
  /** the text goes into this */
  readonly page = element('div', { class: 'candor-page' });
  readonly status = new Status();
  private readonly findBar: FindBar;
  private readonly help: Help;
  private toolbar: Formatting | null = null;
  private readonly changes = new Pause(QUIET, LONGEST, () => {
    this.findBar.refresh();
    this.toolbar?.refresh();
  });

  constructor(private readonly text: Framed) {
    this.findBar = new FindBar(text.view);
    this.help = new Help(() => text.view().focus());
  }

  /** What the list behind `/` opens. */
  get inserts(): Inserts {
    const { view, pictures, people } = this.text;
    return {
      fact: () => this.toolbar?.open('fact'),
      time: () => this.toolbar?.open('time'),
      link: () => this.toolbar?.open('link'),
      picture: () => pickPicture(view(), pictures),
      pictures: pictures.allowed,
      people,
    };
  }

  /** Puts everything in its place, once there is a view. */
  furnish(fields: readonly MergeField[]): void {
    const { holder, view, facts, pictures, more } = this.text;
    const toolbar = new Formatting({
      view,
      facts,
      holder,
      pickPicture: () => pickPicture(view(), pictures),
      find: () => this.openFind(),
      help: () => this.openHelp(),
    });
    toolbar.mergeFields(fields);
    toolbar.takesPictures(pictures.allowed());
    this.toolbar = toolbar;
    const bar = element('div', { class: 'candor-bar' }, toolbar.dom, more, this.status.saving, this.status.people, this.status.writing);
    holder.prepend(bar, this.findBar.dom, this.page, this.help.dom);
  }

  /** Banners stand between the bar and the text. */
  announceIn(notices: HTMLElement): void {
    this.text.holder.querySelector('.candor-bar')?.after(notices);
  }

  readonly openFind = (): void => this.findBar.open();

  readonly openHelp = (): void => this.help.open();

  mergeFields(fields: readonly MergeField[]): void {
    this.toolbar?.mergeFields(fields);
  }

  /** The text or the selection changed. The tools are looked over in the next pause: keys come first. */
  refresh(): void {
    this.changes.happened();
  }

  /** The text is gone, and with it what the tools would look at. */
  close(): void {
    this.changes.forget();
  }

  /** What may be typed changed. */
  refreshTools(): void {
    this.toolbar?.refresh();
  }
}
