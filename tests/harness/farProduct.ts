import { freePort } from '../../server/src/freePort.ts';
import { FAR_ADDRESS, FarNetwork, type FarNetworkSettings } from './FarNetwork.ts';
import { Product } from './Product.ts';

/** The product at the far end of a long and lossy line: everybody's page, signalling and media go through that line, and there is no way around it. */
export async function farProduct(line: FarNetworkSettings): Promise<Pick<Product, 'origin' | 'stop'>> {
  const mediaPort = await freePort();
  const product = await Product.start({
    host: FAR_ADDRESS,
    env: { HOST: '127.0.0.1', MEDIA_ANNOUNCED_ADDRESS: FAR_ADDRESS, MEDIA_PORT: String(mediaPort) },
  });
  const network = new FarNetwork(line);
  await network.relayTcp(Number(new URL(product.origin).port));
  await network.relayTcp(mediaPort);
  await network.relayUdp(mediaPort);

  return {
    origin: product.origin,
    async stop() {
      await network.close();
      await product.stop();
    },
  };
}
