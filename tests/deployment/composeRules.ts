import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../architecture/sources.ts';
import { type Deployment, instructions, namedServices, published, type Service, service } from './composeFile.ts';

/** A promise about the deployment, and a way to break it that must be noticed. */
export interface DeploymentRule {
  readonly name: string;
  /** One sentence for each thing that is wrong. */
  readonly find: (deployment: Deployment) => readonly string[];
  readonly breakIt: (deployment: Deployment) => void;
}

type Check = (service: Service, name: string, deployment: Deployment) => string | false | undefined;

const everyService = (check: Check) => (deployment: Deployment) =>
  namedServices(deployment).flatMap(([name, each]) => {
    const wrong = check(each, name, deployment);
    return wrong ? [`${name} ${wrong}`] : [];
  });

const exists = (path: string) => existsSync(join(PROJECT, path));
const EXACT = /:v?\d+\.\d+(?:\.\d+)?(?:-[\w.]+)*$/;
const IN_SECRETS = /^\/run\/secrets\/(\w+)$/;

const CONTAINERS: readonly DeploymentRule[] = [
  {
    name: 'every image is pinned to a version',
    find: (deployment) => [
      ...everyService(({ image = '' }) => !EXACT.test(image) && `runs ${image || 'no named image'}`)(deployment),
      ...instructions(deployment.dockerfile)
        .filter(({ word, rest }) => word === 'FROM' && !EXACT.test(rest.split(' ')[0] ?? ''))
        .map(({ rest }) => `The Dockerfile begins from ${rest}`),
    ],
    breakIt: (deployment) => {
      service(deployment, 'proxy').image = 'caddy:latest';
    },
  },
  {
    name: 'every service has a health check',
    find: everyService(({ healthcheck }) => {
      const complete = healthcheck && healthcheck.test[0] === 'CMD' && healthcheck.interval && healthcheck.timeout;
      return !complete && 'has no complete health check';
    }),
    breakIt: (deployment) => {
      delete service(deployment, 'relay').healthcheck;
    },
  },
  {
    name: 'who depends on a service waits until it is healthy',
    find: everyService(
      ({ depends_on = {} }) =>
        Object.values(depends_on).some(({ condition }) => condition !== 'service_healthy') && 'does not wait',
    ),
    breakIt: (deployment) => {
      service(deployment, 'app').depends_on = { database: { condition: 'service_started' } };
    },
  },
  {
    name: 'no service may change its own files, gain rights or keep those it does not need',
    find: everyService((each) => {
      if (each.privileged || each.network_mode) return 'is not shut in';
      if (each.read_only !== true) return 'may write to its image';
      if (!each.cap_drop?.includes('ALL')) return 'keeps capabilities';
      if (!each.security_opt?.includes('no-new-privileges:true')) return 'may gain privileges';
      return each.cap_add?.some((right) => /SYS_|NET_ADMIN|ALL/.test(right)) && 'is given too much';
    }),
    breakIt: (deployment) => {
      service(deployment, 'app').read_only = false;
    },
  },
  {
    name: 'no service runs as root but the database, which changes to its own user by itself',
    find: (deployment) => [
      ...everyService(
        ({ build, user = 'root' }, name) =>
          name !== 'database' && !build && /^(?:0|root)\b/.test(user) && 'runs as root',
      )(deployment),
      ...(/^(?!root|0)\w+$/.test(
        instructions(deployment.dockerfile).findLast(({ word }) => word === 'USER')?.rest ?? 'root',
      )
        ? []
        : ['The image of the server runs as root']),
    ],
    breakIt: (deployment) => {
      deployment.dockerfile = deployment.dockerfile.replace(/^USER .*$/m, '');
    },
  },
];

