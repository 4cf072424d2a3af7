import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAsking } from './keepAsking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  turns(to: DocumentVisibilityState): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function asking(evenHidden: boolean) {
  const page = new Page();
  let asked = 0;
  const stop = keepAsking(
    () => {
      asked += 1;
    },
    { every: 2_000, evenHidden },
    page,
  );
  return { page, stop, asked: () => asked };
}

test('a page that nobody looks at rests, and asks at once when it is looked at again', () => {
  const { page, asked } = asking(false);
  vi.advanceTimersByTime(4_000);
  expect(asked()).toBe(2);
  page.turns('hidden');
  vi.advanceTimersByTime(60_000);
  expect(asked()).toBe(2);
  page.turns('visible');
  expect(asked()).toBe(3);
});

test('[UNK-1] what must reach the host is asked for also while nobody looks', () => {
  const { page, asked } = asking(true);
  page.turns('hidden');
  vi.advanceTimersByTime(4_000);
  expect(asked()).toBe(2);
});

test('stopped, it asks no more', () => {
  const { page, stop, asked } = asking(true);
  stop();
  vi.advanceTimersByTime(4_000);
  page.turns('visible');
  expect(asked()).toBe(0);
});
