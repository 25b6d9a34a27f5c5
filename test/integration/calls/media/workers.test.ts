import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { freePort } from '../../../support/free-port.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

const fixtures: NodeFixture[] = [];
const clients: CallClient[] = [];

async function start(overrides: Record<string, string>): Promise<NodeFixture> {
  const fixture = await NodeFixture.start(overrides);
  fixtures.push(fixture);
  return fixture;
}

async function join(fixture: NodeFixture): Promise<JoinAnswer> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client.join(ticketFor({ visitId: newId() }));
}

/** Occupies a port of the loopback that was free. */
async function takePort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

const candidates = (answer: JoinAnswer, member: string) =>
  new Set(answer.send.iceCandidates.map((candidate) => candidate[member]));

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(fixtures.splice(0).map((fixture) => fixture.stop()));
});

describe('media workers', () => {
  it('share the rooms evenly', async () => {
    const fixture = await start({ MEDIA_WORKERS: '2' });
    for (let i = 0; i < 4; i++) await join(fixture);
    const [first, second] = fixture.node.workers.workers.map(({ load }) => load);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
  });

  it('share visits evenly that open at the same moment', async () => {
    const fixture = await start({ MEDIA_WORKERS: '2' });
    const connected = await Promise.all(Array.from({ length: 50 }, () => CallClient.connect(fixture.url)));
    clients.push(...connected);
    const answers = await Promise.all(connected.map((client) => client.join(ticketFor({ visitId: newId() }))));
    const ports = answers.flatMap((answer) => [...candidates(answer, 'port')].join(' '));
    const [one = '', ...rest] = [...new Set(ports)];
    expect(rest).toHaveLength(1);
    expect(ports.filter((port) => port === one)).toHaveLength(25);
    const loads = fixture.node.workers.workers.map(({ load }) => load);
    expect(loads).toEqual([25 * 3, 25 * 3]);
  });

  it('count as idle again when their rooms have closed', async () => {
    const fixture = await start({ ROOM_LINGER_SECONDS: '0' });
    await join(fixture);
    const [worker] = fixture.node.workers.workers;
    expect(worker?.load).toBe(3);
    await clients[0]?.ask('leave', {});
    await expect.poll(() => worker?.load).toBe(0);
  });

  it('listen on UDP and TCP of one port, on IPv4 and IPv6, in order of preference', async () => {
    const port = await freePort();
    const fixture = await start({ RTC_PORT: String(port), RTC_LISTEN: '127.0.0.1 ::1' });
    const answer = await join(fixture);
    expect(candidates(answer, 'port')).toEqual(new Set([port]));
    expect(candidates(answer, 'protocol')).toEqual(new Set(['udp', 'tcp']));
    expect(candidates(answer, 'address')).toEqual(new Set(['127.0.0.1', '::1']));
    const best = answer.send.iceCandidates.toSorted((a, b) => Number(b['priority']) - Number(a['priority']))[0];
    expect(best).toMatchObject({ protocol: 'udp', address: '127.0.0.1' });
  });

  it('announce the configured addresses', async () => {
    const fixture = await start({ RTC_LISTEN: '0.0.0.0', RTC_ANNOUNCED_ADDRESS: 'media.example.org' });
    expect(candidates(await join(fixture), 'address')).toEqual(new Set(['media.example.org']));
  });

  it('restart on the same port after a crash, while the other one continues', async () => {
    const port = await freePort();
    const fixture = await start({ RTC_PORT: String(port), MEDIA_WORKERS: '2' });
    const ports = async () => {
      const answers = [await join(fixture), await join(fixture)];
      return answers.map((answer) => [...candidates(answer, 'port')][0]).sort();
    };
    expect(await ports()).toEqual([port, port + 1]);
    const [victim, survivor] = fixture.node.workers.workers;
    if (!victim || !survivor) throw new Error('expected two workers');
    const [dying, living] = clients;
    process.kill(victim.pid, 'SIGKILL');
    expect(await dying?.push('call-closed')).toEqual({ reason: 'worker-died', rejoin: true });
    await expect.poll(() => fixture.node.workers.workers.length).toBe(2);
    expect(fixture.node.workers.workers.map(({ pid }) => pid)).toContain(survivor.pid);
    expect(living?.received('call-closed')).toEqual([]);
    // The new worker is idle, so it is chosen first.
    const answer = await join(fixture);
    expect([...candidates(answer, 'port')]).toEqual([port + victim.index]);
  });

  it('that crash during a join hand it to their successor', async () => {
    const fixture = await start({});
    const client = await CallClient.connect(fixture.url);
    clients.push(client);
    const visitId = newId();
    await client.join(ticketFor({ visitId }));
    const another = await CallClient.connect(fixture.url);
    clients.push(another);
    const [worker] = fixture.node.workers.workers;
    if (!worker) throw new Error('no worker is running');
    process.kill(worker.pid, 'SIGKILL');
    // Into the room that is closing, and into one that does not exist yet.
    const answers = await Promise.all([another.join(ticketFor({ visitId })), join(fixture)]);
    expect(answers.map(({ generation }) => generation)).toEqual([1, 1]);
    expect(fixture.node.workers.workers.map(({ pid }) => pid)).not.toContain(worker.pid);
  });

  it('that cannot start stop the node from starting', async () => {
    await expect(start({ MEDIASOUP_WORKER_BIN: '/nonexistent/worker' })).rejects.toThrow('ENOENT');
    const { port, release } = await takePort();
    await expect(start({ RTC_PORT: String(port) })).rejects.toThrow(`RTC_PORT: port ${port} is in use`);
    await release();
  });
});
