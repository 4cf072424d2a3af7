import { useEffect } from 'react';

/** What the tab, and the history, call this page. Keep it discreet. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
