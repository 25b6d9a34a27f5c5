import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

const hospital = '198.51.100.7';
const stranger = '203.0.113.66';

let fixture: NodeFixture;
const clients: CallClient[] = [];
const addresses = new Map<CallClient, string | undefined>();

async function connectFrom(address?: string): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url, address);
  clients.push(client);
  addresses.set(client, address);
  return client;
}

async function joinedFrom(address?: string): Promise<CallClient> {
  const client = await connectFrom(address);
  await client.join(ticketFor({ visitId: newId() }));
  return client;
}

/** Makes `count` attempts at the same moment and returns how many are accepted. */
async function countAdmitted(count: number, address: string): Promise<number> {
  const attempts = await Promise.allSettled(Array.from({ length: count }, () => connectFrom(address)));
  return attempts.filter(({ status }) => status === 'fulfilled').length;
}

const connected = (address: string) =>
  clients.filter((client) => addresses.get(client) === address && client.socket.connected).length;

beforeAll(async () => {
  fixture = await NodeFixture.start({ CALL_SOCKETS_PER_ADDRESS: '40' });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('call sockets from one address', () => {
  it('are all accepted at once up to the number of people a hospital has in calls', async () => {
    const joined = await Promise.all(Array.from({ length: 40 }, () => joinedFrom(hospital)));
    expect(joined.every(({ socket }) => socket.connected)).toBe(true);
    expect(fixture.node.rooms.participants).toBe(40);
  });

  it('are rejected above the limit, and other addresses are not affected', async () => {
    const other = await joinedFrom('2001:db8::1');
    const began = performance.now();
    const admitted = await countAdmitted(400, stranger);
    // Forty at once, some that were on their way, and then four a second while a busy machine connects the others.
    expect(admitted).toBeLessThanOrEqual(50 + (4 * (performance.now() - began)) / 1000);
    await expect.poll(() => connected(stranger)).toBeLessThanOrEqual(20);
    expect(await countAdmitted(10, '2001:db8:0:1::1')).toBe(10);
    expect(other.socket.connected).toBe(true);
    await joinedFrom('2001:db8::2');
    // Connections from this machine, such as the api’s own checks, are not limited.
    await joinedFrom();
  });

  it('without a call are closed in favour of new ones', async () => {
    const address = '203.0.113.67';
    const idle = await Promise.all(Array.from({ length: 20 }, () => connectFrom(address)));
    const inCall = await joinedFrom(address);
    const closed = () => idle.filter(({ socket }) => !socket.connected).length;
    await expect.poll(closed).toBe(1);
    for (let i = 0; i < 5; i++) await joinedFrom(address);
    await expect.poll(closed).toBe(1);
    expect(inCall.socket.connected).toBe(true);
  });

  it('cannot evade the limit with a forged address header', async () => {
    await Promise.all(Array.from({ length: 40 }, () => joinedFrom('198.51.100.8')));
    const said = (i: number) => `10.9.8.${i}, 198.51.100.8`;
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => connectFrom(said(i))));
    expect(attempts.map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
  });
});

describe('a request that never ends', () => {
  it('is closed', async () => {
    const socket = connect(Number(new URL(fixture.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const timer = setInterval(() => socket.write('a'), 500);
    socket.resume();
    await once(socket, 'close');
    clearInterval(timer);
  });
});
