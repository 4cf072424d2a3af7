import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { selfSigned } from './selfSigned.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 22);

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'doorstep-tls-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));
const at = (address: string, now = NOW) => selfSigned({ dataFolder, address, now });

test('a certificate is made for the address by which phones find this machine, and for this machine itself', async () => {
  const certificate = new X509Certificate((await at('192.0.2.7')).cert);
  expect(certificate.checkIP('192.0.2.7')).toBe('192.0.2.7');
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(new X509Certificate((await at('visits.example')).cert).checkHost('visits.example')).toBe('visits.example');
});

test('it is kept, so that whoever trusted it is not asked again, until it is for another address or runs out', async () => {
  const first = await at('192.0.2.7');
  expect(await at('192.0.2.7')).toEqual(first);
  expect(await at('192.0.2.7', NOW + 380 * DAY)).toEqual(first);
  const renewed = await at('192.0.2.7', NOW + 391 * DAY);
  expect(renewed).not.toEqual(first);
  expect(await at('192.0.2.8', NOW + 391 * DAY)).not.toEqual(renewed);
});
