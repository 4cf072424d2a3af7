import type { HelpHint } from '@doorstep/shared/visit/checks/state.ts';
import type { ForEachReader } from './reader.ts';

const adult: Readonly<Record<HelpHint, string>> = {
  turnSideways: 'Please turn your phone on its side. Then we see more of you.',
  tapCamera: 'Please tap “Camera” to turn your picture on.',
  moreLight: 'It is a bit dark. Please turn on a light or face a window.',
  faceTheCamera: 'Please hold it so that we can see your face.',
  speakUp: 'You are hard to hear. Please speak up or come closer.',
  turnSoundUp: 'Please turn your sound up. The buttons are on the side of most phones.',
  closeOtherApps: 'Please close your other apps. One of them may be using your camera.',
  useWifi: 'Your line is weak. Please use Wi-Fi, or move closer to it.',
  openInBrowser: 'Please copy your link. Then open it in “Safari” or “Chrome”.',
  takeYourTime: 'Take your time. There is no rush.',
  weWillPhone: 'We will phone you now. Please keep your phone near you.',
};

/** What a worker can send to somebody who is stuck (JOIN-6). */
export const hints: ForEachReader<Readonly<Record<HelpHint, string>>> = {
  adult,
  child: {
    ...adult,
    turnSideways: 'Can you turn your phone on its side? Then we see more of you.',
    tapCamera: 'Can you tap “Camera”? Then we can see you.',
    moreLight: 'It is a bit dark. Can you turn on a light?',
    faceTheCamera: 'Can you hold it so that we see your face?',
    speakUp: 'You are hard to hear. Can you speak up a bit?',
    turnSoundUp: 'Can you turn the sound up? A grown-up can help you.',
    closeOtherApps: 'Can you close your other apps? A grown-up can help you.',
    useWifi: 'The internet is weak. Can you go closer to the Wi-Fi box?',
    openInBrowser: 'Please ask a grown-up to open your link in “Safari” or “Chrome”.',
    takeYourTime: 'Take your time. You are doing well.',
    weWillPhone: 'We will phone you now. Is a phone near you?',
  },
};

/** Around a hint. */
export const hintWords = { from: (worker: string) => `A tip from ${worker}`, done: 'Done' };
