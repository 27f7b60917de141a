import { undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import { Authority, perfect, textOf, type Faults } from './authority';
import { MemoryStorage, Tab } from './tab';
import { seeded, VirtualTime } from './virtual-time';

const slow: Faults = { ...perfect, delay: () => 50 };

function open(words: string, count = 1, faults: Faults = perfect) {
  const time = new VirtualTime();
  const authority = new Authority(textOf(words));
  const tabs = Array.from({ length: count }, (_, i) => new Tab(`user${i}`, authority, time, faults));
  time.advance(500);
  return { time, authority, tabs, tab: tabs[0] as Tab, other: tabs[1] as Tab };
}

describe('a text open in several tabs', () => {
  it('brings what one types to the other', () => {
    const { time, tab, other } = open('Known: ', 2, slow);
    tab.type('nothing');
    time.advance(1000);
    expect(other.text).toBe('Known: nothing');
  });

  it('keeps the words of two people who type at the same place', () => {
    const { time, authority, tab, other } = open('-', 2, slow);
    tab.type('aaa', 1);
    other.type('bbb', 1);
    time.advance(2000);
    expect(tab.text).toBe(other.text);
    expect(tab.state.doc.eq(authority.doc)).toBe(true);
    expect([...tab.text].sort().join('')).toBe('-aaabbb');
  });

  it('says saved only after the server has answered', () => {
    const { time, tab } = open('', 1, slow);
    expect(tab.standing.saving).toBe('saved');
    tab.type('x');
    time.advance(99);
    expect(tab.standing).toMatchObject({ saving: 'saving', unsent: 1 });
    time.advance(2);
    expect(tab.standing).toMatchObject({ saving: 'saved', unsent: 0 });
  });

  it('has one push under way, however fast somebody types', () => {
    const { time, authority, tab } = open('', 1, slow);
    tab.type('abcdef');
    time.advance(60);
    expect(authority.pushes).toHaveLength(1);
    time.advance(500);
    expect(authority.pushes.map(({ clientSeq }) => clientSeq)).toEqual([1, 2]);
    expect(authority.pushes[1]?.steps).toEqual([...'bcdef'].map((char, i) => ['i', 2 + i, char]));
  });

  it('undoes only what was typed here', () => {
    const { time, tab, other } = open('', 2, slow);
    tab.type('mine ');
    time.advance(1000);
    other.type('yours');
    time.advance(1000);
    undo(tab.state, (tr) => tab.dispatch(tr));
    time.advance(1000);
    expect(other.text).toBe('yours');
  });

  it("moves the others' carets along with words that are still on their way", () => {
    const { time, tab, other } = open('one two', 2, slow);
    other.moveCaret(5);
    tab.type('zero ', 1);
    time.advance(1000);
    expect(tab.carets[0]).toMatchObject({ userId: 'user1', head: 10 });
  });
});

describe('a line that breaks', () => {
  it('comes back after a quarter of a second and sends what was typed meanwhile', () => {
    const { time, tab, other } = open('', 2);
    tab.cut();
    tab.type('offline');
    time.advance(200);
    expect(other.text).toBe('');
    time.advance(100);
    expect(other.text).toBe('offline');
    expect(tab.standing.saving).toBe('saved');
  });

  it('does not double a push whose answer was lost', () => {
    const { time, authority, tab } = open('', 1, slow);
    tab.type('once');
    time.advance(60);
    expect(authority.seq).toBe(1);
    tab.cut();
    time.advance(5000);
    expect(tab.text).toBe('once');
    expect(authority.doc.textContent).toBe('once');
  });

  it('is shown once it lasts longer than a second, with the edits that wait', () => {
    const faults = { ...perfect, broken: false, breaks: () => faults.broken };
    const { time, tab } = open('', 1, faults);
    faults.broken = true;
    tab.type('word');
    time.advance(900);
    expect(tab.standing.saving).toBe('saving');
    time.advance(300);
    tab.type(' more');
    expect(tab.standing).toMatchObject({ saving: 'offline', unsent: 2, mayType: true });
    faults.broken = false;
    time.advance(6000);
    expect(tab.standing).toMatchObject({ saving: 'saved', unsent: 0 });
  });

  it('takes over the whole text when too much happened, and sends what waited', () => {
    const { time, authority, tab, other } = open('', 2, slow);
    authority.longestGap = 0;
    tab.type('[sent');
    time.advance(60);
    tab.cut();
    tab.type(' waiting]');
    other.type('other', 1);
    time.advance(5000);
    expect(tab.text).toBe(other.text);
    expect(tab.text.replace('other', '')).toBe('[sent waiting]');
    expect(tab.standing).toMatchObject({ saving: 'saved', unsent: 0 });
  });
});

describe('what a page writes down', () => {
  const wholes = (tab: Tab) => Array.from({ length: tab.storage.length }, (_, i) => tab.storage.key(i)).filter((name) => name?.includes(':base:'));

  it('is the edit before it leaves, and the whole text only where the server is silent', () => {
    const { time, tab } = open('long ', 1, { ...perfect, delay: () => 2_000 });
    time.advance(20_000);
    tab.type('x');
    expect(tab.storage.length).toBe(1);
    time.advance(1_900);
    expect(wholes(tab)).toEqual([]);
    time.advance(200);
    expect(wholes(tab)).toHaveLength(1);
    time.advance(20_000);
    expect(tab.storage.length).toBe(0);
  });

  it('is no whole text while every letter is answered', () => {
    const { time, tab } = open('long ', 1, slow);
    for (let letter = 0; letter < 60; letter++) {
      tab.type('x');
      time.advance(90);
      expect(wholes(tab)).toEqual([]);
    }
  });
});

describe('a page that is reloaded', () => {
  it('still has and sends what was not sent', () => {
    const faults = { ...perfect, broken: false, breaks: () => faults.broken };
    const { time, authority, tab } = open('start', 1, faults);
    faults.broken = true;
    tab.type(' unsent');
    time.advance(3000);
    tab.reload();
    time.advance(3000);
    expect(authority.doc.textContent).toBe('start');
    faults.broken = false;
    time.advance(10_000);
    expect(tab.text).toBe('start unsent');
    expect(authority.doc.textContent).toBe('start unsent');
    expect(tab.storage.length).toBe(0);
  });

  it('repeats a push under way under its old number, unchanged', () => {
    const { time, authority, tab } = open('', 1, slow);
    authority.longestGap = -1;
    tab.type('abc');
    time.advance(60);
    tab.reload();
    time.advance(5000);
    const [first, second] = authority.pushes;
    expect(second).toEqual(first);
    expect(tab.text).toBe('abc');
    expect(authority.doc.textContent).toBe('abc');
  });

  it('sends after a crash what was written down before it', () => {
    const { time, authority, tab } = open('', 1, slow);
    tab.type('abc');
    time.advance(130);
    tab.type('d');
    time.advance(10);
    tab.reload(false);
    time.advance(5000);
    expect(authority.doc.textContent).toMatch(/^abcd?$/);
    expect(tab.text).toBe(authority.doc.textContent);
  });

  it('sends them even when there was no room for the text they stand on', () => {
    const time = new VirtualTime();
    const storage = new MemoryStorage();
    storage.room = 600;
    const authority = new Authority(textOf('x'.repeat(1000)));
    const faults = { ...perfect, broken: false, breaks: () => faults.broken };
    const tab = new Tab('user', authority, time, faults, () => 0, storage);
    time.advance(100);
    faults.broken = true;
    tab.type('!', 1);
    time.advance(1000);
    tab.reload();
    faults.broken = false;
    time.advance(10_000);
    expect(authority.doc.textContent).toBe(`!${'x'.repeat(1000)}`);
    expect(tab.text).toBe(authority.doc.textContent);
  });

  it('never pushes the words of whoever used the browser before', async () => {
    const faults = { ...perfect, broken: false, breaks: () => faults.broken };
    const { time, authority, tab } = open('', 1, faults);
    faults.broken = true;
    tab.type('theirs');
    time.advance(1000);
    tab.close();
    const next = new Tab('somebody else', authority, time, perfect, () => 0, tab.storage);
    time.advance(200);
    await Promise.resolve();
    time.advance(2000);
    expect(next.standing.saving).toBe('saved');
    expect(next.text).toBe('');
    expect(authority.pushes).toEqual([]);
    expect(next.storage.length).toBe(2);
  });
});

describe('a push the server refuses', () => {
  it('leaves the text and hands the words back', () => {
    const { time, authority, tab } = open('kept', 1, slow);
    authority.refuse = 'invalid';
    tab.type(' lost words');
    time.advance(1000);
    expect(tab.text).toBe('kept');
    expect(tab.dropped).toEqual([' lost words']);
    authority.refuse = null;
    tab.type('!');
    time.advance(1000);
    expect(authority.doc.textContent).toBe('kept!');
  });

  it('is sent again later when it only came too fast', () => {
    const { time, authority, tab } = open('', 1, slow);
    authority.refuse = 'rate';
    tab.type('fast');
    time.advance(1000);
    expect(tab.standing.saving).toBe('saving');
    authority.refuse = null;
    time.advance(5000);
    expect(authority.doc.textContent).toBe('fast');
    expect(tab.dropped).toEqual([]);
  });

  it('stops typing while a text is locked, and opens it again', () => {
    const { time, authority, tab, other } = open('', 2);
    authority.lock(true, 'Submitted for signatures');
    time.advance(10);
    expect(tab.standing).toMatchObject({ saving: 'locked', mayType: false, lockReason: 'Submitted for signatures' });
    authority.lock(false);
    time.advance(10);
    expect(tab.standing.mayType).toBe(true);
    tab.type('again');
    time.advance(100);
    expect(other.text).toBe('again');
  });

  it('keeps words that met a lock on their way', () => {
    const { time, authority, tab } = open('text', 1, slow);
    tab.type(' late');
    authority.lock(true);
    time.advance(1000);
    expect(tab.text).toBe('text');
    expect(tab.dropped).toEqual([' late']);
    expect(tab.standing.saving).toBe('locked');
  });
});

describe('a place that is gone', () => {
  it('hands back the words typed into it while somebody deleted it', () => {
    const { time, authority, tab, other } = open('First. Second.', 2, slow);
    tab.dispatch(tab.state.tr.delete(1, 8));
    other.type('brand new ', 4);
    time.advance(2000);
    expect(authority.doc.textContent).toBe('Second.');
    expect(other.text).toBe(tab.text);
    expect(other.dropped).toEqual(['brand new ']);
    expect(tab.dropped).toEqual([]);
  });

  it('says nothing where two people delete the same', () => {
    const { time, authority, tab, other } = open('First. Second.', 2, slow);
    tab.dispatch(tab.state.tr.delete(1, 8));
    other.dispatch(other.state.tr.delete(2, 6));
    time.advance(2000);
    expect(authority.doc.textContent).toBe('Second.');
    expect(other.text).toBe(tab.text);
    expect([...other.dropped, ...tab.dropped]).toEqual([]);
  });
});

describe('many people on bad lines', () => {
  const runs = Number(process.env.CANDOR_LONG_RUNS ?? 40);
  const first = Number(process.env.CANDOR_SEED ?? Date.now() % 1_000_000);

  it(`ends with one text, every typed word in it once (seeds ${first} to ${first + runs - 1})`, () => {
    for (let seed = first; seed < first + runs; seed++) storm(seed);
  });
});

/** Three tabs type and delete marked words, split blocks, break, reload and lag; then the lines heal. */
function storm(seed: number): void {
  const random = seeded(seed);
  const chance = (p: number) => random() < p;
  const time = new VirtualTime();
  const authority = new Authority(textOf('one', 'two', 'three'));
  if (chance(0.3)) authority.longestGap = 3;
  let bad = true;
  const faults: Faults = {
    delay: () => Math.floor(random() * (bad ? 150 : 20)),
    breaks: () => bad && chance(0.03),
    doubled: () => bad && chance(0.05),
  };
  const tabs = [0, 1, 2].map((i) => new Tab(`user${i}`, authority, time, faults, random));
  const typed = new Set<string>();
  const removed = new Set<string>();
  time.advance(3000);
  for (let i = 0; i < 120; i++) {
    const tab = tabs[Math.floor(random() * tabs.length)] as Tab;
    const dice = random();
    if (dice < 0.03) tab.cut();
    else if (dice < 0.06) tab.reload();
    else if (tab.standing.mayType) edit(tab, random, typed, removed);
    time.advance(Math.floor(random() * 120));
  }
  bad = false;
  time.advance(60_000);
  const where = `seed ${seed}`;
  for (const tab of tabs) {
    expect(tab.state.doc.toJSON(), where).toEqual(authority.doc.toJSON());
    expect(tab.standing, where).toMatchObject({ saving: 'saved', unsent: 0 });
    expect(tab.dropped, where).toEqual([]);
    expect(tab.storage.length, where).toBe(0);
  }
  const numbers = authority.log.map(({ commit }) => `${commit?.clientId}/${commit?.clientSeq}`);
  expect(new Set(numbers).size, where).toBe(numbers.length);
  const text = authority.doc.textContent;
  for (const word of typed) expect(text.split(word).length - 1, `${where}: ${word} in ${text}`).toBe(1);
  for (const word of removed) expect(text.split(word).length - 1, `${where}: ${word} in ${text}`).toBeLessThanOrEqual(1);
}

/** A word goes in, or out, as one step, so that nobody else's word can land in its middle. */
function edit(tab: Tab, random: () => number, typed: Set<string>, removed: Set<string>): void {
  const spots: number[] = [];
  const words: { word: string; from: number }[] = [];
  tab.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textContent;
    for (let i = 0; i <= text.length; i++) if (!/<\d*$/.test(text.slice(0, i))) spots.push(position + 1 + i);
    for (const match of text.matchAll(/<\d+>/g)) words.push({ word: match[0], from: position + 1 + match.index });
    return false;
  });
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const at = pick(spots) ?? 1;
  const dice = random();
  if (dice < 0.15) return tab.dispatch(tab.state.tr.split(at));
  const victim = pick(words);
  if (dice < 0.25 && victim) {
    typed.delete(victim.word);
    removed.add(victim.word);
    return tab.dispatch(tab.state.tr.delete(victim.from, victim.from + victim.word.length));
  }
  const word = `<${typed.size + removed.size}>`;
  typed.add(word);
  tab.dispatch(tab.state.tr.insertText(word, at));
}
