import { toString as qrOf } from 'qrcode';
import type { DemoLink } from './demoVisit.ts';

interface BannerParts {
  readonly address: string;
  /** Null without a demo. */
  readonly demo: { readonly host: string; readonly links: readonly DemoLink[] } | null;
  /** Whether it is shown on a terminal that has colours. */
  readonly inColour: boolean;
  /** A certificate of our own making, which browsers warn about. */
  readonly selfSigned: boolean;
}

/** What the person at the terminal reads when everything is ready. */
export async function banner({ address, demo, inColour, selfSigned }: BannerParts): Promise<string> {
  const lines = ['', `Doorstep is ready: ${address}`];
  if (selfSigned) lines.push('The certificate is of its own making: the browser warns once, and may go on.');
  if (demo !== null)
    lines.push('', `Staff sign in there as ${demo.host} (demo: no password). Start the demo visit from the list.`);
  for (const { name, url } of demo?.links ?? [])
    lines.push('', `A link for ${name}:`, url, await terminalQr(url, inColour));
  if (demo !== null && !address.startsWith('https:')) {
    lines.push('To try the links on a phone in the same network, start with --https.');
  }
  lines.push('Ctrl-C ends it.', '');
  return lines.join('\n');
}

/** With colours where there are any: a code that is light on dark is not read by every phone. */
const terminalQr = (url: string, inColour: boolean): Promise<string> =>
  inColour
    ? qrOf(url, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })
    : qrOf(url, { type: 'utf8', errorCorrectionLevel: 'L', margin: 2 });
