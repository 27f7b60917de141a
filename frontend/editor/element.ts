import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { browserTime, type Socket } from './collab/connection';
import { identity } from './collab/identity';
import { Keeping } from './collab/keeping';
import { isFromServer } from './collab/local-steps';
import type { PlacedCaret } from './collab/caret-line';
import type { Standing } from './collab/parts';
import { Session } from './collab/session';
import type { RejectCode } from './collab/wire';
import { element } from './elements';
import { Facts, type Fact } from './facts';
import { Notices } from './notices';
import { peopleHere, showCarets } from './presence';
import { nodeType } from './schema';
import { Status } from './status';
import { freshState, textView, type TextParts } from './text-view';
import { Toolbar, type MergeField } from './toolbar/toolbar';

const BEFORE: Standing = { saving: 'saving', unsent: 0, mayType: false, lockReason: '', ended: 0 };

/**
 * `<candor-editor doc-id="…" label="…">`: one co-edited text.
 *
 * Attributes: `doc-id`, `label` (accessible name), `placeholder`, `compact` (no toolbar), `kind` (left to the page's
 * style sheet). Properties: `facts`, `mergeFields`; arrays or their JSON. Events, with their detail:
 * `candor-state` `{saving, unsent}`, `candor-presence` `{people}`, `candor-section` `{title}`.
 */
export class CandorEditor extends HTMLElement {
  static readonly observedAttributes = ['doc-id', 'label', 'placeholder'];

  private readonly ledger = new Facts();
  private fields: readonly MergeField[] = [];
  private view: EditorView | null = null;
  private parts: TextParts | null = null;
  private toolbar: Toolbar | null = null;
  private status = new Status();
  private notices: Notices | null = null;
  private session: Session | null = null;
  private standing = BEFORE;
  private told = '';
  private section = '';
  private opening = 0;

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

  connectedCallback(): void {
    // Properties set before this class was known hide its setters.
    for (const name of ['facts', 'mergeFields'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
    if (!this.view) this.build();
    addEventListener('pagehide', this.leaving);
    addEventListener('online', this.online);
    void this.open();
  }

  disconnectedCallback(): void {
    // Moved within the page: the next connectedCallback comes before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener('pagehide', this.leaving);
      removeEventListener('online', this.online);
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

  override focus(): void {
    this.view?.focus();
  }

  private readonly leaving = () => this.session?.keepNow();
  private readonly online = () => this.session?.hurry();

  private get docId(): string {
    return this.getAttribute('doc-id') ?? '';
  }

  private build(): void {
    const place = element('div', { class: 'candor-page' });
    this.parts = {
      facts: this.ledger,
      fields: () => this.fields,
      label: () => this.getAttribute('label') ?? 'Text',
      placeholder: () => this.getAttribute('placeholder') ?? '',
      editable: () => this.standing.mayType,
      openLink: () => this.toolbar?.openLink(),
      holder: this,
      dispatch: (tr) => this.dispatch(tr),
      focus: (focused) => this.tellCaret(focused),
    };
    this.view = textView(place, this.parts);
    this.toolbar = new Toolbar(() => this.view as EditorView, this.ledger, this);
    this.toolbar.mergeFields(this.fields);
    this.status = new Status();
    this.told = '';
    const bar = element('div', { class: 'candor-bar' }, this.toolbar.dom, this.status.saving, this.status.people);
    this.prepend(bar, place);
    this.stands(BEFORE);
  }

  private async open(): Promise<void> {
    const docId = this.docId;
    if (this.session || !docId || !this.view) return;
    const opening = ++this.opening;
    this.view.updateState(freshState(nodeType('doc').createAndFill() as Node, this.parts as TextParts));
    this.notices?.dom.remove();
    this.notices = new Notices(localStorage, `candor:dropped:${docId}`, () => this.tellState());
    this.querySelector('.candor-bar')?.after(this.notices.dom);
    const keeping = new Keeping(localStorage, docId, Date.now);
    const claim = () => identity(docId, keeping, navigator.locks, sessionStorage);
    const claimed = await claim();
    if (opening !== this.opening || !this.isConnected) return claimed.release();
    const view = () => this.view as EditorView;
    const parts = this.parts as TextParts;
    this.session = new Session({
      host: {
        get state() {
          return view().state;
        },
        dispatch: (tr) => view().dispatch(tr),
        open: (doc: Node) => view().updateState(freshState(doc, parts)),
      },
      listener: {
        standing: (standing) => this.stands(standing),
        carets: (moved, left) => this.carets(moved, left),
        dropped: (words, code) => this.dropped(words, code),
      },
      identity: claimed,
      anew: claim,
      keeping,
      connect: () => this.connect(docId),
      time: browserTime,
    });
    this.session.start();
  }

  private connect(docId: string): Socket {
    const url = new URL(`collab/${encodeURIComponent(docId)}`, document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(url) as Socket;
  }

  private close(): void {
    this.opening++;
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
      this.tellSection(view);
    }
    this.toolbar?.refresh();
  }

  private tellCaret(focused: boolean): void {
    if (!this.view) return;
    const { anchor, head } = this.view.state.selection;
    this.session?.caretMoved(focused ? anchor : null, focused ? head : null);
  }

  private tellSection({ state }: EditorView): void {
    let title = '';
    state.doc.nodesBetween(0, state.selection.head, (node) => {
      if (node.type === nodeType('heading')) title = node.textContent;
      return !node.isTextblock;
    });
    if (title === this.section) return;
    this.section = title;
    this.tell('candor-section', { title });
  }

  private stands(standing: Standing): void {
    const typing = this.standing.mayType;
    this.standing = standing;
    if (typing !== standing.mayType) this.view?.setProps({});
    this.notices?.stands(standing, new Date());
    this.status.show(standing);
    this.toolbar?.refresh();
    this.tellState();
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
    const before = JSON.stringify(peopleHere(view.state));
    view.dispatch(showCarets(view.state, moved, left, Date.now()));
    const people = peopleHere(view.state);
    if (JSON.stringify(people) === before) return;
    this.status.showPeople(people);
    this.tell('candor-presence', { people });
  }

  private dropped(words: string, code: RejectCode): void {
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
