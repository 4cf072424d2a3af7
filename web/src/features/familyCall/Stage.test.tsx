import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LocalMediaState } from '../../media/LocalMedia.ts';
import { Stage } from './Stage.tsx';
import type { Tile } from './tiles.ts';

const CAMERA_OFF: LocalMediaState = {
  asked: true,
  camera: null,
  microphone: null,
  cameraOn: false,
  microphoneOn: false,
  cameraProblem: null,
  microphoneProblem: null,
  interrupted: 'nothing',
  cameras: [],
  microphones: [],
  facing: 'user',
};

const tile = (name: string, change: Partial<Tile> = {}): Tile => ({
  session: name as SessionId,
  name,
  caption: 'Your worker',
  microphone: 'on',
  camera: 'on',
  lost: false,
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
      mine={CAMERA_OFF}
      onTurnRound={null}
    />
  );

  return renderToStaticMarkup(page)
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