const SECRETS: readonly DeploymentRule[] = [
  {
    name: 'each secret that a service reads is a file that it is given',
    find: (deployment) => [
      ...everyService(({ environment = {}, secrets = [] }) => {
        const read = Object.values(environment).flatMap((value) => IN_SECRETS.exec(value)?.[1] ?? []);
        const missing = read.find((name) => !secrets.includes(name));
        return missing && `is not given ${missing}`;
      })(deployment),
      ...everyService(({ secrets = [] }, _name, { compose }) => {
        const unknown = secrets.find((name) => !compose.secrets[name]?.file?.startsWith('./deploy/secrets/'));
        return unknown && `asks for ${unknown}, which is no file in deploy/secrets`;
      })(deployment),
    ],
    breakIt: (deployment) => {
      service(deployment, 'app').secrets = ['database_password', 'turn_secret'];
    },
  },
  {
    name: 'no password or key stands in the file',
    find: everyService(({ environment = {}, command = [], entrypoint = [] }) => {
      const named = Object.entries(environment).find(
        ([name, value]) => /SECRET|PASSWORD|KEY|TOKEN/.test(name) && !IN_SECRETS.test(value),
      );
      if (named) return `is told ${named[0]}`;
      const said = [...Object.values(environment), ...command, ...entrypoint];
      return (
        said.some((word) => /:\/\/[^/@\s]*:[^/@\s]+@|--?(?:password|secret)[= ]/i.test(word)) && 'is told a password'
      );
    }),
    breakIt: (deployment) => {
      service(deployment, 'app').environment = { DATABASE_URL: 'postgres://doorstep:doorstep@database/doorstep' };
    },
  },
  {
    name: 'the relay and the server share one secret',
    find: (deployment) => {
      const [app, relay] = ['app', 'relay'].map((name) => service(deployment, name).environment?.TURN_SECRET_FILE);
      return app && app === relay ? [] : [`The server reads ${app}, the relay ${relay}`];
    },
    breakIt: (deployment) => {
      service(deployment, 'relay').environment = { TURN_SECRET_FILE: '/run/secrets/another' };
    },
  },
];

function allowedPorts(deployment: Deployment): Readonly<Record<string, readonly string[]>> {
  const { MEDIA_PORT, MEDIA_WORKERS } = service(deployment, 'app').environment ?? {};
  const media = `${MEDIA_PORT}-${Number(MEDIA_PORT) + Number(MEDIA_WORKERS) - 1}`;
  const of = (name: string) => new RegExp(`^${name}=(\\d+)$`, 'm').exec(deployment.turnserver)?.[1];
  return {
    proxy: ['80/tcp', '443/tcp'],
    app: [`${media}/udp`, `${media}/tcp`],
    relay: [
      `${of('listening-port')}/udp`,
      `${of('listening-port')}/tcp`,
      `${of('tls-listening-port')}/tcp`,
      `${of('min-port')}-${of('max-port')}/udp`,
    ],
  };
}

const NETWORK: readonly DeploymentRule[] = [
  {
    name: 'only TLS, media and the relay can be reached from outside, on the ports they are set to',
    find: (deployment) =>
      everyService(({ ports = [] }, name) => {
        const allowed = allowedPorts(deployment)[name] ?? [];
        const hosts = ports.map((port) => published(port).host);
        return [...hosts].sort().join() !== [...allowed].sort().join() && `publishes ${hosts.join(', ') || 'nothing'}`;
      })(deployment),
    breakIt: (deployment) => {
      service(deployment, 'database').ports = ['5432:5432'];
    },
  },
  {
    name: 'the database is reached by the server alone and reaches nothing, the relay has a network to itself',
    find: (deployment) => {
      const members = (network: string) =>
        namedServices(deployment).flatMap(([name, { networks = [] }]) => (networks.includes(network) ? [name] : []));
      const data = members('data').join() === 'app,database' && deployment.compose.networks.data?.internal === true;
      const alone = service(deployment, 'database').networks?.length === 1 && members('relay').join() === 'relay';
      return data && alone && service(deployment, 'relay').networks?.length === 1
        ? []
        : ['The networks are not separate'];
    },
    breakIt: (deployment) => {
      service(deployment, 'relay').networks = ['relay', 'data'];
    },
  },
  {
    name: 'the server believes what is said of an address in the network that it shares with the proxy alone, and nowhere else',
    find: (deployment) => {
      const { compose } = deployment;
      const members = namedServices(deployment).flatMap(([name, { networks = [] }]) =>
        networks.includes('front') ? [name] : [],
      );
      const subnet = compose.networks.front?.ipam?.config.map((one) => one.subnet).join();
      const trusted = service(deployment, 'app').environment?.TRUSTED_PROXIES;
      return [
        ...(members.join() === 'proxy,app' ? [] : [`The network of the proxy has ${members.join()} in it`]),
        ...(subnet && trusted === subnet ? [] : [`The server trusts ${trusted}, the proxy is in ${subnet}`]),
      ];
    },
    breakIt: (deployment) => {
      service(deployment, 'app').environment = { TRUSTED_PROXIES: '172.16.0.0/12' };
    },
  },
  {
    name: 'the relay leads to the address where the server announces its media, and is announced where it listens',
    find: (deployment) => {
      const app = service(deployment, 'app').environment ?? {};
      const relay = service(deployment, 'relay');
      const reachable = relay.ports?.map((port) => published(port).host) ?? [];
      const announced = (app.TURN_URLS ?? '').split(',').map((url) => /:(\d+)\?transport=(\w+)$/.exec(url));
      return [
        ...(app.MEDIA_ANNOUNCED_ADDRESS?.startsWith('${MEDIA_ADDRESS') &&
        relay.environment?.TURN_PEER?.startsWith('${MEDIA_ADDRESS')
          ? []
          : ['The relay leads elsewhere']),
        ...announced.flatMap((found) =>
          reachable.includes(`${found?.[1]}/${found?.[2]}`) ? [] : [`Nobody answers at ${found?.[0]}`],
        ),
      ];
    },
    breakIt: (deployment) => {
      service(deployment, 'relay').environment = { TURN_PEER: '10.0.0.1' };
    },
  },
  {
    name: 'the relay refuses every peer and lets one through',
    find: ({ turnserver, startRelay }) => {
      const lines = turnserver.split('\n');
      const needed = [
        'denied-peer-ip=0.0.0.0-255.255.255.255',
        'denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
        'use-auth-secret',
      ];
      const unwanted =
        /^(?:allowed-peer-ip|allow-loopback-peers|no-auth|user|mobility|cli-password|static-auth-secret|server-relay)(?:=|$)/;
      return [
        ...needed.filter((line) => !lines.includes(line)).map((line) => `turnserver.conf lacks ${line}`),
        ...lines.filter((line) => unwanted.test(line)).map((line) => `turnserver.conf says ${line}`),
        ...(startRelay.match(/allowed-peer-ip=\$TURN_PEER/g)?.length === 1
          ? []
          : ['start.sh does not let one peer through']),
      ];
    },
    breakIt: (deployment) => {
      deployment.turnserver += '\nallowed-peer-ip=10.0.0.0-10.255.255.255\n';
    },
  },
];

