import type { WireStep } from './wire';

/** A push that may have reached the server: sent again it must be the same, number for number. */
export interface SentPush {
  clientSeq: number;
  baseSeq: number;
  steps: WireStep[];
}

/** What one tab still owes the server, kept through reload, crash and closing. */
export interface Unsent {
  clientId: string;
  /** who typed it; nobody else may push it */
  userId: string;
  schemaHash: string;
  /** the last number used for a push */
  clientSeq: number;
  /** seq of the confirmed text that `steps` stand on */
  seq: number;
  steps: WireStep[];
  /** how many of `steps` are those of `sent` */
  sentCount: number;
  sent: SentPush | null;
  /** pushes that no longer hang on the text shown; the first may have been sent */
  detached: SentPush[];
  savedAt: number;
}

export type KeyValues = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Words kept longer than this belong to no living edit, in milliseconds: 14 days. */
const KEPT_FOR = 14 * 24 * 3600 * 1000;

/** Unsent edits of one text in the browser's storage, one entry per tab. Nothing stays once the server has it. */
export class Keeping {
  private readonly prefix: string;

  constructor(
    private readonly storage: KeyValues,
    docId: string,
    private readonly now: () => number,
  ) {
    this.prefix = `candor:unsent:${docId}:`;
  }

  /** Tabs that left edits behind, oldest first. */
  tabs(): Unsent[] {
    const found: Unsent[] = [];
    for (const name of this.names()) {
      const unsent = this.read<Unsent>(name);
      if (!unsent?.clientId || this.now() - unsent.savedAt > KEPT_FOR) {
        this.storage.removeItem(name);
        this.storage.removeItem(name.replace('unsent', 'base'));
      } else found.push(unsent);
    }
    return found.sort((a, b) => a.savedAt - b.savedAt);
  }

  /**
   * @param base the confirmed text at `unsent.seq`, asked for only when it is not kept yet; null when it is not to be kept now
   * @returns false when the browser has no room: the edits then live in memory only
   */
  keep(unsent: Unsent, base: (() => unknown) | null): boolean {
    const name = this.prefix + unsent.clientId;
    try {
      if (base && unsent.steps.length > 0 && this.baseSeq !== unsent.seq) {
        this.storage.setItem(this.baseName(unsent.clientId), JSON.stringify({ seq: unsent.seq, doc: base() }));
        this.baseSeq = unsent.seq;
      }
      this.storage.setItem(name, JSON.stringify(unsent));
      return true;
    } catch {
      return this.keepWithoutBase(name, unsent);
    }
  }

  /** The confirmed text the kept steps stand on, or null when it could not be kept. */
  base(unsent: Unsent): unknown {
    const kept = this.read<{ seq: number; doc: unknown }>(this.baseName(unsent.clientId));
    return kept?.seq === unsent.seq ? kept.doc : null;
  }

  forget(clientId: string): void {
    this.storage.removeItem(this.prefix + clientId);
    this.storage.removeItem(this.baseName(clientId));
    this.baseSeq = -1;
  }

  private baseSeq = -1;

  private keepWithoutBase(name: string, unsent: Unsent): boolean {
    try {
      this.storage.removeItem(this.baseName(unsent.clientId));
      this.baseSeq = -1;
      this.storage.setItem(name, JSON.stringify(unsent));
      return true;
    } catch {
      return false;
    }
  }

  private baseName(clientId: string) {
    return this.prefix.replace('unsent', 'base') + clientId;
  }

  private names(): string[] {
    const all = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i));
    return all.filter((name): name is string => !!name?.startsWith(this.prefix));
  }

  private read<T>(name: string): T | null {
    try {
      return JSON.parse(this.storage.getItem(name) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }
}
