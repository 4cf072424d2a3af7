import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { codeOf, StartRefused } from '../startRefused.ts';
import { inlineHashes } from './inlineHashes.ts';
import type { InlineHashes } from './securityHeaders.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One file of the web app, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
  /** Set for pages: what their policy lets run. */
  readonly inline: InlineHashes | null;
  readonly encodings: readonly Encoding[];
  body(encoding: Encoding): Promise<Buffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Kept for good where the name changes with the content; asked for anew where it does not; never kept for pages. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const ASK_ANEW = 'no-cache';
const NEVER = 'no-store';

const LEAST_WORTH_COMPRESSING = 1024;
const squeeze = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * The built web app, in memory: a request can only ever name what was there at the start. In its pages, and in what goes with
 * them, each `{{NAME}}` of `words` is replaced; those are plain words (see config.ts), safe wherever they stand.
 */
export class StaticSite {
  readonly #assets: ReadonlyMap<string, Asset>;

  private constructor(assets: ReadonlyMap<string, Asset>) {
    this.#assets = assets;
  }

  /** Refuses when `folder` holds no web app. */
  static async load(folder: string, words: Readonly<Record<string, string>>): Promise<StaticSite> {
    const assets = new Map<string, Asset>();
    for (const file of await filesIn(folder)) {
      const path = relative(folder, file).split(sep).join('/');
      const asset = assetOf(path, await readFile(file), words);
      for (const address of addressesOf(path)) assets.set(address, asset);
    }
    if (!assets.has('/')) throw noWebApp(folder);
    return new StaticSite(assets);
  }

  /** What is at that path of a URL; null when there is nothing. */
  find(path: string): Asset | null {
    return this.#assets.get(decoded(path)) ?? null;
  }

  /** The page for whatever is not there. */
  get missing(): Asset | null {
    return this.#assets.get('/404') ?? null;
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw noWebApp(folder);
    throw error;
  }
}

const noWebApp = (folder: string): StartRefused =>
  new StartRefused(
    `There is no built web app in ${folder}: run "npm start", which builds it, or name its folder in WEB_ROOT.`,
  );

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Pages are found without their `.html`, with and without a slash at the end. */
function addressesOf(path: string): readonly string[] {
  if (!path.endsWith('.html')) return [`/${path}`];
  const name = path.slice(0, -'.html'.length);
  if (name === 'index') return ['/', '/index.html'];
  return [`/${name}`, `/${name}/`, `/${path}`];
}

function assetOf(path: string, content: Buffer, words: Readonly<Record<string, string>>): Asset {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const body = withWords(type, content, words);
  const isPage = type.startsWith('text/html');
  const isNamedByContent = path.startsWith('_next/static/') && body === content;
  const squeezable =
    /^(text\/|application\/(json|manifest)|image\/svg)/.test(type) && body.length >= LEAST_WORTH_COMPRESSING;
  const kept = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(body)]]);

  return {
    type,
    cacheControl: isPage ? NEVER : isNamedByContent ? FOR_GOOD : ASK_ANEW,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    inline: isPage ? inlineHashes(body.toString('utf8')) : null,
    encodings: squeezable ? ['br', 'gzip', 'identity'] : ['identity'],
    body(encoding) {
      const known = kept.get(encoding);
      if (known !== undefined) return known;
      const made = encoding === 'br' ? brotli(body) : zip(body);
      kept.set(encoding, made);
      return made;
    },
  };
}

/** Quality 9 is within a few per cent of the best and takes a tenth of the time; it is done once, when first asked for. */
const brotli = (body: Buffer): Promise<Buffer> =>
  squeeze(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });

function withWords(type: string, content: Buffer, words: Readonly<Record<string, string>>): Buffer {
  if (!/^text\/(html|plain|javascript)/.test(type) || !content.includes('{{')) return content;
  const text = content.toString('utf8');
  const filled = text.replace(/\{\{([A-Z_]+)\}\}/g, (placeholder, name: string) => words[name] ?? placeholder);
  return filled === text ? content : Buffer.from(filled);
}