const SCRIPT = /\bnode (scripts\/[\w./]+\.mjs)((?: \w+)*)/g;
const PLAIN_STEP =
  /^(?:apt-get update && apt-get install --yes --no-install-recommends ca-certificates nodejs npm && rm -rf \/var\/lib\/apt\/lists\/\*|cp |node scripts\/)/;

const FILES: readonly DeploymentRule[] = [
  {
    name: 'the image is made by the scripts that run outside it',
    find: ({ dockerfile }) =>
      instructions(dockerfile).flatMap(({ word, rest }) => {
        if (word === 'ADD' || /\b(?:curl|wget|git|npm (?:ci|i|install|run))\b/.test(rest))
          return [`The Dockerfile does ${rest} by itself`];
        const scripts = [...rest.matchAll(SCRIPT)].map(([, script = '']) => script);
        const missing = [...scripts, ...(word === 'COPY' ? rest.split(' ').slice(0, -1) : [])].find(
          (path) => !exists(path),
        );
        if (missing) return [`The Dockerfile uses ${missing}, which is not there`];
        return word === 'RUN' && !PLAIN_STEP.test(rest) ? [`The Dockerfile does ${rest} by itself`] : [];
      }),
    breakIt: (deployment) => {
      deployment.dockerfile += '\nRUN node scripts/nothing.mjs\n';
    },
  },
  {
    name: 'what is mounted from here is there and cannot be changed from inside',
    find: everyService(({ volumes = [] }, _name, { compose }) =>
      volumes
        .map((volume) => volume.split(':'))
        .map(([from = '', , mode]) => {
          if (!from.startsWith('.')) return !(from in compose.volumes) && `mounts ${from}`;
          return (!exists(from) || mode !== 'ro') && `mounts ${from}`;
        })
        .find((wrong) => wrong),
    ),
    breakIt: (deployment) => {
      service(deployment, 'relay').volumes = ['./turn:/etc/doorstep'];
    },
  },
  {
    name: 'the server and the relay know every variable that they are told',
    find: (deployment) => {
      const told = (name: string) => Object.keys(service(deployment, name).environment ?? {});
      const unknown = (names: readonly string[], source: string) =>
        names.filter((name) => !new RegExp(`\\b${name}\\b`).test(source));
      return [...unknown(told('app'), deployment.serverConfig), ...unknown(told('relay'), deployment.startRelay)];
    },
    breakIt: (deployment) => {
      service(deployment, 'app').environment = { MEDIA_ADDRESS: '203.0.113.10' };
    },
  },
];

export const DEPLOYMENT_RULES: readonly DeploymentRule[] = [...CONTAINERS, ...SECRETS, ...NETWORK, ...FILES];
