export interface Piece {
  text: string;
  marked: boolean;
}

export interface Result {
  id: string;
  version: number;
  question: Piece[];
  excerpt: Piece[];
  group: string;
}

export interface Answer {
  id: string;
  version: number;
  question: string;
  html: string;
  doNotSay: string;
}

export interface Copied {
  version: number;
  html: string;
  plain: string;
}

/** An answer of the server that is none: `status` as sent, the message for the person. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const SAYINGS: Record<number, string> = {
  401: 'This token does not work any more. Make a new one on your page in Candor.',
  404: 'This answer may not be given any more. Search again.',
};

/** Speaks the API of one server with one token. Sends no cookies. */
export class Client {
  constructor(
    private readonly server: string,
    private readonly token: string,
  ) {}

  async find(typed: string, settled: boolean, signal: AbortSignal): Promise<{ answers: Result[]; total: number }> {
    // Longer than the server looks at would only be refused on the way.
    const query = new URLSearchParams({ q: typed.slice(0, 200), settled: String(settled) });
    return this.ask(`/faq?${query}`, { signal });
  }

  async read(id: string, customer: string, ticket: string, signal: AbortSignal): Promise<Answer> {
    const query = new URLSearchParams({ customer: customer.slice(0, 120), ticket: ticket.slice(0, 120) });
    return this.ask(`/faq/${encodeURIComponent(id)}?${query}`, { signal });
  }

  /** The same id sent again records one copy. */
  async copy(id: string, asked: { id: string; version: number; customer: string; ticket: string }): Promise<Copied> {
    return this.ask(`/faq/${encodeURIComponent(id)}/copies`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(asked),
    });
  }

  private async ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(`${this.server}/api/v1${path}`, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      headers: { ...init.headers, Authorization: `Bearer ${this.token}` },
    });
    if (response.ok) return response.json() as Promise<T>;
    if (response.status === 429) {
      throw new ApiError(429, `Too many searches. Wait ${response.headers.get('Retry-After') ?? '60'} seconds.`);
    }
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new ApiError(response.status, SAYINGS[response.status] ?? problem.detail ?? 'Candor did not answer. Try again.');
  }
}
