/** Timers and clock, so that a test can move them. Milliseconds. */
export interface Time {
  now(): number;
  after(ms: number, run: () => void): () => void;
}

export const browserTime: Time = {
  now: () => Date.now(),
  after(ms, run) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

/** The part of WebSocket that is used. */
export interface Socket {
  send(data: string): void;
  close(code?: number): void;
  binaryType?: string;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

interface Listener {
  opened(): void;
  received(message: unknown): void;
  /** @param final the server said not to come back like this */
  closed(code: number, final: boolean): void;
}

const utf8 = new TextDecoder();

const FIRST_RETRY = 250;
const LONGEST_RETRY = 5_000;
/** A handshake that answers later than this is taken for lost. */
const HANDSHAKE = 10_000;
const FINAL = new Set([4401, 4403, 4404, 4409]);

/** One WebSocket that comes back by itself: after 250 ms, then doubling to 5 s, each shortened by up to a half. */
export class Connection {
  private socket: Socket | null = null;
  private attempts = 0;
  private stopped = false;
  private cancel: () => void = () => {};

  constructor(
    private readonly connect: () => Socket,
    private readonly listener: Listener,
    private readonly time: Time,
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    this.cancel();
    if (this.stopped || this.socket) return;
    const socket = this.connect();
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    this.cancel = this.time.after(HANDSHAKE, () => this.lose(socket, 1006));
    socket.onopen = () => {
      if (this.socket !== socket) return;
      this.cancel();
      this.listener.opened();
    };
    socket.onmessage = ({ data }) => {
      if (this.socket !== socket) return;
      this.listener.received(JSON.parse(typeof data === 'string' ? data : utf8.decode(data as ArrayBuffer)));
    };
    socket.onclose = ({ code }) => this.lose(socket, code);
  }

  /** The server answered: the next break starts again with the short wait. */
  healthy(): void {
    this.attempts = 0;
  }

  send(message: unknown): void {
    this.socket?.send(JSON.stringify(message));
  }

  /** Drops a socket that no longer answers, and tries anew. */
  restart(): void {
    if (this.socket) this.lose(this.socket, 1006);
  }

  /** Tries at once, because the browser says the network is back. */
  hurry(): void {
    this.attempts = 0;
    if (!this.socket) this.open();
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
    const socket = this.socket;
    this.socket = null;
    socket?.close(1000);
  }

  private lose(socket: Socket, code: number): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.cancel();
    socket.onclose = socket.onmessage = socket.onopen = null;
    socket.close();
    const final = FINAL.has(code);
    if (final) this.stopped = true;
    else {
      const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.attempts++);
      this.cancel = this.time.after(wait * (1 - this.random() / 2), () => this.open());
    }
    this.listener.closed(code, final);
  }
}
