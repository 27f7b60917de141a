import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isFromServer } from './collab/local-steps';
import type { PlacedCaret } from './collab/caret-line';
import type { Standing } from './collab/parts';
import { openSession } from './collab/open';
import type { Session } from './collab/session';
import type { DropReason } from './collab/wire';
import { copyAll } from './clipboard';
import { element } from './elements';
import { Facts, type Fact } from './facts';
import { FindBar } from './find';
import { Help } from './help';
import { pickPicture } from './images';
import type { MentionedPerson } from './insertables';
import { Margin } from './margin/margin';
import type { Note } from './margin/note-layer';
import { Notices } from './notices';
import { isWriting } from '../shell/shortcuts';
import { peopleHere, showCarets } from './presence';
import { nodeType } from './schema';
import { key as sectionsKey, type Section } from './sections';
import { Status } from './status';
import { nextStop } from './stops';
import { freshState, textView, type TextParts } from './text-view';
import { Formatting, type MergeField } from './toolbar/formatting';
import { SectionTeller } from './whereabouts';
import { judgedFrom, place as placed, Voice } from '../voice/voice';
import type { Judged } from '../voice/findings';

const BEFORE: Standing = { saving: 'saving', unsent: 0, mayType: false, lockReason: '', ended: 0 };

/**
 * `<candor-editor doc-id="…" label="…">`: one co-edited text.
 *
 * Attributes: `doc-id`, `label` (accessible name), `placeholder`, `compact` (no toolbar), `pictures` (may be added),
 * `kind` (left to the page's style sheet). Properties: `facts`, `mergeFields`, `people`, `sections`; arrays or their
 * JSON. With `judged-words`, the text is handed over as `candor-words` `{number, document}` while it is written, the
 * answer is the property `judged`, and `candor-keep` `{key, reason}` asks to keep words.
 * Events, with their detail: `candor-state` `{saving, unsent}`, `candor-presence` `{people}`, `candor-section` `{title}`.
 *
 * Beside the text: attribute `suggest` (begins in suggestion mode), property `notes` (comments and suggestions; shows
 * their buttons). `candor-comment` `{seq, from, to}` and `candor-suggestion` `{id, seq, steps}` ask the page to keep one,
 * `candor-note` `{id}` says that one was clicked, `candor-notes-stale` asks for their places anew.
 */
export class CandorEditor extends HTMLElement {
  static readonly observedAttributes = ['doc-id', 'label', 'placeholder'];

  private readonly ledger = new Facts();
  private fields: readonly MergeField[] = [];
  private mentionable: readonly MentionedPerson[] = [];
  private asked: readonly Section[] = [];
  private readonly sectionTeller = new SectionTeller((name, detail) => this.tell(name, detail));
  private view: EditorView | null = null;
  private parts: TextParts | null = null;
  private toolbar: Formatting | null = null;
  private findBar: FindBar | null = null;
  private status = new Status();
  private notices: Notices | null = null;
  private session: Session | null = null;
  private voice: Voice | null = null;
  private standing = BEFORE;
  private told = '';
  private opening = 0;
  private peopleShownAt = 0;
  private idleCheck = 0;
  private readonly margin = this.newMargin();

  get facts(): readonly Fact[] {
    return this.ledger.all();
  }

  set facts(rows: readonly Fact[] | string | null) {
    this.ledger.set(list<Fact>(rows));
  }

  get mergeFields(): readonly MergeField[] {
    return this.fields;
  }

  set mergeFields(fields: readonly MergeField[] | string | null) {
    this.fields = list<MergeField>(fields);
    this.toolbar?.mergeFields(this.fields);
  }

  /** What the rules of voice and tone say of the text that was handed over. */
  get judged(): Judged | string | null {
    return null;
  }

  set judged(value: Judged | string | null) {
    const judged = judgedFrom(value);
    if (judged) this.voice?.judged(judged);
  }

  /** Number of the newest commit in the text shown, -1 before there is one. */
  shown(): number {
    return this.session?.version ?? -1;
  }

  /** Has the text judged again. */
  judgeAgain(): void {
    this.voice?.again();
  }

  get people(): readonly MentionedPerson[] {
    return this.mentionable;
  }

  set people(people: readonly MentionedPerson[] | string | null) {
    this.mentionable = list<MentionedPerson>(people);
  }

  get sections(): readonly Section[] {
    return this.asked;
  }

  set sections(sections: readonly Section[] | string | null) {
    this.asked = list<Section>(sections);
    this.view?.dispatch(this.view.state.tr.setMeta(sectionsKey, true));
  }

