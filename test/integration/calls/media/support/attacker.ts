import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket as TcpSocket } from 'node:net';
import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';

type Protocol = 'udp' | 'tcp';

/** Returns the port of the worker's socket for a protocol. */
export function rtcPort({ iceCandidates }: TransportParameters, protocol: Protocol): number {
  return Number(iceCandidates.find((candidate) => candidate['protocol'] === protocol)?.['port']);
}

/** Packets in flight at once; more would only wait in this process. */
const IN_FLIGHT = 64;

/** Sends arbitrary packets to a worker from an address of its own. */
export class Attacker {
  readonly answers: Buffer[] = [];
  readonly #socket: UdpSocket;
  readonly #port: number;

  private constructor(socket: UdpSocket, port: number) {
    this.#socket = socket;
    this.#port = port;
    socket.on('message', (answer) => this.answers.push(answer));
  }

  static async at(port: number): Promise<Attacker> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new Attacker(socket, port);
  }

  /** Resolves when the operating system has accepted all packets. */
  async send(packets: Iterable<Buffer>): Promise<void> {
    const queue = packets[Symbol.iterator]();
    const sendInTurn = async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) await this.#sendOne(next.value);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, sendInTurn));
  }

  close(): void {
    this.#socket.close();
  }

  #sendOne(packet: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.send(packet, this.#port, '127.0.0.1', (error) => (error ? reject(error) : resolve()));
    });
  }
}

/** Opens `count` TCP connections to a port; those that the other end refuses or resets are part of the attack. */
export async function openConnections(port: number, count: number): Promise<TcpSocket[]> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(sockets.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')])));
  return sockets;
}

/** Resolves when every connection has ended on this side. */
export async function closeConnections(sockets: readonly TcpSocket[]): Promise<void> {
  await Promise.all(
    sockets.map(async (socket) => {
      socket.destroy();
      if (!socket.closed) await once(socket, 'close');
    }),
  );
}
