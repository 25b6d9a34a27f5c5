import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { turnServers } from '../../../../../server/src/api/calls/tickets/turn-credentials.ts';
import { freePort } from '../../../../support/free-port.ts';

const configuration = new URL('../../../../../docker/turnserver.conf', import.meta.url).pathname;

export const hasCoturn = spawnSync('turnserver', ['--version']).error === undefined;

/** An IPv4 address of this machine other than the loopback: coturn relays from no other. */
export const ownAddress = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

/** coturn with the configuration of the deployment, on a free port. */
export class TurnServer {
  readonly port: number;
  readonly #secret = 'a-secret-of-api-and-coturn';
  readonly #child: ChildProcess;
  readonly #directory: string;

  private constructor(child: ChildProcess, port: number, directory: string) {
    this.#child = child;
    this.port = port;
    this.#directory = directory;
  }

  /** `peers`: addresses that it relays to. */
  static async start(address: string, peers: readonly string[]): Promise<TurnServer> {
    const [port, directory] = [await freePort(), await mkdtemp(join(tmpdir(), 'yunzhen-turn-'))];
    const child = spawn('turnserver', [
      '-c',
      configuration,
      `--listening-port=${port}`,
      `--listening-ip=${address}`,
      `--relay-ip=${address}`,
      '--no-tls',
      '--realm=turn.test',
      '--static-auth-secret=a-secret-of-api-and-coturn',
      `--pidfile=${join(directory, 'pid')}`,
      `--userdb=${join(directory, 'db')}`,
      ...peers.map((peer) => `--allowed-peer-ip=${peer}`),
    ]);
    const server = new TurnServer(child, port, directory);
    await server.#answers(address);
    return server;
  }

  /** Returns the ICE servers that the api puts into a ticket for this server. */
  iceServers(address: string, now = new Date(), secret = this.#secret): CallTicket['iceServers'] {
    return turnServers({ urls: [`turn:${address}:${this.port}?transport=udp`], secret }, 'participant', now);
  }

  async stop(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** Resolves when the server answers a plain binding request, which means that it is ready. */
  async #answers(address: string): Promise<void> {
    const socket = createSocket('udp4');
    const request = Buffer.from('000100002112a442000102030405060708090a0b', 'hex');
    const ask = setInterval(() => socket.send(request, this.port, address), 50);
    await once(socket, 'message', { signal: AbortSignal.timeout(15_000) });
    clearInterval(ask);
    socket.close();
  }
}
