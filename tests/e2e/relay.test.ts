import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachableAddress } from '../../server/src/config.ts';
import { type Relay, startRelay } from '../deployment/relay.ts';
import { Product } from '../harness/Product.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { mediaBytes } from './people/mediaProbe.ts';
import type { Person } from './people/Person.ts';
import { pathsOf } from './people/paths.ts';

/** This machine's own address in its network: a relay never leads to loopback, whatever it is told. */
const ADDRESS = reachableAddress('0.0.0.0');

describe.each(['udp', 'tcp'])('a visit that may only go through the relay, reached by %s', (transport) => {
  let relay: Relay;
  let product: Product;
  let host: Host;
  let dana: Family;
  let everybody: readonly Person[];

  beforeAll(async () => {
    expect(ADDRESS, 'this test needs a network address besides loopback').not.toBe('127.0.0.1');
    relay = await startRelay({ peer: ADDRESS, addresses: [ADDRESS] });
    product = await Product.start({
      env: {
        MEDIA_ANNOUNCED_ADDRESS: ADDRESS,
        TURN_URLS: `turn:${ADDRESS}:${relay.port}?transport=${transport}`,
        TURN_SECRET: relay.secret,
        ICE_POLICY: 'relay',
      },
    });
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([{ name: 'Dana Hughes', role: 'parent' }]);
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    everybody = [host.person, dana.person];
  });

  afterAll(async () => {
    await Promise.all([host, dana].map((one) => one?.close()));
    await product?.stop();
    await relay?.stop();
  });

  test('[SAFE-1] a waiting device is lent no relay', async () => {
    await (await dana.opensLink()).knocks();
    await host.enters();
    await dana.waits();
    expect(await pathsOf(dana.page)).toEqual({ used: [], offered: [] });
    expect(await mediaBytes(dana.page)).toBe(0);
  });

  test('[SAFE-1] once let in, both see and hear each other through it', async () => {
    await host.admits('Dana Hughes');
    await dana.isInside();
    await sees(dana.person, [host.person], everybody);
    await sees(host.person, [dana.person], everybody);
    await hears(dana.person, [host.person], everybody);
    await hears(host.person, [dana.person], everybody);
  });

  test('[SAFE-1] every path leads through the relay to the media server; no address of the device was ever offered', async () => {
    for (const { page } of everybody) {
      await eventually(async () => {
        const { used, offered } = await pathsOf(page);
        expect(used).toEqual(Array(2).fill({ type: 'relay', relayProtocol: transport, remote: ADDRESS }));
        expect(new Set(offered)).toEqual(new Set(['relay']));
      });
    }
  });
});