  get notes(): readonly Note[] {
    return this.margin.notes;
  }

  set notes(notes: readonly Note[] | string | null) {
    if (notes !== null) this.margin.notes = list<Note>(notes);
  }

  /** Brings the words of a comment or suggestion into sight. */
  showNote(id: string): void {
    this.margin.show(id);
  }

  /** The page could not keep a suggestion: its words are shown for copying. */
  suggestionRefused(id: string): void {
    this.margin.refused(id);
  }

  /** Goes on with an own suggestion that the page took back. */
  resumeSuggestion(id: string): void {
    this.margin.resume(id);
  }

  connectedCallback(): void {
    // Properties set before this class was known hide its setters.
    for (const name of ['facts', 'mergeFields', 'people', 'sections', 'notes', 'judged'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
    if (!this.view) this.build();
    addEventListener('pagehide', this.leaving);
    addEventListener('online', this.online);
    addEventListener('keydown', this.pressed);
    clearInterval(this.idleCheck);
    this.idleCheck = window.setInterval(() => this.carets([], []), 30_000);
    void this.open();
  }

  disconnectedCallback(): void {
    // Moved within the page: the next connectedCallback comes before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener('pagehide', this.leaving);
      removeEventListener('online', this.online);
      removeEventListener('keydown', this.pressed);
      clearInterval(this.idleCheck);
      this.close();
      this.view?.destroy();
      this.view = null;
      this.replaceChildren();
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.view) return;
    if (name === 'doc-id') {
      this.close();
      void this.open();
    } else this.view.setProps({});
  }

  /** The whole text on the clipboard, formatted and plain. */
  async copyAll(): Promise<void> {
    if (this.view) await copyAll(this.view, (text, icon) => this.notices?.tell(text, icon));
  }

  override focus(): void {
    this.view?.focus();
  }

  private readonly leaving = () => {
    this.margin.close();
    this.session?.keepNow();
  };
  /** On to the next finding, comment or suggestion. */
  private step(by: 1 | -1): boolean {
    const { view } = this;
    if (!view) return false;
    const next = nextStop([...(this.voice?.stops() ?? []), ...this.margin.stops()], view.state.selection.from, by);
    next?.go();
    return next !== undefined;
  }

  /** `?` lists the keys wherever nobody is writing; F8 works in and beside the text. */
  private readonly pressed = (event: KeyboardEvent) => {
    if (event.key === 'F8' && !event.defaultPrevented && this.step(event.shiftKey ? -1 : 1)) event.preventDefault();
    if (event.key !== '?' || event.defaultPrevented || isWriting(event.composedPath())) return;
    event.preventDefault();
    this.parts?.openHelp();
  };
  private readonly online = () => this.session?.hurry();

  private get docId(): string {
    return this.getAttribute('doc-id') ?? '';
  }

  private build(): void {
    const place = element('div', { class: 'candor-page' });
    const view = () => this.view as EditorView;
    const pictureParts = {
      allowed: () => this.hasAttribute('pictures'),
      docId: () => this.docId,
      tell: (text: string) => this.notices?.tell(text),
      holder: this,
    };
    const help = new Help(() => this.view?.focus());
    const findBar = new FindBar(view);
    this.findBar = findBar;
    this.voice = this.hasAttribute('judged-words') ? this.judging() : null;
    this.parts = {
      facts: this.ledger,
      fields: () => this.fields,
      label: () => this.getAttribute('label') ?? 'Text',
      placeholder: () => this.getAttribute('placeholder') ?? '',
      editable: () => this.standing.mayType || this.margin.suggesting,
      docId: () => this.docId,
      people: () => this.mentionable,
      sections: () => this.asked,
      inserts: {
        fact: () => this.toolbar?.open('fact'),
        time: () => this.toolbar?.open('time'),
        link: () => this.toolbar?.open('link'),
        picture: () => pickPicture(view(), pictureParts),
        pictures: pictureParts.allowed,
        people: () => this.mentionable.length > 0,
      },
      openFind: () => findBar.open(),
      openHelp: () => help.open(),
      tell: pictureParts.tell,
      more: () => this.voice?.plugins() ?? [],
      holder: this,
      margin: this.margin.plugins(),
      dispatch: (tr) => this.dispatch(tr),
      focus: (focused) => this.tellCaret(focused),
    };
    this.view = textView(place, this.parts);
    this.toolbar = new Formatting({
      view,
      facts: this.ledger,
      holder: this,
      pickPicture: () => pickPicture(view(), pictureParts),
      find: () => findBar.open(),
      help: () => help.open(),
    });
    this.toolbar.mergeFields(this.fields);
    this.toolbar.takesPictures(pictureParts.allowed());
    this.status = new Status();
    this.told = '';
    const bar = element('div', { class: 'candor-bar' }, this.toolbar.dom, this.margin.tools.dom, this.status.saving, this.status.people);
    this.prepend(bar, findBar.dom, place, help.dom);
    if (this.hasAttribute('suggest')) this.margin.suggest(true);
    if (this.voice) place.after(placed(this.voice));
    this.stands(BEFORE);
  }

  private judging(): Voice {
    return new Voice({
      view: () => this.view,
      editable: () => this.standing.mayType,
      send: (number, document) => this.tell('candor-words', { number, document }),
      keep: (key, reason) => this.tell('candor-keep', { key, reason }),
      toSubject: () => this.tell('candor-subject', {}),
    });
  }

  private async open(): Promise<void> {
    const docId = this.docId;
    if (this.session || !docId || !this.view) return;
    const opening = ++this.opening;
    this.view.updateState(freshState(nodeType('doc').createAndFill() as Node, this.parts as TextParts));
    this.notices?.dom.remove();
    this.notices = new Notices(localStorage, `candor:dropped:${docId}`, () => this.tellState());
    this.querySelector('.candor-bar')?.after(this.notices.dom);
    const opened = await openSession(
      docId,
      this.parts as TextParts,
      () => this.view as EditorView,
      () => this.margin.reopened(),
      {
        standing: (standing) => this.stands(standing),
        carets: (moved, left) => this.carets(moved, left),
        dropped: (words, code) => this.dropped(words, code),
      },
      () => opening === this.opening && this.isConnected,
    );
    if (!opened) return;
    this.session = opened;
    this.session.start();
  }

  private newMargin(): Margin {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const editor = this;
    return new Margin({
      get view() {
        return editor.view;
      },
      get session() {
        return editor.session;
      },
      tell: (name, detail) => this.tell(name, detail),
      dropped: (words) => this.dropped(words, 'invalid'),
      changed: () => {
        this.view?.setProps({});
        this.toolbar?.refresh();
      },
    });
  }

  private close(): void {
    this.opening++;
    this.margin.stop();
    this.voice?.stop();
    this.session?.stop();
    this.session = null;
    this.standing = BEFORE;
  }

  private dispatch(tr: Transaction): void {
    const view = this.view;
    if (!view) return;
    const { state, transactions } = view.state.applyTransaction(tr);
    view.updateState(state);
    if (transactions.some((each) => each.docChanged && !isFromServer(each))) this.session?.changedHere();
    if (transactions.some((each) => each.docChanged || each.selectionSet)) {
      this.tellCaret(view.hasFocus());
      this.sectionTeller.look(view);
    }
    this.findBar?.refresh();
    this.toolbar?.refresh();
    this.margin.changed(transactions.some(isFromServer));
  }

  private tellCaret(focused: boolean): void {
    if (!this.view) return;
    const { anchor, head } = this.view.state.selection;
    this.session?.caretMoved(focused ? anchor : null, focused ? head : null);
  }

  private stands(standing: Standing): void {
    const typing = this.standing.mayType;
    this.standing = standing;
    if (typing !== standing.mayType) this.view?.setProps({});
    this.notices?.stands(standing, new Date());
    this.status.show(standing);
    this.toolbar?.refresh();
    this.tellState();
    this.margin.settle();
  }

  private tellState(): void {
    const { unsent, saving } = this.standing;
    const detail = { saving: this.notices?.hasDropped ? 'rejected' : saving, unsent };
    const told = JSON.stringify(detail);
    if (told === this.told) return;
    this.told = told;
    this.tell('candor-state', detail);
  }

  private carets(moved: PlacedCaret[], left: string[]): void {
    const view = this.view;
    if (!view) return;
    const before = JSON.stringify(peopleHere(view.state, this.peopleShownAt));
    this.peopleShownAt = Date.now();
    view.dispatch(showCarets(view.state, moved, left, Date.now()));
    const people = peopleHere(view.state, this.peopleShownAt);
    if (JSON.stringify(people) === before) return;
    this.status.showPeople(people);
    this.tell('candor-presence', { people });
  }

  private dropped(words: string, code: DropReason): void {
    this.notices?.dropped(words, code);
    this.tellState();
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Flow may hand over an array or its JSON. */
function list<T>(value: readonly T[] | string | null): readonly T[] {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value || '[]') : value;
  return Array.isArray(parsed) ? (parsed as T[]) : [];
}

if (!customElements.get('candor-editor')) customElements.define('candor-editor', CandorEditor);
