import { HELP_WORDS } from './pageMarks.ts';

/** Who answers for this service, and on which number. Null where the page was not given it. */
export interface Authority {
  readonly name: string | null;
  readonly phone: string | null;
}

const UNKNOWN: Authority = { name: null, phone: null };

const given = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' || text.startsWith('{{') ? null : text.trim();

/** Read from the page's own text for browsers without a program, so that the number is there even when no request gets through. */
export function authorityOf(page: Document): Authority {
  const words = page.getElementById(HELP_WORDS)?.textContent;
  if (!words) return UNKNOWN;

  const help = new DOMParser().parseFromString(words, 'text/html');

  return {
    name: given(help.querySelector('[data-name]')?.textContent),
    phone: given(help.querySelector('[data-phone]')?.textContent),
  };
}
