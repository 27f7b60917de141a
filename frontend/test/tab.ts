import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { history } from 'prosemirror-history';
import { Keeping, type KeyValues } from '../editor/collab/keeping';
import { isFromServer, localSteps } from '../editor/collab/local-steps';
import type { PlacedCaret } from '../editor/collab/caret-line';
import type { Standing } from '../editor/collab/parts';
import { Session } from '../editor/collab/session';
import { guard } from '../editor/guard';
import { schema } from '../editor/schema';
import { lineTo, perfect, type Authority, type Faults } from './authority';
import type { Socket, Time } from '../editor/collab/connection';

export class MemoryStorage implements KeyValues {
  private readonly entries = new Map<string, string>();
  /** characters this storage takes */
  room = Infinity;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(name: string): string | null {
    return this.entries.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(name, value);
  }

  removeItem(name: string): void {
    this.entries.delete(name);
  }
}

let ids = 0;

/** One browser tab without a window: editor state, session and the storage that outlives a reload. */
export class Tab {
  state = empty();
  standing: Standing = { saving: 'saving', unsent: 0, mayType: false, lockReason: '', ended: 0 };
  dropped: string[] = [];
  carets: PlacedCaret[] = [];
  private session!: Session;
  private line: { cut(): void } | null = null;
  private life = 0;

  constructor(
    readonly userId: string,
    /** the server in memory, or how to reach a real one */
    private readonly authority: Authority | (() => Socket & { cut(): void }),
    private readonly time: Time,
    private readonly faults: Faults = perfect,
    private readonly random: () => number = () => 0,
    readonly storage = new MemoryStorage(),
    private readonly newId: () => string = () => `tab${++ids}`,
  ) {
    this.load();
  }

  /** A fresh page in this tab: nothing is left but the storage. */
  load(): void {
    const life = ++this.life;
    this.state = empty();
    this.standing = { ...this.standing, mayType: false };
    const keeping = new Keeping(this.storage, 'doc', () => this.time.now());
    const unsent = keeping.tabs()[0] ?? null;
    const tab = this as Tab;
    this.session = new Session({
      host: {
        get state() {
          return tab.state;
        },
        dispatch: (tr) => this.dispatch(tr),
        open: (doc) => (this.state = empty(doc)),
      },
      listener: {
        standing: (standing) => (this.standing = standing),
        carets: (moved) => (this.carets = moved),
        dropped: (words) => this.dropped.push(words),
      },
      identity: { clientId: unsent?.clientId ?? this.newId(), unsent, release: () => {} },
      anew: () => Promise.resolve({ clientId: this.newId(), unsent: null, release: () => {} }),
      keeping,
      connect: () => {
        if (typeof this.authority === 'function') {
          this.line = this.authority();
          return this.line as Socket & { cut(): void };
        }
        const person = { userId: this.userId, name: this.userId, color: 'p1' };
        const after = (ms: number, run: () => void) => this.time.after(ms, () => life === this.life && run());
        this.line = lineTo(this.authority, person, after, this.faults);
        return this.line as ReturnType<typeof lineTo>;
      },
      time: { now: () => this.time.now(), after: (ms, run) => this.time.after(ms, () => life === this.life && run()) },
      random: this.random,
    });
    this.session.start();
  }

  /** The page goes away and comes back; `warned` is whether the browser told it before. */
  reload(warned = true): void {
    if (warned) this.session.keepNow();
    this.cut();
    this.load();
  }

  /** The page is gone, for good. */
  close(): void {
    this.session.keepNow();
    this.cut();
    this.life++;
  }

  cut(): void {
    this.line?.cut();
  }

  hurry(): void {
    this.session.hurry();
  }

  moveCaret(anchor: number | null): void {
    this.session.caretMoved(anchor, anchor);
  }

  dispatch(tr: Transaction): void {
    tr.setTime(this.time.now());
    const { state, transactions } = this.state.applyTransaction(tr);
    this.state = state;
    if (transactions.some((each) => each.docChanged && !isFromServer(each))) this.session.changedHere();
  }

  type(text: string, at = this.end): void {
    for (const char of text) this.dispatch(this.state.tr.insertText(char, at++));
  }

  get end(): number {
    return this.state.doc.content.size - 1;
  }

  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n');
  }
}

function empty(doc: Node = schema.node('doc', null, [schema.node('paragraph')])): EditorState {
  return EditorState.create({ doc, plugins: [localSteps(), guard(), history()] });
}
