import { copy } from '../copy/clipboard';
import { element, marked, safe } from './build';
import { ApiError, Client, type Answer, type Result } from './client';
import { STYLE } from './style';

/** How long after a key press a search is sent, and when an empty result counts as missed, in milliseconds. */
const TYPING = 120;
const SETTLED = 2_000;

const script = document.currentScript as HTMLScriptElement | null;

/**
 * Candor's answers beside a ticket: `<candor-faq customer="…" ticket="…"></candor-faq>` after the script of the server. Search,
 * arrows choose, Enter copies rich and plain text and records the copy. The token that the person pastes stays in this browser,
 * for this site alone, until they let Candor forget it. `server` names another server than the one that the script came from.
 */
export class FaqPanel extends HTMLElement {
  static readonly observedAttributes = ['customer', 'ticket'];

  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly field = input({ type: 'search', role: 'combobox', 'aria-label': 'Search Candor’s answers', 'aria-expanded': 'true', 'aria-controls': 'found', placeholder: 'Search answers', maxlength: '200' });
  private readonly customer = input({ maxlength: '120', autocomplete: 'off' });
  private readonly ticket = input({ maxlength: '120', autocomplete: 'off' });
  private readonly list = element('div', { role: 'listbox', id: 'found', 'aria-label': 'Answers found' });
  private readonly answer = element('div', { class: 'answer' });
  private readonly status = element('div', { role: 'status', class: 'quiet' });
  private results: Result[] = [];
  private chosen = -1;
  private shown: Answer | null = null;
  private client: Client | null = null;
  private running: AbortController | null = null;
  private reading: AbortController | null = null;
  private timer = 0;
  private settling = 0;
  private pending: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    this.customer.value = this.getAttribute('customer') ?? this.customer.value;
    this.ticket.value = this.getAttribute('ticket') ?? this.ticket.value;
    const token = localStorage.getItem(this.place());
    if (token) this.open(token);
    else this.ask();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.settling);
    this.running?.abort();
    this.reading?.abort();
  }

  /** The host page moves on to another ticket. */
  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    const field = name === 'customer' ? this.customer : this.ticket;
    field.value = value ?? '';
    if (this.shown) void this.read();
  }

  private get server(): string {
    const from = this.getAttribute('server') ?? (script ? new URL(script.src).origin : location.origin);
    return from.replace(/\/$/, '');
  }

  private place(): string {
    return `candor-faq ${this.server}`;
  }

  private ask(message = ''): void {
    this.client = null;
    const token = input({ type: 'password', autocomplete: 'off', spellcheck: 'false' });
    const form = element(
      'form',
      { class: 'panel' },
      element('label', {}, 'Your personal token for Candor', token),
      element('p', { class: 'quiet' }, 'Make one on your page in Candor. It is kept in this browser for this site until you remove it.'),
      element('div', { class: 'row' }, element('button', { class: 'main', type: 'submit' }, 'Use this token')),
      element('div', { role: 'status', class: 'bad' }, message),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const given = token.value.trim();
      if (!given) return token.focus();
      localStorage.setItem(this.place(), given);
      this.open(given);
      this.field.focus();
    });
    this.root.replaceChildren(element('style', {}, STYLE), form);
  }

  private open(token: string): void {
    this.client = new Client(this.server, token);
    const copyButton = element('button', { class: 'main', type: 'button' }, 'Copy answer');
    copyButton.addEventListener('click', () => void this.copy());
    const forget = element('button', { type: 'button' }, 'Remove token');
    forget.addEventListener('click', () => {
      localStorage.removeItem(this.place());
      this.ask();
    });
    this.field.oninput = () => this.typed();
    this.field.onkeydown = (event) => this.pressed(event);
    this.customer.onchange = () => void this.read();
    this.ticket.onchange = () => void this.read();
    this.root.replaceChildren(
      element('style', {}, STYLE),
      element(
        'div',
        { class: 'panel' },
        this.field,
        this.list,
        this.answer,
        element('div', { class: 'two' }, element('label', {}, 'Customer', this.customer), element('label', {}, 'Ticket', this.ticket)),
        element('div', { class: 'row' }, copyButton, forget),
        this.status,
      ),
    );
    this.pending = this.search(false);
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.settling);
    this.pending = new Promise((done) => {
      this.timer = window.setTimeout(() => void this.search(false).then(done), TYPING);
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.choose(Math.min(this.results.length - 1, Math.max(0, this.chosen + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void this.copyWhatWasTypedFor();
    }
  }

  /** Who types fast and presses Enter gets the answer to what they typed, not to what was listed before. */
  private async copyWhatWasTypedFor(): Promise<void> {
    let waitedFor: Promise<void>;
    do {
      waitedFor = this.pending;
      await waitedFor;
    } while (waitedFor !== this.pending);
    await this.copy();
  }

  private async search(settled: boolean): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    const typed = this.field.value;
    try {
      const found = await this.client!.find(typed, settled, running.signal);
      if (running.signal.aborted) return;
      this.results = found.answers;
      this.draw();
      this.say(this.results.length ? `${found.total} ${found.total === 1 ? 'answer' : 'answers'}` : 'Nothing fits. Do not improvise: ask in Candor.');
      if (!this.results.length && typed.trim() && !settled) {
        this.settling = window.setTimeout(() => void this.search(true), SETTLED);
      }
      await this.choose(this.results.length ? 0 : -1);
    } catch (failure) {
      this.failed(failure);
    }
  }

  private draw(): void {
    let group = '';
    const rows: Node[] = [];
    this.results.forEach((result, index) => {
      if (result.group !== group) rows.push(element('div', { class: 'quiet', role: 'presentation' }, (group = result.group)));
      const row = element(
        'div',
        { role: 'option', id: `answer-${index}`, 'aria-selected': 'false' },
        element('b', {}, ...marked(result.question)),
        element('span', { class: 'quiet' }, ...marked(result.excerpt)),
      );
      row.addEventListener('click', () => void this.choose(index));
      rows.push(row);
    });
    this.list.replaceChildren(...rows);
    this.list.hidden = !rows.length;
  }

  private choose(index: number): Promise<void> {
    this.chosen = index;
    for (const row of this.list.querySelectorAll('[role=option]')) {
      const on = row.id === `answer-${index}`;
      row.setAttribute('aria-selected', String(on));
      if (on) row.scrollIntoView({ block: 'nearest' });
    }
    this.field.setAttribute('aria-activedescendant', index < 0 ? '' : `answer-${index}`);
    return this.read();
  }

  private async read(): Promise<void> {
    const result = this.results[this.chosen];
    this.reading?.abort();
    const reading = (this.reading = new AbortController());
    this.shown = null;
    if (!result || !this.client) return this.answer.replaceChildren();
    try {
      const answer = await this.client.read(result.id, this.customer.value.trim(), this.ticket.value.trim(), reading.signal);
      if (reading.signal.aborted) return;
      this.shown = answer;
      const parts: Node[] = [element('b', {}, answer.question), safe(answer.html)];
      if (answer.doNotSay) parts.push(element('div', { class: 'never' }, element('b', {}, 'Do not say: '), answer.doNotSay));
      this.answer.replaceChildren(...parts);
    } catch (failure) {
      this.failed(failure);
    }
  }

  private async copy(): Promise<void> {
    const shown = this.shown;
    if (!shown || !this.client) return this.say('There is nothing to copy.', true);
    const customer = this.customer.value.trim();
    try {
      const copied = await this.client.copy(shown.id, { id: crypto.randomUUID(), version: shown.version, customer, ticket: this.ticket.value.trim() });
      const worked = await copy(copied.html, copied.plain);
      if (worked) this.say(`Copied version ${copied.version} of “${shown.question}”${customer ? ` for ${customer}` : ''}`);
      else this.say('The browser did not let Candor write to the clipboard. The copy is on record; select the text and copy it.', true);
    } catch (failure) {
      this.failed(failure);
      if (failure instanceof ApiError && failure.status === 409) await this.read();
    }
  }

  private failed(failure: unknown): void {
    if (failure instanceof DOMException && failure.name === 'AbortError') return;
    if (failure instanceof ApiError && failure.status === 401) {
      localStorage.removeItem(this.place());
      return this.ask(failure.message);
    }
    this.say(failure instanceof ApiError ? failure.message : 'Candor cannot be reached. Nothing was copied.', true);
  }

  private say(words: string, bad = false): void {
    this.status.textContent = words;
    this.status.classList.toggle('bad', bad);
  }
}

function input(attributes: Record<string, string>): HTMLInputElement {
  return element('input', attributes);
}

if (!customElements.get('candor-faq')) customElements.define('candor-faq', FaqPanel);
