import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../provision/failure.mjs';

/** @typedef {{ file: string, find: string, replace: string, why: string }} Patch */

/** @type {readonly Patch[]} */
const PATCHES = [
  {
    file: 'meson.build',
    find: "meson_version: '>= 1.1.0'",
    replace: "meson_version: '>= 1.0.1'",
    why: "Debian 12 has 1.0.1, which is enough for what is used once the package's downloads are gone.",
  },
  {
    file: 'src/RTC/DtlsTransport.cpp',
    find: '(operationType == BIO_CB_RETURN) ?',
    replace: '((operationType & BIO_CB_RETURN) != 0) ?',
    why: 'Debian\'s OpenSSL has kernel TLS. The worker\'s BIO callback answers 1 to every control call, which OpenSSL reads as "kernel TLS is on"; it then allocates no write buffer, and the first DTLS handshake crashes. This passes the real answer on.',
  },
  {
    file: 'meson.build',
    find: "executable(\n  'mediasoup-worker',",
    replace: "executable(\n  'mediasoup-worker',\n  cpp_pch: 'pch/worker_pch.hpp',",
    why: 'Most of each compilation is parsing the same headers: one precompiled header halves the build.',
  },
];

/**
 * Applies the changes that make the worker build and run on Debian's libraries. Every one is needed, so one that no longer
 * fits the sources is a failure.
 *
 * @param {string} sources the worker's folder
 */
export function patchSources(sources) {
  for (const { file, find, replace } of PATCHES) {
    const path = join(sources, file);
    writeFileSync(path, patched(readFileSync(path, 'utf8'), find, replace, file));
  }
}

/**
 * @param {string} text
 * @param {string} find must be there exactly once
 * @param {string} replace
 * @param {string} file its name, for the failure
 */
export function patched(text, find, replace, file) {
  const parts = text.split(find);
  if (parts.length !== 2) {
    throw new Failure(
      `The media worker's sources have changed: ${file} no longer fits the recipe in scripts/worker. Name a worker in MEDIASOUP_WORKER_BIN, or adapt the recipe.`,
    );
  }
  return parts.join(replace);
}
