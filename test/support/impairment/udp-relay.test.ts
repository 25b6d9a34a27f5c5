import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { UdpRelay, type UdpRelayOptions } from './udp-relay.ts';

const sockets: Socket[] = [];
const relays: UdpRelay[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
});

async function socket(): Promise<Socket> {
  const made = createSocket('udp4').bind(0, '127.0.0.1');
  await once(made, 'listening');
  sockets.push(made);
  return made;
}

/** Starts a node that echoes everything, and a relay in front of it. */
async function line(options: Partial<UdpRelayOptions> = {}) {
  const node = await socket();
  const senders = new Set<number>();
  node.on('message', (packet, { port, address }) => {
    senders.add(port);
    node.send(packet, port, address);
  });
  const relay = await UdpRelay.start({
    listen: { host: '127.0.0.2', port: 0 },
    target: { host: '127.0.0.1', port: node.address().port },
    ...options,
  });
  relays.push(relay);
  return { relay, senders };
}

async function browser(relay: UdpRelay) {
  const own = await socket();
  const heard: string[] = [];
  own.on('message', (packet) => heard.push(packet.toString()));
  return { heard, say: (text: string) => own.send(text, relay.port, '127.0.0.2') };
}

describe('UdpRelay', () => {
  it('passes both directions, and gives each browser socket its own address', async () => {
    const { relay, senders } = await line();
    const [one, two] = [await browser(relay), await browser(relay)];
    one.say('one');
    two.say('two');
    await expect.poll(() => one.heard.length === 1 && two.heard.length === 1).toBe(true);
    expect([one.heard, two.heard]).toEqual([['one'], ['two']]);
    expect(senders.size).toBe(2);
    expect(relay.counters).toMatchObject({ up: { packets: 2, delivered: 2 }, down: { packets: 2, delivered: 2 } });
  });

  it('passes nothing during a blackout, and resumes afterwards', async () => {
    const { relay } = await line();
    const { say, heard } = await browser(relay);
    relay.blackout(Infinity);
    say('dark');
    await expect.poll(() => relay.counters.up.blackedOut === 1).toBe(true);
    relay.lightUp();
    say('light');
    await expect.poll(() => heard.length > 0).toBe(true);
    expect(heard).toEqual(['light']);
  });

  it('loses packets by its seed, independently in each direction', async () => {
    const { relay } = await line({ line: { up: { loss: 1 } } });
    const { say } = await browser(relay);
    say('gone');
    await expect.poll(() => relay.counters.up.lost === 1).toBe(true);
    relay.set({ down: { loss: 1 } });
    say('there and not back');
    await expect.poll(() => relay.counters.down.lost === 1).toBe(true);
    expect(relay.counters.up.delivered).toBe(1);
  });

  it('keeps a browser socket dead after a change of network, and accepts a new one', async () => {
    const { relay } = await line();
    const before = await browser(relay);
    before.say('before');
    await expect.poll(() => before.heard.length === 1).toBe(true);
    relay.dropFlows();
    before.say('lost');
    const after = await browser(relay);
    after.say('after');
    await expect.poll(() => after.heard.length === 1).toBe(true);
    expect(before.heard).toEqual(['before']);
    expect(relay.flows).toBe(1);
  });
});
