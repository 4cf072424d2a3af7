import { describe, expect, it } from 'vitest';
import { reloadOnce } from './reloadOnce.ts';

function page() {
  const kept = new Map<string, string>();
  const loaded = { times: 0 };
  return {
    loaded,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        kept.set(key, value);
      },
    },
    location: {
      reload: () => {
        loaded.times += 1;
      },
    },
  };
}

describe('loading the page anew', () => {
  it('happens once for one version, so that a stale copy does not go round for ever', () => {
    const tab = page();

    expect(reloadOnce(tab)).toBe(true);
    expect(reloadOnce(tab)).toBe(false);
    expect(tab.loaded.times).toBe(1);
  });

  it('does not happen where a loop could not be noticed', () => {
    const tab = page();
    const storage = {
      ...tab.storage,
      setItem: () => {
        throw new Error('storage is off');
      },
    };

    expect(reloadOnce({ ...tab, storage })).toBe(false);
    expect(tab.loaded.times).toBe(0);
  });
});
