import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Drafts } from '../../drafts/Drafts.ts';
import { aChair, aConsole, aDevice, anUnknown, aPerson, aRoom, me } from '../../visit/testViews.ts';
import { devicesToRaise } from './raising.ts';
import { UnknownAlerts } from './UnknownAlerts.tsx';

const NOWHERE = () => ({ getItem: () => null, setItem: () => {}, removeItem: () => {} });
const AMINA = me('Amina', { role: 'host' });
/** A second device with Dana’s link, at the door. */
const WAITING = anUnknown('Dana', { place: { is: 'door', deniedBefore: false } });
const someDrafts = (...texts: readonly (readonly [string, string])[]): Drafts => {
  const drafts = new Drafts(NOWHERE, 'visit-1');
  for (const [key, text] of texts) drafts.write(key, text);
  return drafts;
};
const said = (view: Parameters<typeof UnknownAlerts>[0]['view'], drafts = someDrafts()): string =>
  renderToStaticMarkup(<UnknownAlerts view={view} drafts={drafts} act={async () => null} />)
    .replaceAll(/<textarea[^>]*>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('[UNK-1] the alert on the host’s screen', () => {
  const open = [anUnknown('Dana'), anUnknown('Sam', { about: { is: 'nearby', session: null }, whose: null })];

  test('several at once stand below one another, none hides another', () => {
    const page = said(aRoom({ me: AMINA, console: aConsole({ unknowns: open }) }));
    expect(page).toContain('2 people unexpected');
    expect(page).toContain('A second device is using Dana’s link');
    expect(page).toContain('Somebody was seen or heard off camera');
  });

  test('a device at the door can be let in and asked there, or not be let in', () => {
    const can = { 'lobby.admit:Dana-tablet': 'yes', 'lobby.deny:Dana-tablet': 'yes' } as const;
    const page = said(aRoom({ me: AMINA, console: aConsole({ unknowns: [WAITING] }), can }));
    expect(page).toContain('Do not let in');
    expect(page).toContain('Let in and ask there');
    expect(page).not.toContain('Only the host');
  });

  test('a matter that is settled is no alert any more, and its steps can be looked up', () => {
    const unknowns = [anUnknown('Dana', { state: 'introduced', open: false })];
    const page = said(aRoom({ me: AMINA, console: aConsole({ unknowns }) }));
    expect(page).not.toContain('unexpected');
    expect(page).toContain('Dealt with (1)');
  });
});

describe('[UNK-1] the alert on the chair’s screen', () => {
  const TOM = me('Tom', { role: 'chair' });
  const unknowns = [WAITING];

  test('is the host’s: each matter, where its device is, and the way to its steps', () => {
    const page = said(aRoom({ me: TOM, chair: aChair({ unknowns }) }));
    expect(page).toContain('Somebody unexpected');
    expect(page).toContain('A second device is using Dana’s link');
    expect(page).toContain('It waits at the door');
    expect(page).toContain('What to do');
  });

  test('has what the chair may do about a device at the door; letting it in is the host’s', () => {
    const page = said(aRoom({ me: TOM, chair: aChair({ unknowns }), can: { 'lobby.deny:Dana-tablet': 'yes' } }));
    expect(page).toContain('Do not let in');
    expect(page).not.toContain('Let in and ask there');
    expect(page).toContain('Only the host can let it in.');
  });

  test('is not there for a colleague, whatever matters there are', () => {
    expect(said(aRoom({ me: me('Priya', { role: 'colleague' }) }))).not.toContain('unexpected');
  });
});

test('[UNK-2] the steps show what to say, what is possible and nothing else', () => {
  const view = aRoom({
    me: AMINA,
    console: aConsole({ unknowns: [anUnknown('Dana')] }),
    can: {
      'unknown.askFamily:Dana-case': 'yes',
      'unknown.left:Dana-case': 'yes',
      'unknown.warn:Dana-case': 'notThisStep',
    },
  });
  const page = said(view, someDrafts(['open', 'Dana-case']));
  expect(page).toContain('I can see that a second device has come with Dana’s link.');
  expect(page).toContain('I have asked');
  expect(page).toContain('They have left');
  expect(page).not.toContain('Warn that the call will end');
});

describe('[UNK-3] raising it by hand', () => {
  const people = [
    aPerson('Priya', {
      role: 'colleague',
      identity: 'signedIn',
      devices: [aDevice('Priya-phone', { device: 'computer' })],
    }),
    aPerson('Dana'),
  ];

  test('is one press away for a professional in the room, and not there for anybody else', () => {
    const priya = aRoom({ me: me('Priya', { role: 'colleague' }), people, can: { 'unknown.notice': 'yes' } });
    expect(said(priya)).toContain('Somebody else is there');
    expect(said(priya)).toContain('I do not know this person');
    expect(said({ ...priya, can: {} })).not.toContain('Somebody else');
  });

  test('begun beside somebody, the form has their device filled in', () => {
    const sam = aPerson('Sam', { role: 'child' });
    const view = aRoom({
      me: AMINA,
      people: [aPerson('Dana'), sam],
      console: aConsole({}),
      can: { 'unknown.notice': 'yes' },
    });
    const chosen = (...written: readonly (readonly [string, string])[]) =>
      /<option[^>]*selected=""[^>]*>([^<]*)</.exec(
        renderToStaticMarkup(<UnknownAlerts view={view} drafts={someDrafts(...written)} act={async () => null} />),
      )?.[1];
    expect(chosen(['raise', 'nearby'], ['raise-which', 'Sam-phone'])).toBe('Sam (phone)');
    expect(chosen(['raise', 'device'], ['raise-which', 'Sam-phone'])).toBe('Sam (phone)');
    expect(chosen(['raise', 'nearby'])).toBe('Dana (phone)');
  });

  test('what was written of one device never stands under another, not even when the first has left', () => {
    const view = aRoom({ me: AMINA, people, can: { 'unknown.notice': 'yes' } });
    const drafts = someDrafts(
      ['raise', 'device'],
      ['raise-which', 'Dana-phone'],
      ['raise-words-main-Dana-phone', 'A man in a red coat'],
    );

    expect(said(view, drafts)).toContain('A man in a red coat');
    expect(said({ ...view, people: people.filter(({ name }) => name !== 'Dana') }, drafts)).not.toContain('red coat');
    drafts.write('raise-which', 'Priya-phone');
    expect(said(view, drafts)).not.toContain('red coat');
    drafts.write('raise-which', 'Dana-phone');
    expect(said(view, drafts)).toContain('A man in a red coat');
  });

  test('asks on which device, families’ first and never one’s own; off camera it need not be known', () => {
    const view = aRoom({ me: me('Priya', { role: 'colleague' }), people });
    expect(devicesToRaise(view, 'device').map(({ label }) => label)).toEqual(['Dana (phone)']);
    expect(devicesToRaise(view, 'nearby').map(({ label }) => label)).toEqual(['Dana (phone)', 'I cannot tell']);
  });
});
