import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OFF } from '../../media/localMediaState.ts';
import { Stage } from './Stage.tsx';
import type { Tile } from './tiles.ts';

const CAMERA_OFF = { ...OFF, asked: true };

const tile = (name: string, change: Partial<Tile> = {}): Tile => ({
  session: name as SessionId,
  name,
  caption: 'Your worker',
  microphone: 'on',
  camera: 'on',
  lost: false,
  device: 'phone',
  interruption: 'none',
  deaf: false,
  held: false,
  ...change,
});

/** What the stage says, read from beginning to end. */
function said(tiles: readonly Tile[], loud: readonly string[] = []): string {
  const talking = new Map(loud.map((name) => [name as SessionId, 0]));
  const large = tiles[0]?.session ?? null;
  const page = (
    <Stage
      reader="adult"
      tiles={tiles}
      large={large}
      streams={new Map()}
      talking={talking}
      besideSheet={false}
      mine={CAMERA_OFF}
      onTurnRound={null}
      instead={null}
    />
  );

  return renderToStaticMarkup(page)
    .replaceAll(/<\/?bdi>/g, '')
    .replace(/<[^>]*aria-hidden="true"[^>]*>[^<]*</g, '<')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const ME = 'You Camera off Microphone off';

test('[DEV-3] people see themselves, alone, with one other, and with several', () => {
  expect(said([])).toBe(`Your meeting You are in. Nobody else is here just now. ${ME}`);
  expect(said([tile('Sam')])).toMatch(new RegExp(`${ME}$`));
  expect(said([tile('Sam'), tile('Ruth'), tile('Ola')])).toMatch(new RegExp(`${ME}$`));
});

test('[SEE-5] everyone stands there with name and part in words', () => {
  expect(said([tile('Sam'), tile('Ruth', { caption: 'Grandmother' })])).toContain(
    'Sam Your worker Sound and picture on Picture is coming Ruth Grandmother Sound and picture on',
  );
});

test('[SEE-5] microphone, camera, line and speaking are said in words', () => {
  expect(said([tile('Sam', { microphone: 'off', camera: 'off' })])).toContain(
    'Camera off Sam Your worker Microphone and camera off',
  );
  expect(said([tile('Sam', { lost: true })])).toMatch(/Sam Your worker Lost for a moment You/);
  expect(said([tile('Sam')], ['Sam'])).toContain('Sam Your worker Talking, picture on');
  expect(said([tile('Sam'), tile('Ruth', { camera: 'off' })])).toContain('Ruth Your worker Sound on, camera off');
  expect(said([tile('Sam', { microphone: 'off' })], ['Sam'])).not.toContain('Talking');
});

test('[SEE-3] a picture that is held back, or taken by another app, is said to be paused, and whose device did it', () => {
  expect(said([tile('Sam', { held: true })])).toContain('Picture paused Sam Your worker Sound on, picture paused');
  expect(said([tile('Sam', { interruption: 'camera', camera: 'off' })])).toContain(
    'Sam’s phone has paused the camera Sam Your worker Sound on, picture paused',
  );
  expect(said([tile('Sam', { interruption: 'both' })])).toContain('Sound and picture paused');
  expect(said([tile('Sam', { interruption: 'microphone' })])).toContain('Sound paused, picture on');
  expect(said([tile('Sam', { interruption: 'hidden' })])).toContain('Sam Your worker Not looking just now');
});

test('[SAFE-5] that somebody cannot hear us stands in large words in their picture, whatever its size', () => {
  const deaf = [tile('Sam', { deaf: true, held: true }), tile('Ruth', { deaf: true, held: true, device: 'computer' })];
  expect(said(deaf)).toContain('Sam cannot hear us Sam Your worker No sound there Cannot hear us Ruth');
  expect(said([tile('Sam', { deaf: true, lost: true })])).toContain('Lost for a moment');
});

test('a small face says in few words that its camera was taken; the name stands below', () => {
  expect(said([tile('Ruth'), tile('Sam', { interruption: 'camera', device: 'tablet' })])).toContain(
    'Their tablet has paused the camera Sam',
  );
});
