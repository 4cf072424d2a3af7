import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../server/src/freePort.ts';

const PROGRAM = '/usr/bin/janus';
const PLUGINS = '/usr/lib/x86_64-linux-gnu/janus';

/** Whether Debian's Janus is installed; without it the benches leave its column out. */
export const hasJanus = (): boolean => existsSync(PROGRAM);

const settings = (folder: string, rtpFrom: number): string => `
general: {
  configs_folder = "${folder}"
  plugins_folder = "${PLUGINS}/plugins"
  transports_folder = "${PLUGINS}/transports"
  events_folder = "${folder}"
  loggers_folder = "${folder}"
  debug_level = 2
  admin_secret = "not-used"
}
media: { rtp_port_range = "${rtpFrom}-${rtpFrom + 200}" }
nat: { ice_enforce_list = "lo", ice_ignore_list = "" , full_trickle = false }
plugins: { disable = "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,libjanus_nosip.so,libjanus_recordplay.so,libjanus_sip.so,libjanus_streaming.so,libjanus_textroom.so,libjanus_videocall.so,libjanus_voicemail.so" }
transports: { disable = "libjanus_http.so,libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,libjanus_rabbitmq.so" }
`;

const VIDEO_ROOM = `room-1234: { description = "bench", publishers = 8, bitrate = 300000, bitrate_cap = true, audiocodec = "opus", videocodec = "vp8", fir_freq = 10 }`;

const webSockets = (port: number): string =>
  `general: { json = "compact", ws = true, ws_port = ${port}, ws_interface = "lo", wss = false }\nadmin: { admin_ws = false }`;

/** A real Janus of its own, on loopback, with one video room, and a bare page that knows how to join it. */
export class Janus {
  readonly origin: string;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #pages: Server;
  readonly #folder: string;

  private constructor(origin: string, child: ChildProcess, pages: Server, folder: string) {
    this.origin = origin;
    this.pid = child.pid ?? 0;
    this.#child = child;
    this.#pages = pages;
    this.#folder = folder;
  }

  static async start(): Promise<Janus> {
    const folder = await mkdtemp(join(tmpdir(), 'janus-'));
    const [socket, http, rtp] = [await freePort(), await freePort(), 21_000];
    await writeFile(join(folder, 'janus.jcfg'), settings(folder, rtp));
    await writeFile(join(folder, 'janus.plugin.videoroom.jcfg'), VIDEO_ROOM);
    await writeFile(join(folder, 'janus.transport.websockets.jcfg'), webSockets(socket));
    const child = spawn(PROGRAM, ['-F', folder, '-C', join(folder, 'janus.jcfg')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout?.resume();

    const page = (await readFile(join(import.meta.dirname, 'client.html'), 'utf8')).replace(
      '{{SOCKET}}',
      `ws://127.0.0.1:${socket}`,
    );
    const pages = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end(page);
    });
    await new Promise<void>((resolve) => pages.listen(http, '127.0.0.1', resolve));

    return new Janus(`http://localhost:${http}`, child, pages, folder);
  }

  async stop(): Promise<void> {
    this.#pages.close();
    this.#pages.closeAllConnections();
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}
