import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readAuthorityPolicy } from '../../server/src/authorityPolicy.ts';
import { readConfig } from '../../server/src/config.ts';
import { trustedBy } from '../../server/src/http/clientAddress.ts';
import { PROJECT } from '../architecture/sources.ts';
import { fillIn, readDeployment, service } from './composeFile.ts';
import { DEPLOYMENT_RULES } from './composeRules.ts';

const deployment = readDeployment();

test('the deployment has its four services', () => {
  expect(Object.keys(deployment.compose.services)).toEqual(['proxy', 'app', 'database', 'relay']);
});

describe.each(DEPLOYMENT_RULES)('$name', ({ find, breakIt }) => {
  test('holds', () => {
    expect(find(deployment)).toEqual([]);
  });

  test('is noticed when broken', () => {
    const broken = structuredClone(deployment);
    breakIt(broken);
    expect(find(broken)).not.toEqual([]);
  });
});

test('the step names in the Dockerfile are those of the script', () => {
  const script = readFileSync(join(PROJECT, 'scripts', 'prepare.mjs'), 'utf8');
  const steps = [...deployment.dockerfile.matchAll(/node scripts\/prepare\.mjs((?: \w+)+)/g)].flatMap(
    ([, names = '']) => names.trim().split(' '),
  );
  expect(steps).toEqual(['packages', 'worker', 'ffmpeg', 'web']);
  for (const step of steps) expect(script).toContain(`name: '${step}'`);
});

describe('making the secrets', () => {
  function makeSecrets(change: (folder: string) => void = () => {}) {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-secrets-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    copyFileSync(join(PROJECT, 'deploy', 'makeSecrets.sh'), join(folder, 'makeSecrets.sh'));
    const run = () => execFileSync('/bin/sh', [join(folder, 'makeSecrets.sh')], { stdio: 'pipe' });
    expect(run).toThrow('Put the certificate for your address into deploy/secrets/tls_certificate.pem');
    for (const name of ['tls_certificate.pem', 'tls_key.pem']) writeFileSync(join(folder, 'secrets', name), 'PEM');
    change(folder);
    run();
    return join(folder, 'secrets');
  }

  test('each secret of the compose file is there, random and closed to others', () => {
    const secrets = makeSecrets();
    const wanted = Object.values(deployment.compose.secrets).map(({ file = '' }) =>
      file.replace('./deploy/secrets/', ''),
    );
    expect(readdirSync(secrets)).toEqual([...wanted].sort());
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    const made = wanted
      .filter((name) => !name.endsWith('.pem'))
      .map((name) => readFileSync(join(secrets, name), 'utf8'));
    expect(new Set(made).size).toBe(3);
    for (const secret of made) expect(secret).toMatch(/^[\w-]{64}$/);
  });

  test('a secret that is there already stays', () => {
    let before = '';
    const secrets = makeSecrets((folder) => {
      before = readFileSync(join(folder, 'secrets', 'turn_secret'), 'utf8');
    });
    expect(readFileSync(join(secrets, 'turn_secret'), 'utf8')).toBe(before);
  });
});

test('the server understands its settings as they are meant', () => {
  const filled = {
    DOORSTEP_HOST: 'visits.example.gov.uk',
    MEDIA_ADDRESS: '203.0.113.10',
    AUTHORITY_NAME: 'Brook',
    AUTHORITY_PHONE: '01632 960 123',
  };
  const settings = Object.entries(service(deployment, 'app').environment ?? {}).map(([name, value]) => [
    name,
    fillIn(value, filled),
  ]);
  const config = readConfig(Object.fromEntries(settings));
  expect(config).toMatchObject({
    demo: false,
    publicUrl: 'https://visits.example.gov.uk',
    secureCookies: true,
    databaseUrl: 'postgres://doorstep@database:5432/doorstep',
    authority: { name: 'Brook', phone: '01632 960 123' },
    media: { listensAt: [{ announcedAddress: '203.0.113.10' }], port: 40_000, workers: 4, icePolicy: 'all' },
  });
  const isProxy = trustedBy(config.trustedProxies);
  expect(['172.30.117.2', '172.17.0.1', '10.0.0.1', '127.0.0.1'].map(isProxy)).toEqual([true, false, false, false]);
  expect(config.media.turn.urls).toContain('turns:visits.example.gov.uk:5349?transport=tcp');
});

test('[TEAM-4] the policy that is brought along is where the server looks for it, and says what holds anyway', async () => {
  const { environment = {}, volumes = [] } = service(deployment, 'app');
  expect(volumes).toContain(`./deploy/policy.json:${environment.AUTHORITY_POLICY_FILE}:ro`);
  const brought = await readAuthorityPolicy(join(PROJECT, 'deploy', 'policy.json'));
  expect(brought).toEqual(await readAuthorityPolicy(null));
});

test('the server is not told a password but finds it in a file', () => {
  expect(deployment.dockerfile).toContain('ENTRYPOINT ["/opt/doorstep/app/deploy/start.sh"]');
  const start = readFileSync(join(PROJECT, 'deploy', 'start.sh'), 'utf8');
  expect(start).toContain('/run/secrets/database_password');
  expect(service(deployment, 'app').secrets).toContain('database_password');
});
