import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { needFreePort, portRefusal } from './portCheck.mjs';

test('a free port is fine, a taken one is refused with another one to take', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(needFreePort(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
  );
  server.close();
  await once(server, 'close');
  await needFreePort(port, '127.0.0.1');
});

test('an address of another machine is refused', async () => {
  // RFC 5737: addresses for documentation, which no machine has.
  await expect(needFreePort(0, '192.0.2.1')).rejects.toThrow('This machine has no address 192.0.2.1.');
});

test("root's ports are named as such", () => {
  expect(portRefusal('EACCES', 443, '0.0.0.0')).toMatch(/^Port 443 is reserved for root\./);
});
