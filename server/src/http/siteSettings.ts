import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { type Config, reachableAddress } from '../config.ts';
import { trustedBy } from './clientAddress.ts';
import { ownOrigin } from './ownOrigin.ts';
import { StaticSite } from './StaticSite.ts';
import { selfSigned } from './selfSigned.ts';

/** What the pages and routes are told of the configuration. Refuses when there is no built web app. */
export const siteSettings = async (config: Config, now: Instant) => ({
  pages: await StaticSite.load(config.webRoot, {
    AUTHORITY_NAME: config.authority.name,
    AUTHORITY_PHONE: config.authority.phone,
  }),
  tls: config.https
    ? await selfSigned({ dataFolder: config.dataFolder, address: reachableAddress(config.host), now })
    : null,
  secure: config.secureCookies,
  trusted: !config.https,
  limits: config.limits,
  settings: { authorityName: config.authority.name, phoneNumber: config.authority.phone, demo: config.demo },
  metricsToken: config.metricsToken,
});

/** How requests and lines are told apart by where they come from. Refuses a list of proxies that makes no sense. */
export const networkOf = ({ publicUrl, trustedProxies }: Config) => ({
  isOwnOrigin: ownOrigin(publicUrl),
  isProxy: trustedBy(trustedProxies),
});
