import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { limitPolling } from './socket-floods.ts';

it('rejects new sessions of long polling beyond their rate and leaves other requests to their handlers', async () => {
  const server = createServer((_request, response) => void response.end('handled'));
  limitPolling(server, '/socket.io', () => false);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const begin of ['?EIO=4', '?EIO=4&sid=', '?EIO=4&sid=x&sid='])
    expect((await fetch(`${url}/socket.io/${begin}`)).status).toBe(429);
  expect(await (await fetch(`${url}/socket.io/?EIO=4&transport=polling&sid=Abc123`)).text()).toBe('handled');
  expect(await (await fetch(`${url}/api/account`)).text()).toBe('handled');
  server.closeAllConnections();
  server.close();
});
