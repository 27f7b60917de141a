import type { Keeping, KeyValues, Unsent } from './keeping';

export interface Identity {
  clientId: string;
  unsent: Unsent | null;
  release: () => void;
}

type Locks = Pick<LockManager, 'request'>;

/**
 * Who this tab is to the server. A fresh random id, unless an earlier page left edits behind: then its id goes on,
 * because only under that id the server can tell a push sent twice from two pushes. A lock keeps a duplicated tab from
 * taking the id of a living one.
 */
export async function identity(
  docId: string,
  keeping: Keeping,
  locks: Locks | undefined,
  ownTab: KeyValues,
): Promise<Identity> {
  const marker = `candor:left:${docId}`;
  const left = ownTab.getItem(marker);
  ownTab.removeItem(marker);
  const waiting = keeping.tabs().sort((a, b) => Number(b.clientId === left) - Number(a.clientId === left));
  for (const unsent of waiting) {
    // Without locks (plain http) only this tab's own leftovers are surely nobody else's.
    if (!locks && unsent.clientId !== left) continue;
    const release = locks ? await claim(locks, docId, unsent.clientId) : () => {};
    if (release) return leaving(unsent.clientId, unsent, release);
  }
  const clientId = randomId();
  const release = (locks && (await claim(locks, docId, clientId))) ?? (() => {});
  return leaving(clientId, null, release);

  function leaving(id: string, unsent: Unsent | null, unlock: () => void): Identity {
    return {
      clientId: id,
      unsent,
      release: () => {
        ownTab.setItem(marker, id);
        unlock();
      },
    };
  }
}

function claim(locks: Locks, docId: string, clientId: string): Promise<(() => void) | null> {
  return new Promise((answer) => {
    locks
      .request(`candor:${docId}:${clientId}`, { ifAvailable: true }, (lock) => {
        if (!lock) return answer(null);
        return new Promise<void>((release) => answer(() => release()));
      })
      .catch(() => answer(null));
  });
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
