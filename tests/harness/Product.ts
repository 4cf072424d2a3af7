import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/src/freePort.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Printed by the server when people can come. */
const READY = /https?:\/\//;
/** Making a database writes much to the disk, which other tests may be busy with. */
const STARTS_WITHIN = 100_000;

export interface ProductSettings {
  /** Where it listens; loopback unless told. */
  readonly host?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How many media workers it has, each with a port of its own; one unless told. */
  readonly mediaWorkers?: number;
}

/** Where its media workers listen: the first at this port, and so on. */
interface MediaPorts {
  readonly first: number;
  readonly workers: number;
}

/** The whole product as people run it: the real server process, PostgreSQL, media worker and web app, on ports and a data folder of its own. */
export class Product {
  readonly origin: string;
  readonly dataFolder: string;
  readonly media: MediaPorts;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #errors = '';

  private constructor(origin: string, dataFolder: string, media: MediaPorts, env: NodeJS.ProcessEnv) {
    this.origin = origin;
    this.dataFolder = dataFolder;
    this.media = media;
    this.#env = env;
  }

  static async start({ host = '127.0.0.1', env = {}, mediaWorkers = 1 }: ProductSettings = {}): Promise<Product> {
    const dataFolder = await mkdtemp(join(tmpdir(), 'doorstep-product-'));
    const port = await freePort(host);
    const media = { first: await freePort(host, mediaWorkers), workers: mediaWorkers };
    const origin = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
    const product = new Product(origin, dataFolder, media, {
      ...process.env,
      WEB_ROOT: process.env.WEB_ROOT ?? join(ROOT, 'web', 'out'),
      HOST: host,
      PORT: String(port),
      PUBLIC_URL: origin,
      DATA_DIR: dataFolder,
      DEMO: '1',
      MEDIA_PORT: String(media.first),
      MEDIA_WORKERS: String(media.workers),
      LOG_LEVEL: 'warn',
      // As the start command has it; in a folder of its own, so that the first start of each product is a first start.
      NODE_COMPILE_CACHE: join(dataFolder, 'compiled'),
      ...env,
    });
    await product.begin();

    return product;
  }

  /** The server's process; throws while it does not run. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('The product does not run');

    return pid;
  }

  /** What the server has written to its log so far. */
  get errors(): string {
    return this.#errors;
  }

  /** Starts the server process and resolves when it listens. */
  async begin(): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, 'server', 'src', 'main.ts')], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (text) => {
      this.#errors += String(text);
    });
    await new Promise<void>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error(`The product did not start: ${this.#errors}`)), STARTS_WITHIN);
      let printed = '';
      child.stdout.on('data', (text) => {
        printed += String(text);
        if (!READY.test(printed)) return;
        clearTimeout(tooLong);
        resolve();
      });
      child.once('exit', (code) => {
        clearTimeout(tooLong);
        reject(new Error(`The product ended with ${code}: ${this.#errors}`));
      });
    });
  }

  /** Ends the server process by this signal and resolves when it is gone. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;

    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    this.#child = null;
  }

  /** Ends everything and clears the data folder away. */
  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    await rm(this.dataFolder, { recursive: true, force: true });
  }
}
