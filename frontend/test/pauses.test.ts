// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Standing } from '../editor/collab/parts';
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
