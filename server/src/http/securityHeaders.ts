/** Browsers' features that no page of ours uses; camera and microphone are for our own pages only. */
const NOT_USED = [
  'accelerometer',
  'browsing-topics',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS = ['camera=(self)', 'microphone=(self)', ...NOT_USED.map((feature) => `${feature}=()`)].join(', ');

const A_YEAR = 365 * 24 * 60 * 60;

/** On every answer. `overHttps`: the browser got here by a certificate that it trusts. */
export function headersOfEveryAnswer({ overHttps }: { readonly overHttps: boolean }): Readonly<Record<string, string>> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': PERMISSIONS,
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': 'no-store',
    ...(overHttps && { 'strict-transport-security': `max-age=${A_YEAR}` }),
  };
}

/** The policy of a script: one that runs as a worker keeps its own, not that of the page which started it, and fetches its parts from here. */
export const SCRIPT_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

/** What is inline in one page, as sources of its policy. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** A host as it may stand in a policy: name or address, with or without a port. */
const HOST = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The policy of a page: everything from this server alone, nothing inline but what was built. The live line is named by its
 * own scheme as well, because Safari before 15.4 does not count it as part of 'self'.
 */
export function contentSecurityPolicy(inline: InlineHashes, host: string | undefined, secure: boolean): string {
  const line = host !== undefined && HOST.test(host) ? ` ${secure ? 'wss' : 'ws'}://${host}` : '';
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...inline.scripts].join(' '),
    ['style-src', "'self'", ...inline.styles].join(' '),
    `connect-src 'self'${line}`,
    "img-src 'self' data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
