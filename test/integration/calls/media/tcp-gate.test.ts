import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { TcpGate } from '../../../../server/src/media/workers/tcp-gate.ts';
import { AddressLimits, addressPolicy } from '../../../../server/src/platform/limits/address-limits.ts';
import type { JoinAnswer } from '../../../../shared/src/calls/call.contract.ts';
import { closeConnections, openConnections, rtcPort } from './support/attacker.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { framed, isBindingSuccess, stunBinding } from './support/packets.ts';

let fixture: NodeFixture;
let client: CallClient;
const sockets: Socket[] = [];

beforeEach(async () => {
  fixture = await NodeFixture.start({ CALL_SOCKETS_PER_ADDRESS: '5' });
  client = await CallClient.connect(fixture.url);
});
afterEach(async () => {
  await closeConnections(sockets.splice(0));
  client.close();
  await fixture.stop();
});

const credentials = ({ iceParameters }: JoinAnswer['send']) => ({
  username: `${String(iceParameters['usernameFragment'])}:attacker`,
  password: String(iceParameters['password']),
});
const join = () => client.join(ticketFor({ visitId: newId() }));
/** Resolves when the connection is closed; a reset counts too. */
const closed = (socket: Socket) =>
  new Promise<void>((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));
const open = async (port: number, count: number) => {
  const opened = await openConnections(port, count);
  sockets.push(...opened);
  return opened;
};
/** Returns the number of open sockets of the worker’s process. */
function workerSockets(): number {
  const [worker] = fixture.node.workers.workers;
  if (!worker) throw new Error('no worker is running');
  return readdirSync(`/proc/${worker.pid}/fd`).length;
}

describe('the TCP port of a media worker', () => {
  it('answers a participant, and closes the connection when the peer ends', async () => {
    const { send } = await join();
    const [socket] = (await open(rtcPort(send, 'tcp'), 1)) as [Socket];
    socket.write(framed(stunBinding({ ...credentials(send), nominate: true })));
    const [heard] = (await once(socket, 'data')) as [Buffer];
    expect(isBindingSuccess(heard.subarray(2))).toBe(true);
    const ended = closed(socket);
    await client.ask('leave', {});
    await ended;
  });

  it('accepts a request that arrives byte by byte', async () => {
    const { send } = await join();
    const [socket] = (await open(rtcPort(send, 'tcp'), 1)) as [Socket];
    socket.setNoDelay(true);
    for (const byte of framed(stunBinding({ ...credentials(send), nominate: true }))) socket.write(Buffer.of(byte));
    const [heard] = (await once(socket, 'data')) as [Buffer];
    expect(isBindingSuccess(heard.subarray(2))).toBe(true);
  });

  it('closes connections of strangers, which never reach the worker', async () => {
    const { send } = await join();
    const port = rtcPort(send, 'tcp');
    const before = workerSockets();
    const silent = await open(port, 10);
    expect(workerSockets()).toBe(before);
    const [guess, talk] = (await open(port, 2)) as [Socket, Socket];
    guess.write(framed(stunBinding({ ...credentials(send), username: 'a-guess:attacker', nominate: true })));
    talk.write('GET / HTTP/1.1\r\n\r\n');
    await Promise.all([closed(guess), closed(talk)]);
    expect(silent.every((socket) => !socket.closed)).toBe(true);
    expect(workerSockets()).toBe(before);
  });

  it('limits the open connections of one address', async () => {
    const { send } = await join();
    const port = rtcPort(send, 'tcp');
    const many = await open(port, 20);
    const [beyond] = (await open(port, 1)) as [Socket];
    await closed(beyond);
    expect(many.filter((socket) => !socket.closed)).toHaveLength(20);
    expect(fixture.node.tcpLimits.refused).toBe(1);
  });
});

describe('the gate before a worker’s TCP port', () => {
  it('closes connections that send nothing or single bytes after the time for a first frame', async () => {
    const limits = new AddressLimits(addressPolicy(10));
    const target = { host: '127.0.0.1', port: 9 };
    const gate = await TcpGate.start({
      ip: '127.0.0.1',
      port: 0,
      target,
      limits,
      transportOf: () => undefined,
      firstFrameMs: 300,
    });
    const silent = connect(gate.port, '127.0.0.1').on('error', () => undefined);
    const dribbling = connect(gate.port, '127.0.0.1').on('error', () => undefined);
    sockets.push(silent, dribbling);
    // The header of a binding request, one byte at a time.
    const bytes = [0, 60, 0, 1, 0, 40, 0x21, 0x12, 0xa4, 0x42];
    const timer = setInterval(() => dribbling.write(Buffer.of(bytes.shift() ?? 1)), 50);
    await Promise.all([closed(silent), closed(dribbling)]);
    clearInterval(timer);
    await gate.close();
  });
});
