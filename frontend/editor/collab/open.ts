import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { readMarked } from '../marked';
import { freshState, type TextParts } from '../text-view';
import { browserTime, type Socket } from './connection';
import { identity } from './identity';
import { Keeping } from './keeping';
import type { SessionParts } from './parts';
import { Session } from './session';

/**
 * A session of this browser for a text, with its socket, storage and tab identity; not started.
 *
 * @param wanted whether it is still needed once the identity is claimed
 * @returns null if it is not
 */
export async function openSession(
  docId: string,
  parts: TextParts,
  view: () => EditorView,
  opened: () => void,
  listener: SessionParts['listener'],
  wanted: () => boolean,
): Promise<Session | null> {
  const keeping = new Keeping(localStorage, docId, Date.now);
  const claim = () => identity(docId, keeping, navigator.locks, sessionStorage);
  const claimed = await claim();
  if (!wanted()) {
    claimed.release();
    return null;
  }
  return new Session({
    host: {
      get state() {
        return view().state;
      },
      dispatch: (tr) => view().dispatch(tr),
      open: (doc: Node) => {
        view().updateState(freshState(doc, parts));
        opened();
      },
    },
    listener,
    identity: claimed,
    anew: claim,
    keeping,
    connect: () => connect(docId, view),
    time: browserTime,
  });
}

function connect(docId: string, view: () => EditorView): Socket {
  const url = new URL(`collab/${encodeURIComponent(docId)}`, document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  socket.addEventListener('message', () => readMarked(view()));
  return socket as Socket;
}
