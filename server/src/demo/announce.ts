import type { Config } from '../config.ts';
import { banner } from './banner.ts';
import { DEMO_HOST } from './demoStaff.ts';
import type { DemoLink } from './demoVisit.ts';

/** Says on standard output where the server is and, in a demo, how to come in. `links`: null without a demo. */
export async function announce(address: string, { https }: Config, links: readonly DemoLink[] | null): Promise<void> {
  const demo = links === null ? null : { host: DEMO_HOST.name, links };
  process.stdout.write(await banner({ address, demo, inColour: process.stdout.isTTY, selfSigned: https }));
}
