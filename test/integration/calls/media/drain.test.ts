import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomPhase } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { FakeApi } from './support/fake-api.ts';
import { nodeEnvironment, ticketFor } from './support/node-fixture.ts';
import { NodeProcess } from './support/node-process.ts';
import { TestBrowser } from './support/test-browser.ts';

let api: FakeApi;
let directory: string;
let node: NodeProcess;
const opened: { close(): void }[] = [];

const ticket = (visitId: string, phase: RoomPhase = 'open', participantId = newId()) =>
  ticketFor({ visitId, participantId, room: { revision: 1, phase } });

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(node.url);
  opened.push(client);
  return client;
}

/** Starts a call of two participants with real media. */
async function startCall(visitId: string): Promise<[TestBrowser, TestBrowser]> {
  const both: [TestBrowser, TestBrowser] = [
    await TestBrowser.join(node.url, ticket(visitId)),
    await TestBrowser.join(node.url, ticket(visitId)),
  ];
  opened.push(...both);
  for (const browser of both) await browser.publish();
  for (const browser of both) await expect.poll(() => browser.received.length).toBe(2);
  return both;
}

async function expectMedia(browsers: readonly TestBrowser[]): Promise<void> {
  await Promise.all(browsers.flatMap((browser) => [browser.picture(), browser.sound()]));
}

/** Participants who leave end it; on a busy machine those who stay need longer than two seconds to see and hear each other once more. */
const grace = { TIMEOUTS: 'calls.drainGrace=60000' };

const isDraining = () => api.heartbeats.at(-1)?.draining;

beforeEach(async () => {
  api = new FakeApi();
  await api.start();
  directory = await mkdtemp(join(tmpdir(), 'yunzhen-drain-'));
  node = await NodeProcess.start({
    ...nodeEnvironment(api, directory),
    ...grace,
    LOG_LEVEL: 'info',
    DRAIN_SECONDS: '600',
  });
});
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  node.child.kill('SIGKILL');
  await api.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('a node that drains', () => {
  it('lets running calls finish, also after a reload, accepts no new visit, moves waiting patients, and exits', async () => {
    const [talking, waiting] = [newId(), newId()];
    const [patient, doctor] = await startCall(talking);
    const patientInQueue = await connect();
    await patientInQueue.join(ticket(waiting, 'waiting'));
    const exit = once(node.child, 'exit');
    node.child.kill('SIGTERM');

    expect(await patientInQueue.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    await expect.poll(isDraining).toBe(true);
    expect(api.heartbeats.at(-1)).toMatchObject({ freeVisits: 0 });
    const refused = await (
      await connect()
    ).request('join', {
      ticket: ticket(newId()),
      rtpCapabilities: routerRtpCapabilities(),
    });
    expect(refused).toEqual({ ok: false, code: 'service.draining' });
    expect((await fetch(`${node.url}/readyz`)).status).toBe(503);

    await expectMedia([patient, doctor]);
    expect(patient.client.received('call-closed')).toEqual([]);
    const again = await TestBrowser.join(node.url, ticket(talking, 'open', patient.answer.participantId));
    opened.push(again);
    await again.publish();
    for (const { received } of [again, doctor]) await expect.poll(() => received.length).toBe(2);
    await expectMedia([again, doctor]);
    // It sends heartbeats until the end.
    const beats = api.heartbeats.length;
    await expect.poll(() => api.heartbeats.length).toBeGreaterThan(beats);

    patientInQueue.close();
    await again.client.ask('leave', {});
    await doctor.client.ask('leave', {});
    expect(await exit).toEqual([0, null]);
  });

  it('asks the remaining participants to move, while media still flows, on a second signal', async () => {
    const [patient, doctor] = await startCall(newId());
    const exit = once(node.child, 'exit');
    node.child.kill('SIGTERM');
    await expect.poll(isDraining).toBe(true);
    expect(patient.client.received('call-closed')).toEqual([]);

    node.child.kill('SIGTERM');
    for (const { client } of [patient, doctor]) {
      expect(await client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    }
    await expectMedia([patient, doctor]);
    const late = await (
      await connect()
    ).request('join', {
      ticket: ticket(newId()),
      rtpCapabilities: routerRtpCapabilities(),
    });
    expect(late).toEqual({ ok: false, code: 'service.draining' });
    for (const each of opened.splice(0)) each.close();
    expect(await exit).toEqual([0, null]);
  });
});

describe('a node whose drain time is over', () => {
  it('asks the remaining participants to move and exits', async () => {
    await node.end('SIGKILL');
    node = await NodeProcess.start({
      ...nodeEnvironment(api, directory),
      ...grace,
      LOG_LEVEL: 'info',
      DRAIN_SECONDS: '2',
    });
    const [patient, doctor] = await startCall(newId());
    const exit = once(node.child, 'exit');
    node.child.kill('SIGTERM');
    for (const { client } of [patient, doctor]) {
      expect(await client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    }
    await expectMedia([patient, doctor]);
    for (const each of opened.splice(0)) each.close();
    expect(await exit).toEqual([0, null]);
  });

  it('exits without waiting when no other node exists, so that its restart accepts the participants soon', async () => {
    api.elsewhere = false;
    await node.end('SIGKILL');
    node = await NodeProcess.start({
      ...nodeEnvironment(api, directory),
      LOG_LEVEL: 'info',
      DRAIN_SECONDS: '0',
      TIMEOUTS: 'calls.drainGrace=600000',
    });
    const [patient, doctor] = await startCall(newId());
    const exit = once(node.child, 'exit');
    node.child.kill('SIGTERM');
    // They stay connected and the node exits; with another node it would wait for them to move.
    for (const { client } of [patient, doctor])
      expect(await client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    expect(await exit).toEqual([0, null]);
  });
});
