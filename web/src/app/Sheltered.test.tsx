import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Mishap } from '../ui/Mishap.tsx';
import { FallenPage } from './Sheltered.tsx';

const read = (page: ReactNode): string =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** As React does it in a browser: the fallen state, then a rendering. */
function fallen(instead: ReactNode): ReactNode {
  const mishap = new Mishap({ instead, children: 'The page' });
  expect(mishap.render()).toBe('The page');
  mishap.state = Mishap.getDerivedStateFromError();
  mishap.componentDidCatch();
  return mishap.render();
}

test('[SAFE-5] a page that falls during a visit says that the visit goes on, that nobody sees one, and the way back to the seat', () => {
  const page = read(fallen(<FallenPage isSeated={() => true} />));
  expect(page).toContain('This page has stopped');
  expect(page).toContain('The visit itself goes on.');
  expect(page).toContain(
    'nobody sees or hears you now; family without another professional is on hold until you are back. Your seat is kept',
  );
  expect(page).toContain('is kept in this tab');
  expect(page).toContain('Load the page and go back in');
});

test('[SAFE-5] outside of a visit it says nothing of a seat, nor that something is kept which is not', () => {
  const page = read(fallen(<FallenPage isSeated={() => false} />));
  expect(page).toContain('Nothing has changed in your visits.');
  expect(page).toContain('All visits');
  expect(page).not.toMatch(/seat|is kept/);
});
