/** When a page of a professional falls. */
export const MISHAP = {
  heading: 'This page has stopped',
  why: 'Something in the page went wrong. It was nothing that you did.',
  inVisit:
    'The visit itself goes on. The others read that your connection is lost, and nobody sees or hears you now; family without another professional is on hold until you are back. Your seat is kept for five minutes.',
  kept: 'What you were writing about a child, or about somebody unexpected, is kept in this tab.',
  outside: 'Nothing has changed in your visits. What you had typed here and not saved has to be typed again.',
  backIn: 'Load the page and go back in',
  reload: 'Load the page again',
  onceMore: 'If it stops again, use another browser, and telephone those who are waiting for you.',
} as const;
