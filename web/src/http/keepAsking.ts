/** Whether the page is looked at, and when that changes: what is needed of `document`. */
type Looking = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

interface HowOften {
  /** In milliseconds. */
  readonly every: number;
  /** Also while nobody looks, as often as the browser lets a hidden page: each second at first, after some minutes once a minute. */
  readonly evenHidden: boolean;
}

/** Asks again and again, and at once when the page is looked at again. Returns how to stop. */
export function keepAsking(ask: () => void, { every, evenHidden }: HowOften, page: Looking): () => void {
  const isLookedAt = (): boolean => page.visibilityState === 'visible';
  const onChange = (): void => {
    if (isLookedAt()) ask();
  };
  const timer = setInterval(() => {
    if (evenHidden || isLookedAt()) ask();
  }, every);
  page.addEventListener('visibilitychange', onChange);

  return () => {
    clearInterval(timer);
    page.removeEventListener('visibilitychange', onChange);
  };
}
