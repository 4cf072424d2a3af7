/** Whether this page is what its person has in front of them. */
export interface Attention {
  /** Another app or tab is in front, the screen is locked, or the page is about to be frozen. */
  isElsewhere(): boolean;
  /** Calls `listener` when that may have changed, until the returned function is called. */
  watch(listener: () => void): () => void;
}

/** The browser's own page (Page Visibility; Page Lifecycle for freezing, which only some have). */
export function pageAttention(
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document,
): Attention {
  let isFrozen = false;

  return {
    isElsewhere: () => isFrozen || page.visibilityState === 'hidden',
    watch: (listener) => {
      const freeze = () => {
        isFrozen = true;
        listener();
      };
      const wake = () => {
        isFrozen = false;
        listener();
      };
      page.addEventListener('freeze', freeze);
      page.addEventListener('resume', wake);
      page.addEventListener('visibilitychange', wake);
      return () => {
        page.removeEventListener('freeze', freeze);
        page.removeEventListener('resume', wake);
        page.removeEventListener('visibilitychange', wake);
      };
    },
  };
}
