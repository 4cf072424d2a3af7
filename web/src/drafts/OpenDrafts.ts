import { createContext } from 'react';
import { Drafts } from './Drafts.ts';

const nothingKept = (): never => {
  throw new Error('Outside of a visit nothing is kept');
};

/** What the host has typed and not sent yet, for parts of the console that come and go. Without a visit it lives as long as the page. */
export const OpenDrafts = createContext(new Drafts(nothingKept, ''));
