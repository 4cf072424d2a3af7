import path from 'node:path';
import type { NextConfig } from 'next';

const root = path.resolve(import.meta.dirname, '..');

/** A folder of plain files that any web server can give out: `/join` is `out/join.html`. Nothing of Next runs in production. */
const config: NextConfig = {
  output: 'export',
  trailingSlash: false,
  reactStrictMode: true,
  transpilePackages: ['@doorstep/shared'],
  turbopack: { root },
  outputFileTracingRoot: root,
  images: { unoptimized: true },
  poweredByHeader: false,
};

export default config;
