import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { supervisorSettings } from '../config/settings.ts';
import { assertPortsAreFree, portsOf } from './free-ports.ts';
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

  it('of calls are one for each worker, TCP and UDP, and none where the system chooses them', async () => {
    const given = { RTC_PORT: '40000', MEDIA_WORKERS: '2', RTC_LISTEN: '127.0.0.1 ::1' };
    const of = (more: Record<string, string>) =>
      portsOf(readConfig(supervisorSettings, { ...given, ...more })).filter(({ setting }) => setting === 'RTC_PORT');
    expect(of({}).map(({ port: number, protocol = 'tcp' }) => `${protocol} ${number}`)).toEqual([
      'tcp 40000',
      'udp 40000',
      'tcp 40001',
      'udp 40001',
    ]);
    expect(new Set(of({}).map((one) => one.host))).toEqual(new Set([host]));
    expect(of({ RTC_PORT: '0' })).toEqual([]);
  });

  it('are waited for while programs of a killed supervisor end', async () => {
    const free = assertPortsAreFree([{ setting: 'PORT', port, host }], 60_000);
    taken.close();
    await free;
  });
});
