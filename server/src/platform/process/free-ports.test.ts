import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertPortsAreFree } from './free-ports.ts';
import { StartError } from './start-failure.ts';

const host = '127.0.0.1';
let taken: Server;
let port: number;
beforeEach(async () => {
  taken = createServer().listen(0, host);
  await once(taken, 'listening');
  port = (taken.address() as AddressInfo).port;
});
afterEach(() => void taken.close());

describe('ports of a start', () => {
  it('are named with their setting when another program uses them', async () => {
    const ports = [
      { setting: 'PORT', port: 0, host },
      { setting: 'MEDIA_PORT', port, host },
    ];
    const text = `MEDIA_PORT: port ${port} is in use by another program. Stop that one, or choose another port.`;
    await expect(assertPortsAreFree(ports, 0)).rejects.toThrow(new StartError(text));
  });

  it('are waited for while programs of a killed supervisor end', async () => {
    const free = assertPortsAreFree([{ setting: 'PORT', port, host }], 60_000);
    taken.close();
    await free;
  });
});
