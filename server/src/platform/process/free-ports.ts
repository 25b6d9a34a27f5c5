import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { supervisorSettings } from '../config/settings.ts';
import { timeouts } from '../config/timeouts.ts';
import { StartError } from './start-failure.ts';

/** A port that a program is going to listen on, with the name of its setting. */
interface Port {
  setting: string;
  port: number;
  host: string;
  protocol?: 'udp';
}

/** Returns the ports of the programs of a single machine; of calls on the first address that they use. */
export function portsOf(settings: z.output<typeof supervisorSettings>): Port[] {
  const { HOST, MEDIA_METRICS_HOST = HOST, RTC_PORT, RTC_LISTEN, MEDIA_WORKERS } = settings;
  const host = RTC_LISTEN?.split(' ')[0] || '0.0.0.0';
  const ofCalls = Array.from({ length: RTC_PORT === 0 ? 0 : MEDIA_WORKERS }, (_, n) => {
    const one = { setting: 'RTC_PORT', port: RTC_PORT + n, host };
    return [one, { ...one, protocol: 'udp' as const }];
  });
  return [
    { setting: 'PORT', port: settings.PORT, host: HOST },
    { setting: 'METRICS_PORT', port: settings.METRICS_PORT, host: HOST },
    { setting: 'MEDIA_PORT', port: settings.MEDIA_PORT, host: HOST },
    { setting: 'MEDIA_METRICS_PORT', port: settings.MEDIA_METRICS_PORT, host: MEDIA_METRICS_HOST },
    ...ofCalls.flat(),
  ];
}

/**
 * Opens and closes each port. Throws `StartError` for one that stays in use for so many milliseconds, in which programs of a killed supervisor end, or
 * that this user may not open. Other errors are left to the program itself.
 */
export async function assertPortsAreFree(ports: readonly Port[], patience = timeouts['ports.free']): Promise<void> {
  const since = performance.now();
  for (const { setting, port, host, protocol } of ports) {
    const tryPort = protocol === 'udp' ? tryUdp : tryTcp;
    let code = await tryPort(port, host);
    while (code === 'EADDRINUSE' && performance.now() - since < patience) {
      await delay(100);
      code = await tryPort(port, host);
    }
    if (code === 'EADDRINUSE')
      throw new StartError(
        `${setting}: port ${port} is in use by another program. Stop that one, or choose another port.`,
      );
    if (code === 'EACCES') throw new StartError(`${setting}: port ${port} may not be opened by this user.`);
  }
}

/** Returns the code of the error; null for a port that is free. */
async function tryTcp(port: number, host: string): Promise<string | null> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? null;
  } finally {
    await new Promise((closed) => server.close(closed));
  }
}

/** The same for UDP. */
async function tryUdp(port: number, host: string): Promise<string | null> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  try {
    socket.bind({ port, address: host, exclusive: true });
    await once(socket, 'listening');
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? null;
  } finally {
    await new Promise<void>((closed) => socket.close(closed));
  }
}
