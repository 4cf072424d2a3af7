import type { SaidAlone } from '@doorstep/shared/visit/alone/state.ts';
import type { Instant, ParticipantId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Talk } from '@doorstep/shared/visit/rooms/talks.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { sayClock } from '../../content/times.ts';
import { anUnknown } from '../../visit/testViews.ts';
import { Matters } from './Matters.tsx';
import { ObservedChildren } from './ObservedChildren.tsx';
import { Protection } from './Protection.tsx';
import { SaidBefore } from './SaidBefore.tsx';
import { Talks } from './Talks.tsx';

test('[DEV-2] [UNK-2] [SEE-6] in the record a name in another direction stands by itself', () => {
  const page = renderToStaticMarkup(
    <>
      <Matters matters={[anUnknown('רות')]} />
      <ObservedChildren
        observed={[{ participant: 'noa' as ParticipantId, name: 'נועה', speech: 'notYet', notes: [] }]}
      />
      <SaidBefore
        said={[
          {
            participant: 'lev' as ParticipantId,
            name: 'לב',
            role: 'colleague',
            device: 'computer',
            said: null,
            entered: [],
          },
        ]}
      />
    </>,
  );
  for (const name of ['רות', 'נועה', 'לב']) expect(page).toContain(`<bdi>${name}</bdi>`);
  expect(page).toContain('Nothing was said.');
});

test('[PRIV-8] the record tells who spoke with whom in private, and calls what was said of being alone said', () => {
  const talk = (saidAlone: SaidAlone | null): Talk => ({
    mark: 'blue',
    from: 1_780_000_000_000 as Instant,
    until: 1_780_000_300_000 as Instant,
    protection: saidAlone === null ? 'unprotected' : 'everyone',
    people: [
      { participant: 'priya' as ParticipantId, name: 'Priya Shah', role: 'colleague', saidAlone: null },
      { participant: 'noa' as ParticipantId, name: 'נועה', role: 'child', saidAlone },
    ],
  });
  const page = (saidAlone: SaidAlone | null) => renderToStaticMarkup(<Talks talks={[talk(saidAlone)]} />);
  expect(page('alone')).toContain('<bdi>נועה</bdi> said to be alone');
  expect(page('notAlone')).toContain('said that somebody else was there');
  expect(page(null)).toContain('did not say');
  expect(page('alone')).toContain('<td>Yes</td>');
  expect(page(null)).toContain('<td>No, as far as the server</td>');
  expect(page('alone')).toMatch(/Blue room.*Priya Shah/);
  expect(page('alone')).not.toContain('Priya Shah</bdi> did not say');
  expect(renderToStaticMarkup(<Talks talks={[]} />)).toContain('There were none.');
});

test('[SAFE-2] the record tells when pictures were compared and with whom, and which devices were not protected', () => {
  const at = 1_780_000_000_000 as Instant;
  const later = (at + 60_000) as Instant;
  const ray = {
    session: 'ray-phone' as SessionId,
    name: 'Ray Cole',
    device: 'phone',
    mark: null,
    since: at,
    until: null,
  } as const;
  const page = renderToStaticMarkup(
    <Protection
      protection={{
        compared: [{ at, by: 'Amina Okafor', names: ['נועה', 'Sam Hughes'], mark: 'blue' }],
        unprotected: [
          { ...ray, acceptedAt: later },
          { ...ray, name: 'לב', device: 'tablet', mark: 'blue', since: later, until: later, acceptedAt: null },
        ],
      }}
    />,
  );
  expect(page).toContain(
    `Checked by pictures at ${sayClock(at)} with <bdi><bdi>נועה</bdi>, <bdi>Sam Hughes</bdi></bdi>`,
  );
  expect(page).toContain('(Blue room). <bdi>Amina Okafor</bdi> said that they were the same.');
  expect(page).toContain(
    `<bdi>Ray Cole</bdi>’s phone was not protected from end to end, from ${sayClock(at)} to the end`,
  );
  expect(page).toContain(`The host accepted it for this room at ${sayClock(later)};`);
  expect(page).toContain('<bdi>לב</bdi>’s tablet could not be protected');
  expect(page).toContain(`from ${sayClock(later)} until ${sayClock(later)} (Blue room). The host did not accept it`);
  expect(page).not.toContain('were not compared');
  const nothing = renderToStaticMarkup(<Protection protection={{ compared: [], unprotected: [] }} />);
  expect(nothing).toContain('The pictures were not compared.');
});
