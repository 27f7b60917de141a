import type { Node } from 'prosemirror-model';
import { NodeSelection, Plugin } from 'prosemirror-state';
import type { EditorView, NodeView } from 'prosemirror-view';
import { utcTime } from './dom';
import { element, uniqueId } from './elements';
import { beside } from './popover';
import { nodeType } from './schema';

/** One row of the incident's ledger, as the server sets it. */
export interface Fact {
  key: string;
  label: string;
  value: string;
  confirmedBy?: string;
  /** ISO instant, or a time already written out */
  at?: string;
  source?: string;
  state?: string;
  /** earlier values, newest first */
  history?: readonly { value: string; confirmedBy?: string; at?: string; source?: string }[];
}

/** The ledger as this page knows it; tokens draw themselves again when it changes. */
export class Facts {
  private rows: readonly Fact[] = [];
  private readonly tokens = new Set<FactToken>();

  all(): readonly Fact[] {
    return this.rows;
  }

  find(key: string): Fact | undefined {
    return this.rows.find((fact) => fact.key === key);
  }

  set(rows: readonly Fact[]): void {
    this.rows = rows;
    for (const token of this.tokens) token.draw();
  }

  token(node: Node): FactToken {
    const token = new FactToken(node, this, () => this.tokens.delete(token));
    this.tokens.add(token);
    return token;
  }
}

export function isKnown(fact: Fact | undefined): fact is Fact {
  return fact !== undefined && fact.state !== 'unknown' && fact.value !== '';
}

/** Earlier values a card lists; the ledger page has them all. */
const SHOWN_HISTORY = 3;

/** "M. Adeyemi, 10:31 UTC · account import" */
export function provenance(fact: Pick<Fact, 'confirmedBy' | 'at' | 'source'>): string {
  const who = [fact.confirmedBy, fact.at && utcTime(fact.at)].filter(Boolean).join(', ');
  return [who, fact.source].filter(Boolean).join(' · ');
}

class FactToken implements NodeView {
  readonly dom = element('span', { class: 'fact' });

  constructor(
    private readonly node: Node,
    private readonly facts: Facts,
    private readonly gone: () => void,
  ) {
    this.dom.dataset.fact = node.attrs.key;
    this.draw();
  }

  draw(): void {
    const fact = this.facts.find(this.node.attrs.key);
    const label = fact?.label;
    const known = isKnown(fact);
    this.dom.textContent = known ? fact.value : label ? 'not yet known' : 'Fact not in the ledger';
    this.dom.className = `fact${known ? '' : ' unknown'}${fact?.state && known ? ` ${CSS.escape(fact.state)}` : ''}`;
    const spoken = fact && [fact.label, known ? fact.value : 'not yet known', known && `confirmed by ${provenance(fact)}`];
    this.dom.setAttribute('role', 'img');
    this.dom.setAttribute('aria-label', spoken ? spoken.filter(Boolean).join(', ') : 'Fact not in the ledger');
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.gone();
  }
}

/** Shows where a fact comes from while the pointer, a finger or the caret is on its token. */
export function factCard(facts: Facts, holder: HTMLElement): Plugin {
  const card = element('div', { class: 'candor-card', role: 'tooltip', id: uniqueId('candor-fact'), popover: 'manual' });
  holder.append(card);
  let shownFor: HTMLElement | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    shownFor = null;
    if (card.matches(':popover-open')) card.hidePopover();
  };
  const hideSoon = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200);
  };
  const show = (token: HTMLElement) => {
    clearTimeout(leaving);
    if (shownFor === token && card.matches(':popover-open')) return;
    shownFor = token;
    fill(card, facts.find(token.dataset.fact ?? ''));
    if (!card.matches(':popover-open')) card.showPopover();
    beside(card, token.getBoundingClientRect());
  };
  const over = (event: Event) => {
    const token = (event.target as Element).closest<HTMLElement>('.fact[data-fact]');
    if (token) show(token);
    else if (shownFor) hideSoon();
  };
  card.addEventListener('pointerenter', () => clearTimeout(leaving));
  card.addEventListener('pointerleave', hideSoon);

  return new Plugin({
    props: {
      handleDOMEvents: {
        pointerover: (_view, event) => over(event),
        pointerleave: () => hideSoon(),
        blur: () => hideSoon(),
        keydown: (_view, event) => {
          if (event.key === 'Escape') hide();
        },
      },
    },
    view: () => ({
      update(view: EditorView) {
        const { selection } = view.state;
        const selected = selection instanceof NodeSelection && selection.node.type === nodeType('fact');
        if (selected && view.hasFocus()) {
          const dom = view.nodeDOM(selection.from);
          if (dom instanceof HTMLElement) show(dom);
        } else if (shownFor && (!shownFor.isConnected || !shownFor.matches(':hover'))) hide();
      },
      destroy() {
        clearTimeout(leaving);
        card.remove();
      },
    }),
  });
}

function fill(card: HTMLElement, fact: Fact | undefined): void {
  card.replaceChildren();
  if (!fact) {
    card.append(element('p', { class: 'candor-card-note' }, 'This fact is not in the ledger of this incident.'));
    return;
  }
  card.append(
    element('p', { class: 'candor-card-label' }, fact.label),
    element('p', { class: 'candor-card-value' }, isKnown(fact) ? fact.value : 'Not yet known'),
  );
  if (isKnown(fact)) card.append(element('p', { class: 'candor-card-note' }, provenance(fact) || 'Nobody confirmed it yet'));
  const earlier = fact.history ?? [];
  if (earlier.length === 0) return;
  card.append(element('p', { class: 'candor-card-label' }, 'Before that'));
  for (const each of earlier.slice(0, SHOWN_HISTORY)) {
    card.append(element('p', { class: 'candor-card-note' }, element('s', {}, each.value), ` ${provenance(each)}`));
  }
  if (earlier.length > SHOWN_HISTORY) {
    card.append(element('p', { class: 'candor-card-note' }, `and ${earlier.length - SHOWN_HISTORY} earlier`));
  }
}
