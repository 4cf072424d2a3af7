import { availableParallelism, networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { ListeningAddress } from './media/mediasoup/settings.ts';
import { StartRefused } from './startRefused.ts';

const text = z.string().check(z.trim(), z.minLength(1));
const onOff = z.pipe(
  z.enum(['0', '1']),
  z.transform((value) => value === '1'),
);
const whole = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/)),
    z.pipe(z.transform(Number), z.int().check(z.minimum(least), z.maximum(most))),
  );
const list = z.pipe(
  text,
  z.transform((value) =>
    value
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
);
/** Put into pages as it is: nothing that would mean something to HTML or to a script. */
const plainWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^(?:[^<>&"`\\\p{C}]|& )+$/u));
const httpOrigin = z.pipe(
  z.string().check(
    z.regex(/^https?:\/\/[^/?#@\s]+\/?$/),
    z.refine((value) => URL.canParse(value)),
  ),
  z.transform((value) => new URL(value).origin),
);

/** Every variable that the server reads, its form, and in words what it must be. */
const VARIABLES = {
  PORT: [z._default(whole(0, 65_535), 3000), 'a port number'],
  HOST: [z._default(text, '127.0.0.1'), 'an address of this machine'],
  DATA_DIR: [z._default(text, '.data'), 'a folder'],
  WEB_ROOT: [z._default(text, 'web/out'), 'the folder with the built web app'],
  /** Serves HTTPS with a certificate of its own making. */
  HTTPS: [z._default(onOff, false), '0 or 1'],
  DEMO: [z._default(onOff, false), '0 or 1'],
  DATABASE_URL: [z.optional(text), 'a PostgreSQL address'],
  /** What people's browsers call this server: http(s)://name[:port]. */
  PUBLIC_URL: [z.optional(httpOrigin), 'an address such as https://visits.example.gov.uk'],
  /** Whose word about the address of a client is taken (addresses or networks, comma-separated): only a proxy's on this machine, unless told. */
  TRUSTED_PROXIES: [z.optional(list), 'a list of addresses'],
  SECRET_FILE: [z.optional(text), 'a file'],
  MEDIASOUP_WORKER_BIN: [z.optional(text), 'the media worker'],
  MEDIA_ANNOUNCED_ADDRESS: [z.optional(text), 'an address that browsers can reach'],
  /** The first worker's port, UDP and TCP; the next worker has the next. 0: any that is free. */
  MEDIA_PORT: [z._default(whole(0, 65_535), 0), 'a port number'],
  MEDIA_WORKERS: [z._default(whole(1, 256), availableParallelism()), 'a number from 1 to 256'],
  TURN_URLS: [z._default(list, []), 'a list such as turn:turn.example.gov.uk:3478'],
  TURN_SECRET: [z.optional(text), 'a secret'],
  TURN_SECRET_FILE: [z.optional(text), 'a file'],
  ICE_POLICY: [z._default(z.enum(['all', 'relay']), 'all'), '"all" or "relay"'],
  AUTHORITY_NAME: [z._default(plainWords, 'Brookshire Children’s Services'), 'a name without < > " ` or \\'],
  AUTHORITY_PHONE: [z._default(plainWords, '01632 960 123'), 'a telephone number'],
  /** [TEAM-4] What the authority has settled for all its visits, as JSON. */
  AUTHORITY_POLICY_FILE: [z.optional(text), 'a file'],
  LOG_LEVEL: [
    z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
    'a level such as info',
  ],
  /** Lets a scraper on another machine read /metrics, as `Authorization: Bearer …`. */
  METRICS_TOKEN: [z.optional(z.string().check(z.minLength(16))), 'a secret of at least 16 characters'],
  REQUESTS_PER_MINUTE: [z._default(whole(1, 1_000_000), 600), 'a number'],
  /** How often one address may show a link or a sign-in that is not good. */
  FAILED_TRIES_PER_MINUTE: [z._default(whole(1, 1_000_000), 10), 'a number'],
  CONNECTIONS_PER_ADDRESS: [z._default(whole(1, 100_000), 60), 'a number'],
} as const;

type Name = keyof typeof VARIABLES;
type Environment = Readonly<Record<string, string | undefined>>;

export type Config = ReturnType<typeof readConfig>;

/** What the environment says. Refuses, naming the variable and what it must be. An empty variable counts as not given. */
export function readConfig(environment: Environment) {
  const read = <Key extends Name>(name: Key): z.infer<(typeof VARIABLES)[Key][0]> => {
    const [schema, words] = VARIABLES[name];
    const parsed = schema.safeParse(environment[name] || undefined);
    if (!parsed.success) throw new StartRefused(`${name} must be ${words}.`);
    return parsed.data as z.infer<(typeof VARIABLES)[Key][0]>;
  };
  const [port, host, https, publicUrl] = [read('PORT'), read('HOST'), read('HTTPS'), read('PUBLIC_URL') ?? null];
  if (read('TURN_URLS').length > 0 && !(read('TURN_SECRET') ?? read('TURN_SECRET_FILE'))) {
    throw new StartRefused(
      'TURN_SECRET_FILE must be given with TURN_URLS: the relay refuses everybody without its secret.',
    );
  }
  const behindProxy = publicUrl?.startsWith('https:') === true && !https;

  return {
    port,
    host,
    https,
    demo: read('DEMO'),
    dataFolder: resolve(read('DATA_DIR')),
    webRoot: resolve(read('WEB_ROOT')),
    databaseUrl: read('DATABASE_URL') ?? null,
    publicUrl,
    secureCookies: https || behindProxy,
    trustedProxies: read('TRUSTED_PROXIES') ?? (behindProxy ? ['loopback'] : []),
    secretFile: read('SECRET_FILE') ?? null,
    authority: { name: read('AUTHORITY_NAME').replaceAll("'", '’'), phone: read('AUTHORITY_PHONE') },
    policyFile: read('AUTHORITY_POLICY_FILE') ?? null,
    media: {
      workerProgram: read('MEDIASOUP_WORKER_BIN') ?? null,
      listensAt: mediaAddresses(host, read('MEDIA_ANNOUNCED_ADDRESS') ?? null),
      port: read('MEDIA_PORT'),
      workers: read('MEDIA_WORKERS'),
      icePolicy: read('ICE_POLICY'),
      turn: {
        urls: read('TURN_URLS'),
        secret: read('TURN_SECRET') ?? null,
        secretFile: read('TURN_SECRET_FILE') ?? null,
      },
    },
    logLevel: read('LOG_LEVEL'),
    limits: {
      requestsPerMinute: read('REQUESTS_PER_MINUTE'),
      failedTriesPerMinute: read('FAILED_TRIES_PER_MINUTE'),
      connectionsPerAddress: read('CONNECTIONS_PER_ADDRESS'),
    },
    metricsToken: read('METRICS_TOKEN') ?? null,
  };
}

const LOOPBACK = '127.0.0.1';

/** The address at which browsers find a server that listens on `host`: for "every address" the machine's own in its network. */
export function reachableAddress(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host === 'localhost' ? LOOPBACK : host;
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? LOOPBACK;
}

/**
 * Where media is received and sent. On this machine alone it is the machine's own address in its network as well, where it has one:
 * Firefox sends nothing to the loopback address. Whatever comes there from elsewhere is nobody's, and is dropped (ICE, RFC 8445).
 */
function mediaAddresses(host: string, announced: string | null): readonly ListeningAddress[] {
  const address = announced ?? reachableAddress(host);
  if (!address.startsWith('127.')) return [{ ip: '0.0.0.0', announcedAddress: address }];

  const own = announced === null ? reachableAddress('0.0.0.0') : LOOPBACK;

  return [...new Set([LOOPBACK, own])].map((ip) => ({ ip, announcedAddress: ip === LOOPBACK ? address : null }));
}
