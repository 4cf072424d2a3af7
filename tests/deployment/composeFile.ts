import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '../architecture/sources.ts';

export interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  user?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  restart?: string;
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  networks?: string[];
  network_mode?: string;
  secrets?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number };
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string }[] } }>;
  volumes: Record<string, object>;
  secrets: Record<string, { file?: string }>;
}

/** What is deployed: the compose file and the texts of the files that it leans on. A copy of it can be broken for a test. */
export interface Deployment {
  compose: Compose;
  dockerfile: string;
  turnserver: string;
  startRelay: string;
  serverConfig: string;
}

const text = (...path: readonly string[]) => readFileSync(join(PROJECT, ...path), 'utf8');

export function readDeployment(): Deployment {
  return {
    compose: parse(text('docker-compose.yml'), { merge: true }),
    dockerfile: text('deploy', 'Dockerfile'),
    turnserver: text('turn', 'turnserver.conf'),
    startRelay: text('turn', 'start.sh'),
    serverConfig: text('server', 'src', 'config.ts'),
  };
}

/** The service of that name; fails when there is none. */
export function service({ compose }: Deployment, name: string): Service {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}.`);
  return found;
}

export const namedServices = ({ compose }: Deployment): readonly (readonly [string, Service])[] =>
  Object.entries(compose.services);

/** The lines of the Dockerfile as instructions, with continued lines joined. */
export function instructions(dockerfile: string): readonly { readonly word: string; readonly rest: string }[] {
  return dockerfile
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => /^(\w+)\s+(.*)$/.exec(line.trim()))
    .flatMap((found) => (found ? [{ word: found[1] ?? '', rest: (found[2] ?? '').replace(/\s+/g, ' ') }] : []));
}

/** `40000-40003:40000-40003/udp` and the like, as `40000-40003/udp` on the host and in the container. */
export function published(port: string): { readonly host: string; readonly inside: string } {
  const [, host = '', inside = '', protocol = 'tcp'] = /^([\d-]+):([\d-]+)(?:\/(\w+))?$/.exec(port) ?? [];
  return { host: `${host}/${protocol}`, inside: `${inside}/${protocol}` };
}

/** `${NAME}` and `${NAME:?why it is needed}`, as compose puts them in from a file .env. */
export function fillIn(value: string, variables: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{(\w+)(?::\?[^}]*)?\}/g, (_whole, name: string) => {
    const filled = variables[name];
    if (filled === undefined) throw new Error(`Nobody is told to set ${name}.`);
    return filled;
  });
}
