import { AMINA, DANA } from '@doorstep/shared/testing/personas.ts';
import { knocks, opensLink, started, withLinks } from '@doorstep/shared/testing/script.ts';
import { expect, test } from 'vitest';
import { showsAlerts } from './showsAlerts.ts';

const HOST_OUTSIDE = [AMINA, null] as const;

test('[UNK-1] a second device that knocks before the visit has started is an alert on the host’s page already', () => {
  const early = knocks(opensLink(opensLink(withLinks(), DANA), DANA, 2), DANA, 2).viewOf(...HOST_OUTSIDE);
  expect(early.screen === 'preparing' && early.console?.unknowns).toMatchObject([{ open: true }]);
  expect(showsAlerts(early)).toBe(true);
});

test('[UNK-1] while the visit is under way they stand there as well; after the end the record has them', () => {
  const script = started();
  expect(showsAlerts(script.viewOf(...HOST_OUTSIDE))).toBe(true);
  script.must({ kind: 'person', participant: AMINA, session: null }, { type: 'visit.end', words: 'Goodbye' });
  expect(showsAlerts(script.viewOf(...HOST_OUTSIDE))).toBe(false);
  expect(showsAlerts(null)).toBe(false);
});
