import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SeeAndHear } from './SeeAndHear.tsx';
import { TurnLine } from './TurnLine.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';

const nothing = () => undefined;
const read = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('[ROST-4] two questions, each answered by a tap; no help is pressed on somebody who has not said no', () => {
  const page = (
    <SeeAndHear
      reader="child"
      asked
      onAnswer={nothing}
      onTapToHear={nothing}
      onClose={nothing}
      phoneMe="Please phone me instead"
    />
  );

  expect(read(renderToStaticMarkup(page))).toBe('Can you see everyone? Yes No Can you hear everyone? Yes No Later');
});

test('[ROST-3] whose turn it is is read out, in a place that is there before anybody is called on', () => {
  expect(renderToStaticMarkup(<TurnLine turn={{ is: 'nobody' }} reader="adult" />)).toBe('<div role="status"></div>');
  expect(read(renderToStaticMarkup(<TurnLine turn={{ is: 'mine' }} reader="adult" />))).toBe('Please say who you are.');
  expect(read(renderToStaticMarkup(<TurnLine turn={{ is: 'other', name: 'Ruth' }} reader="child" />))).toBe(
    'Now we hear who Ruth is.',
  );
  expect(renderToStaticMarkup(<TurnLine turn={{ is: 'other', name: 'רות' }} reader="adult" />)).toContain(
    'Now we hear who <bdi>רות</bdi> is.',
  );
});

test('[SEE-5] the list says name, part, who sits beside them, and whose line is lost', () => {
  const person = {
    participant: 'dana' as ParticipantId,
    name: 'Dana',
    part: 'Mother',
    isMe: false,
    beside: ['Ruth (Gran)'],
  };
  const page = (
    <WhoIsHere
      reader="adult"
      people={[{ ...person, isGettingBack: true }]}
      onCameIn={nothing}
      onTrouble={nothing}
      onProtection={nothing}
      onClose={nothing}
    />
  );

  expect(read(renderToStaticMarkup(page))).toMatch(
    /^Dana Mother With them: Ruth \(Gran\) Getting back Somebody came in\?/,
  );
});
