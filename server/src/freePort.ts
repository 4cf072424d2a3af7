import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A port on that address that is free for both TCP and UDP at this moment; somebody else may take it in the next. */
export async function freePort(ip = '127.0.0.1'): Promise<number> {
  const tcp = createServer();
  await new Promise<void>((resolve, reject) => tcp.once('error', reject).listen(0, ip, resolve));
  const address = tcp.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const udp = createSocket(ip.includes(':') ? 'udp6' : 'udp4');

  try {
    await new Promise<void>((resolve, reject) => {
      udp.once('error', reject);
      udp.bind(port, ip, resolve);
    });
    return port;
  } catch {
    return await freePort(ip);
  } finally {
    udp.close();
    await new Promise((resolve) => tcp.close(resolve));
  }
}
