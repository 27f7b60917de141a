import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { PlacedCaret } from './caret-line';
import type { Socket, Time } from './connection';
import type { Identity } from './identity';
import type { Keeping } from './keeping';
import type { DropReason } from './wire';

/** What the page says about the words: `saved` only after the server's answer. */
export type Saving = 'saved' | 'saving' | 'offline' | 'locked' | 'read-only';

export interface Standing {
  saving: Saving;
  unsent: number;
  mayType: boolean;
  lockReason: string;
  /** close code after which the session does not come back by itself, else 0 */
  ended: number;
}

/** The editor that shows the text. */
export interface Host {
  readonly state: EditorState;
  dispatch(tr: Transaction): void;
  /** Starts over with a text from the server. */
  open(doc: Node): void;
}

export interface Listener {
  standing(standing: Standing): void;
  carets(moved: PlacedCaret[], left: string[]): void;
  /** Words that will not reach the text. */
  dropped(words: string, code: DropReason, message: string): void;
}

export interface SessionParts {
  host: Host;
  listener: Listener;
  identity: Identity;
  /** a fresh identity, when the kept edits turn out to be somebody else's */
  anew: () => Promise<Identity>;
  keeping: Keeping;
  connect: () => Socket;
  time: Time;
  random?: () => number;
}

/** What decides how safe the words are. */
export interface Circumstances {
  ended: number;
  online: boolean;
  /** whether a text was ever received */
  opened: boolean;
  unsent: number;
  locked: boolean;
  mayEdit: boolean;
}

export function saving({ ended, online, opened, unsent, locked, mayEdit }: Circumstances): Saving {
  if (ended === 4403 || ended === 4404) return 'read-only';
  if (!online) return opened || ended !== 0 ? 'offline' : 'saving';
  if (unsent > 0) return 'saving';
  if (locked) return 'locked';
  return mayEdit ? 'saved' : 'read-only';
}
