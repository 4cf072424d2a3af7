import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A port on that address that is free for both TCP and UDP at this moment, and so are the `inRow` - 1 after it; somebody else may take them in the next. */
export async function freePort(ip = '127.0.0.1', inRow = 1): Promise<number> {
  const first = await free(ip, 0);
  let row = first === null ? 0 : 1;
  while (first !== null && row < inRow && (await free(ip, first + row)) !== null) row += 1;

  return first !== null && row === inRow ? first : await freePort(ip, inRow);
}

/** That port, of 0 any; null when it is not free. */
async function free(ip: string, wanted: number): Promise<number | null> {
  const tcp = createServer();
  const udp = createSocket(ip.includes(':') ? 'udp6' : 'udp4');
  try {
    await new Promise<void>((resolve, reject) => tcp.once('error', reject).listen(wanted, ip, resolve));
    const address = tcp.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise<void>((resolve, reject) => {
      udp.once('error', reject);
      udp.bind(port, ip, resolve);
    });

    return port;
  } catch {
    return null;
  } finally {
    udp.close();
    await new Promise((resolve) => tcp.close(resolve));
  }
}
