import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, firefox } from 'playwright';
import { colourOf, type Likeness } from './likeness.ts';

/** To be used in place of the browser's own program: Debian's Firefox, or the one that the environment's FIREFOX names. */
export const FIREFOX = fileURLToPath(new URL('../../harness/firefoxRelay.ts', import.meta.url));

/** Beyond what Playwright turns off: each is an address on the internet, which a test is not to wait for. */
const ASKS_ITS_MAKERS_NOTHING = {
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'dom.push.connection.enabled': false,
  'network.captive-portal-service.enabled': false,
  'nimbus.rollouts.enabled': false,
  'services.settings.server': 'data:,nothing',
};

/** Starts one whose microphone is a likeness's. Sound begins by the browser's own rules. */
export const openFirefox = ({ pitch }: Likeness): Promise<Browser> =>
  firefox.launch({
    channel: 'moz-firefox',
    executablePath: FIREFOX,
    // The program is a script for the Node that runs the tests.
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.audio.fake_frequency': pitch,
      'media.navigator.permission.disabled': true,
      // Without a loudspeaker Web Audio does not begin.
      'media.cubeb.force_mock_context': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
      'ui.prefersReducedMotion': 1,
      ...ASKS_ITS_MAKERS_NOTHING,
    },
  });

/**
 * Written into a page before its own scripts: what its camera delivers is painted over in the colour of a likeness, with a bar that moves. A
 * browser that takes no film for a camera has one in all colours by turns, which nobody is known by.
 */
export const colouredCamera = ({ hue }: Likeness): string => `(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d');
  let at = 0;
  const draw = () => {
    context.fillStyle = 'rgb(${colourOf(hue).join()})';
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = 'rgba(255,255,255,0.6)';
    context.fillRect(at = (at + 8) % 600, 150, 40, 60);
  };
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    for (const track of stream.getVideoTracks()) {
      draw();
      const [painted] = canvas.captureStream(15).getVideoTracks();
      const drawing = setInterval(draw, 66);
      const stop = painted.stop.bind(painted);
      painted.stop = () => { clearInterval(drawing); track.stop(); stop(); };
      stream.removeTrack(track);
      stream.addTrack(painted);
    }
    return stream;
  };
})()`;
