const reload = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) location.reload();
};

/**
 * From now on, a page that the browser brings back from its memory, by the Back button, is loaded anew: what it would show was true
 * once, and may be for nobody's eyes any more.
 */
export const reloadWhenRestored = (): void => addEventListener('pageshow', reload);
