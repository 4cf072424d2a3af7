import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Introduction } from './introductions.ts';
import { Turn } from './Turn.tsx';

const one = (name: string): Introduction => ({
  who: name as ParticipantId,
  name,
  says: '',
  introduced: 'notYet',
  isMe: false,
});

test('[ROST-3] a name in another direction stands by itself in what the host reads and presses', () => {
  const round = { order: [], done: 0, called: one('רות (7)'), next: one('נועה') };
  const acting = { act: async () => true, isBusy: false, refused: null };
  const page = renderToStaticMarkup(<Turn round={round} can={{}} acting={acting} />);
  expect(page).toContain('<bdi>רות (7)</bdi> is called on');
  expect(page).toContain('Done, call on <bdi>נועה</bdi>');
  expect(page).toContain('Mark <bdi>רות (7)</bdi> as introduced');
});
