import type { Page } from 'playwright';
import { eventually } from '../people/eventually.ts';
import { isTimed, namesInFrame, SILENCE, saidIn, soundsOf, withoutHaste } from './frames.ts';
import { type Begun, facts, type Meaning, named, namedIn, parsed } from './nameless.ts';

/** What reached a page during one act, and how it was afterwards. */
export interface Heard {
  readonly act: string;
  /** Each thing once, in no order. */
  readonly said: readonly string[];
  readonly shown: readonly string[];
}

interface Raw {
  readonly act: string;
  readonly frames: readonly string[];
  readonly responses: readonly string[];
  readonly shown: Shown;
}

/** How the page looks, and what each of its connections carries, beginning with how it is. */
interface Shown {
  readonly page: readonly string[];
  readonly connections: readonly (readonly string[])[];
}

/** Nothing new for so long: longer than the server ever keeps a change back, and than a picture takes to be set up. */
const QUIET = 1_500;
/** How long one waits for that, in milliseconds. */
const PATIENCE = 40_000;

/**
 * Asks the page for each connection: what it receives, and the shape of what was agreed. Numbers of streams are left out, and the list of them
 * that is in the order in which they came: each has a section that names it.
 */
const mediaOf = (page: Page): Promise<Shown['connections']> =>
  page.evaluate(() =>
    (window.__connections ?? []).map((pc, place) => {
      if (pc.connectionState === 'closed') return [`connection ${place} is closed`];

      const shapes = (pc.remoteDescription?.sdp ?? '')
        .split(/^(?=m=)/m)
        .map((section) =>
          section.replace(/(?<=a=mid:|a=ssrc:|cname:)\S+|(?<=^o=|a=group:BUNDLE|a=ssrc-group:FID|WMS)[^\r]*/gm, '#'),
        );
      const tracks = pc.getReceivers().map(({ track }) => `${track.kind} ${track.readyState}`);

      return [`connection ${place} is ${pc.connectionState}`, ...shapes, ...tracks];
    }),
  );

/** Everything that reaches one page, act by act: frames of its lines, answers to its requests, title, screen, media. */
export class Recorder {
  readonly #page: Page;
  readonly #acts: Begun[] = [];
  readonly #done: Raw[] = [];
  #frames: string[] = [];
  #responses: Promise<string>[] = [];
  #news = 0;
  readonly #portName: Meaning['portName'];

  constructor(page: Page, portName: Meaning['portName']) {
    this.#page = page;
    this.#portName = portName;
    page.on('websocket', (socket) => {
      this.#frames.push(`other line ${new URL(socket.url()).pathname}`);
      socket.on('framereceived', ({ payload }) => {
        const text = String(payload);
        this.#frames.push(text);
        if (!isTimed(text)) this.#news += 1;
      });
    });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/_next/') || !response.url().startsWith('http')) return;

      this.#news += 1;
      const body = response.text().catch(() => '');
      this.#responses.push(body.then((text) => `${response.status()} ${pathname} ${text}`));
    });
  }

  /** Something is done, here or elsewhere, and then everything that comes of it is waited for. */
  async during(act: string, does: () => Promise<void>): Promise<void> {
    this.#acts.push({ act, at: Date.now() });
    await does();
    const shown = await this.#settled();
    const responses = await Promise.all(this.#responses.splice(0));
    this.#done.push({ act, frames: this.#frames.splice(0), responses, shown });
  }

  /** All that was heard, with what was drawn at random named by what it stands for. */
  heard(): readonly Heard[] {
    const names = new Map(this.#done.flatMap(({ frames }) => frames.flatMap(namesInFrame)));
    const meaning: Meaning = { names, acts: this.#acts, portName: this.#portName };
    const once = (things: readonly string[]): readonly string[] => [...new Set(things)].sort();

    let sounds = SILENCE;

    return this.#done.map(({ act, frames, responses, shown }) => {
      sounds = soundsOf(frames, sounds, meaning);
      const said = [
        ...withoutHaste(frames).flatMap((frame) => saidIn(frame, meaning)),
        ...responses.flatMap((response) => bodyOf(response, meaning)),
        ...sounds.atRest,
        ...sounds.onTheWay,
      ];

      return { act, said: once(said), shown: shownAs(shown, meaning) };
    });
  }

  /** How the page is once nothing has come or changed for a while. */
  #settled(): Promise<Shown> {
    let last = '';
    let since = performance.now();

    return eventually(async () => {
      const shown = await this.#looks();
      const now = `${this.#news} ${JSON.stringify(shown)}`;
      if (now !== last) since = performance.now();
      last = now;
      if (performance.now() - since < QUIET) throw new Error(`“${this.#acts.at(-1)?.act}” never comes to rest`);

      return shown;
    }, PATIENCE);
  }

  async #looks(): Promise<Shown> {
    const body = this.#page.locator('body');
    const [title, words, tree, connections] = await Promise.all([
      this.#page.title(),
      body.innerText(),
      body.ariaSnapshot(),
      mediaOf(this.#page),
    ]);

    return { page: [`title ${title}`, ...[...words.split('\n'), ...tree.split('\n')].map(clockless)], connections };
  }
}

/** Parts of a connection are put in order by what they say once it is known who is who, not by ids that were drawn. */
function shownAs({ page, connections }: Shown, meaning: Meaning): readonly string[] {
  const parts = connections.flatMap(([how = '', ...rest]) => [how, ...rest.map((part) => named(part, meaning)).sort()]);

  return [...page.map((line) => named(line, meaning)), ...parts];
}

/** Clocks on the screen go on by themselves. */
const clockless = (line: string): string =>
  line.replace(/\b\d+:\d\d\b/g, 'clock').replace(/\b\d+ (second|minute)s?\b/g, 'some $1s');

/** The status, the path, and each thing that the body says. */
function bodyOf(response: string, meaning: Meaning): readonly string[] {
  const [, head = '', body = ''] = /^(\d+ \S+) (.*)$/s.exec(response) ?? [];
  const value = parsed(body);
  const where = named(head, meaning);

  return value === undefined ? [`${where} ${named(body, meaning)}`] : facts(namedIn(value, meaning), where);
}
