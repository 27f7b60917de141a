import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { PlacedCaret } from './collab/caret-line';
import { isFromServer } from './collab/local-steps';
import { openSession } from './collab/open';
import type { Standing } from './collab/parts';
import type { Session } from './collab/session';
import type { DropReason } from './collab/wire';
import type { Frame } from './frame';
import { InSight } from './in-sight';
import type { Margin } from './margin/margin';
import { Notices } from './notices';
import { CaretNews } from './caret-news';
import { drawnAt, isCaretNews, peopleHere, showCarets, writersHere } from './presence';
import { nodeType } from './schema';
import { freshState, textView, type TextParts } from './text-view';
import { SectionTeller } from './whereabouts';

const BEFORE: Standing = { saving: 'saving', unsent: 0, mayType: false, lockReason: '', ended: 0 };

/** How the text stands is told to the page at most this often, in milliseconds: every letter is saved by itself. */
const TELL_EVERY = 400;

type Tell = (name: string, detail: object) => void;

/** A text in its view and the session that brings changes to and fro; says above it and to the page how they stand. */
export class LiveText {
  readonly view: EditorView;
  session: Session | null = null;
  private notices: Notices | null = null;
  private standing = BEFORE;
  private told = '';
  private telling = 0;
  private opening = 0;
  private peopleShown = '[]';
  private readonly caretNews = new CaretNews(
    (moved, left) => this.carets(moved, left),
    (moved, left) => this.seen(moved, left),
  );
  private readonly inSight: InSight;
  private readonly sectionTeller: SectionTeller;
  private readonly parts: TextParts;

  constructor(
    parts: Omit<TextParts, 'dispatch' | 'focus' | 'margin' | 'editable' | 'tell'>,
    private readonly frame: Frame,
    private readonly margin: Margin,
    private readonly tell: Tell,
  ) {
    this.sectionTeller = new SectionTeller(tell);
    this.parts = {
      ...parts,
      tell: this.notify,
      margin: margin.plugins(),
      editable: () => this.mayType || margin.suggesting,
      dispatch: (tr) => this.dispatch(tr),
      focus: (focused) => this.tellCaret(focused),
    };
    this.view = textView(frame.page, this.parts);
    this.inSight = new InSight(this.view);
  }

  /** Whether what is typed goes into the text. */
  get mayType(): boolean {
    return this.standing.mayType;
  }

  /** The frame stands: how the text is can be shown. */
  begin(): void {
    this.frame.refreshTools();
    this.stands(this.standing);
  }

  /** @param wanted whether the text is still to be opened, asked after a pause */
  async open(docId: string, wanted: () => boolean): Promise<void> {
    if (this.session || !docId) return;
    const opening = ++this.opening;
    this.peopleShown = '';
    this.view.updateState(freshState(nodeType('doc').createAndFill() as Node, this.parts));
    this.notices?.dom.remove();
    this.notices = new Notices(localStorage, `candor:dropped:${docId}`, () => this.tellState());
    this.frame.announceIn(this.notices.dom);
    const opened = await openSession(
      docId,
      this.parts,
      () => this.view,
      () => this.margin.reopened(),
      {
        standing: (standing) => this.stands(standing),
        carets: (moved, left) => this.caretNews.arrived(moved, left),
        dropped: (words, code) => this.dropped(words, code),
      },
      () => opening === this.opening && wanted(),
    );
    if (!opened) return;
    this.session = opened;
    this.session.start();
  }

  close(): void {
    this.opening++;
    this.margin.stop();
    this.caretNews.forget();
    this.frame.close();
    this.session?.stop();
    this.session = null;
    this.standing = BEFORE;
  }

  /** The page may be going away. */
  leaving(): void {
    this.margin.close();
    this.session?.keepNow();
  }

  /** Says something above the text that needs no answer. */
  readonly notify = (text: string, sign?: 'warning' | 'check'): void => this.notices?.tell(text, sign);

  /** Whoever has not moved for a while is idle by now. */
  lookWhoIsIdle(): void {
    this.caretNews.arrived([], []);
  }

  dropped(words: string, code: DropReason): void {
    this.notices?.dropped(words, code);
    this.tellState();
  }

  private dispatch(tr: Transaction): void {
    const { view } = this;
    if (view.isDestroyed) return;
    const { state, transactions } = view.state.applyTransaction(tr);
    view.updateState(state);
    transactions.forEach((each) => this.caretNews.follow(each));
    if (transactions.some((each) => each.docChanged && !isFromServer(each))) {
      this.caretNews.typed();
      this.session?.changedHere();
    }
    if (transactions.some((each) => each.docChanged || each.selectionSet)) {
      this.tellCaret(view.hasFocus());
      this.sectionTeller.look(view);
    }
    this.frame.status.showWriters(writersHere(state, Date.now()));
    if (transactions.every(isCaretNews)) return;
    this.frame.refresh();
    this.margin.changed(transactions.some(isFromServer));
  }

  private tellCaret(focused: boolean): void {
    const { anchor, head } = this.view.state.selection;
    this.session?.caretMoved(focused ? anchor : null, focused ? head : null);
  }

  private stands(standing: Standing): void {
    const typing = this.standing.mayType;
    this.standing = standing;
    if (typing !== standing.mayType) {
      this.view.setProps({});
      this.frame.refreshTools();
    }
    this.notices?.stands(standing, new Date());
    this.frame.status.show(standing);
    this.tellState();
    this.margin.settle();
  }

  private tellState(): void {
    this.telling ||= window.setTimeout(() => {
      this.telling = 0;
      this.tellStateNow();
    }, TELL_EVERY);
  }

  private tellStateNow(): void {
    const { unsent, saving } = this.standing;
    const detail = { saving: this.notices?.hasDropped ? 'rejected' : saving, unsent };
    const told = JSON.stringify(detail);
    if (told === this.told) return;
    this.told = told;
    this.tell('candor-state', detail);
  }

  private seen(moved: readonly PlacedCaret[], left: readonly string[]): boolean {
    const before = drawnAt(this.view.state, [...moved.map(({ clientId }) => clientId), ...left]);
    const places = [...before, ...moved.map(({ head }) => head)];
    return places.some((place) => place !== null && this.inSight.has(place));
  }

  private carets(moved: PlacedCaret[], left: string[]): void {
    const { view } = this;
    if (view.isDestroyed) return;
    const now = Date.now();
    view.dispatch(showCarets(view.state, moved, left, now));
    const people = peopleHere(view.state, now);
    const shown = JSON.stringify(people);
    if (shown === this.peopleShown) return;
    this.peopleShown = shown;
    this.frame.status.showPeople(people);
    this.tell('candor-presence', { people });
  }
}
