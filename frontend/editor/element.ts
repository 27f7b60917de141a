import { Voice, judgedFrom, place as placed } from '../voice/voice';
import type { Judged } from '../voice/findings';
import { isWriting } from '../shell/shortcuts';
import { copyAll } from './clipboard';
import { Facts, type Fact } from './facts';
import { Frame } from './frame';
import type { MentionedPerson } from './insertables';
import { LiveText } from './live-text';
import { Margin } from './margin/margin';
import type { Note } from './margin/note-layer';
import { adopt, list } from './properties';
import { key as sectionsKey, type Section } from './sections';
import { nextStop } from './stops';
import type { MergeField } from './toolbar/formatting';

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
  private live: LiveText | null = null;
  private frame: Frame | null = null;
  private voice: Voice | null = null;
  private idleCheck = 0;
  private readonly margin = this.newMargin();

  /** The text as it is edited; null while the element is on no page. */
  get view() {
    return this.live?.view ?? null;
  }

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
    this.frame?.mergeFields(this.fields);
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
    return this.live?.session?.version ?? -1;
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
    adopt(this, ['facts', 'mergeFields', 'people', 'sections', 'notes', 'judged']);
    if (!this.live) this.build();
    addEventListener('pagehide', this.leaving);
    addEventListener('online', this.online);
    addEventListener('keydown', this.pressed);
    clearInterval(this.idleCheck);
    this.idleCheck = window.setInterval(() => this.live?.lookWhoIsIdle(), 30_000);
    this.open();
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
      this.live = null;
      this.replaceChildren();
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.live) return;
    if (name === 'doc-id') {
      this.close();
      this.open();
    } else this.live.view.setProps({});
  }

  /** The whole text on the clipboard, formatted and plain. */
  async copyAll(): Promise<void> {
    if (this.live) await copyAll(this.live.view, this.live.notify);
  }

  override focus(): void {
    this.view?.focus();
  }

  private readonly leaving = () => this.live?.leaving();

  private readonly online = () => this.live?.session?.hurry();

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
    this.frame?.openHelp();
  };

  private get docId(): string {
    return this.getAttribute('doc-id') ?? '';
  }

  private open(): void {
    void this.live?.open(this.docId, () => this.isConnected);
  }

  private close(): void {
    this.voice?.stop();
    this.live?.close();
  }

  private build(): void {
    const docId = () => this.docId;
    const frame = new Frame({
      holder: this,
      view: () => (this.live as LiveText).view,
      facts: this.ledger,
      pictures: { allowed: () => this.hasAttribute('pictures'), docId, tell: (text) => this.live?.notify(text), holder: this },
      people: () => this.mentionable.length > 0,
      more: this.margin.tools.dom,
    });
    this.frame = frame;
    this.voice = this.hasAttribute('judged-words') ? this.judging() : null;
    this.live = new LiveText(
      {
        facts: this.ledger,
        fields: () => this.fields,
        label: () => this.getAttribute('label') ?? 'Text',
        placeholder: () => this.getAttribute('placeholder') ?? '',
        docId,
        people: () => this.mentionable,
        sections: () => this.asked,
        inserts: frame.inserts,
        openFind: frame.openFind,
        openHelp: frame.openHelp,
        more: () => this.voice?.plugins() ?? [],
        holder: this,
      },
      frame,
      this.margin,
      (name, detail) => this.tell(name, detail),
    );
    frame.furnish(this.fields);
    if (this.hasAttribute('suggest')) this.margin.suggest(true);
    if (this.voice) frame.page.after(placed(this.voice));
    this.live.begin();
  }

  private judging(): Voice {
    return new Voice({
      view: () => this.view,
      editable: () => this.live?.mayType ?? false,
      send: (number, document) => this.tell('candor-words', { number, document }),
      keep: (key, reason) => this.tell('candor-keep', { key, reason }),
      toSubject: () => this.tell('candor-subject', {}),
    });
  }

  private newMargin(): Margin {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const editor = this;
    return new Margin({
      get view() {
        return editor.view;
      },
      get session() {
        return editor.live?.session ?? null;
      },
      tell: (name, detail) => this.tell(name, detail),
      dropped: (words) => this.live?.dropped(words, 'invalid'),
      changed: () => {
        this.view?.setProps({});
        this.frame?.refreshTools();
      },
    });
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get('candor-editor')) customElements.define('candor-editor', CandorEditor);
