// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Standing } from '../editor/collab/parts';
import { Pause } from '../editor/pause';
import { Status } from '../editor/status';

const standing = (saving: Standing['saving'], unsent = 0): Standing => ({ saving, unsent, mayType: true, lockReason: '', ended: 0 });

describe('what is said about saving', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('stays the same from key to key and says that all is saved in the next pause', () => {
    const status = new Status();
    const said: string[] = [];
    const look = () => said.push(status.saving.textContent ?? '');
    for (let key = 0; key < 3; key++) {
      status.show(standing('saving', 1));
      look();
      vi.advanceTimersByTime(20);
      status.show(standing('saved'));
      vi.advanceTimersByTime(80);
      look();
    }
    expect(said).toEqual(Array<string>(6).fill('Saving…'));

    vi.advanceTimersByTime(100);
    expect(status.saving.textContent).toBe('Saved');
    expect(status.saving.dataset.saving).toBe('saved');
  });

  it('comes though words of others keep arriving', () => {
    const status = new Status();
    status.show(standing('saving', 1));
    for (let arrived = 0; arrived < 20; arrived++) {
      status.show(standing('saved'));
      vi.advanceTimersByTime(10);
    }
    expect(status.saving.textContent).toBe('Saved');
  });

  it('never says saved of words that were typed after the server answered', () => {
    const status = new Status();
    status.show(standing('saving', 1));
    status.show(standing('saved'));
    status.show(standing('saving', 1));

    vi.advanceTimersByTime(10_000);

    expect(status.saving.textContent).toBe('Saving…');
  });

  it('says at once that the line is gone, that typing is locked, and that it is saved again', () => {
    const status = new Status();
    for (const [saving, words] of [['offline', 'Offline'], ['saved', 'Saved'], ['locked', 'Locked'], ['saving', 'Loading…']] as const) {
      status.show(standing(saving));
      expect(status.saving.textContent).toBe(words);
    }
  });
});

describe('what is done in a pause', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is done once, after the last of several changes', () => {
    const done: number[] = [];
    const pause = new Pause(100, 400, () => done.push(Date.now()));
    const began = Date.now();
    for (let change = 0; change < 3; change++) {
      pause.happened();
      vi.advanceTimersByTime(50);
    }
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(done).toEqual([began + 200]);
  });

  it('is done again and again where there is no pause', () => {
    const done: number[] = [];
    const began = Date.now();
    const pause = new Pause(100, 400, () => done.push(Date.now() - began));
    for (let change = 0; change < 100; change++) {
      pause.happened();
      vi.advanceTimersByTime(10);
    }
    expect(done.length).toBe(2);
    expect(done[0]).toBe(400);
  });

  it('is not done any more once that is called off, and done again after a later change', () => {
    let done = 0;
    const pause = new Pause(100, 400, () => done++);
    pause.happened();
    pause.forget();
    vi.advanceTimersByTime(1_000);
    expect(done).toBe(0);
    pause.happened();
    vi.advanceTimersByTime(1_000);
    expect(done).toBe(1);
  });
});
