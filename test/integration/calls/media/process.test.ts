import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { FakeApi } from './support/fake-api.ts';
import { nodeEnvironment, ticketFor } from './support/node-fixture.ts';
import { isRunning, nodeProgram, NodeProcess } from './support/node-process.ts';

let api: FakeApi;
let directory: string;
const children: ChildProcess[] = [];

/** Starts a media node in a process of its own; resolves when it accepts calls. */
async function startNode(overrides: Record<string, string> = {}): Promise<NodeProcess> {
  const environment = { ...nodeEnvironment(api, directory), LOG_LEVEL: 'info', ...overrides };
  const node = await NodeProcess.start(environment);
  children.push(node.child);
  return node;
}

beforeEach(async () => {
  api = new FakeApi();
  await api.start();
  directory = await mkdtemp(join(tmpdir(), 'yunzhen-node-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await api.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('a media node process', () => {
  it('whose id another living node has says so and ends with the code of a wrong configuration', async () => {
    api.failWith = 409;
    const node = await startNode({ TIMEOUTS: 'nodes.heartbeat=50' });
    // It may have ended before its start was noticed.
    expect(node.child.exitCode ?? (await once(node.child, 'exit'))[0]).toBe(78);
    // Its last output may arrive after its end.
    await expect
      .poll(() => node.lines.find(({ level }) => level === 60)?.['msg'])
      .toBe('another media node with this NODE_ID is alive: give each node an id of its own');
  });

  it('registers with the api and reports its health and figures', async () => {
    const node = await startNode();
    await expect.poll(() => api.heartbeats.length).toBeGreaterThan(0);
    expect(api.heartbeats[0]).toMatchObject({ workers: 1, rooms: 0, draining: false, visitIds: [] });
    expect(api.heartbeats[0]?.routerRtpCapabilities).toEqual(routerRtpCapabilities());
    expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    const figures = await (await fetch(node.metricsUrl)).text();
    expect(figures).toMatch(/^yunzhen_media_workers\{[^}]*\} 1$/m);
    expect(figures).toMatch(/^yunzhen_media_free_visits\{[^}]*\} [1-9]\d+$/m);
    expect(figures).toMatch(/^yunzhen_media_sockets_refused\{[^}]*\} 0$/m);
    expect(figures).toMatch(/^yunzhen_media_worker_deaths_total\{[^}]*\} 0$/m);
    expect(figures).toMatch(/^yunzhen_media_load\{[^}]*\} [\d.e-]+$/m);
  });

  it('drains on SIGTERM: notifies api and participants, accepts no one and closes everything', async () => {
    // Until the participant has left: on a busy machine two seconds may pass before the other one is refused.
    const node = await startNode({ TIMEOUTS: 'calls.drainGrace=60000' });
    const visitId = newId();
    const [patient, late] = [await CallClient.connect(node.url), await CallClient.connect(node.url)];
    await patient.join(ticketFor({ visitId }));
    const exit = once(node.child, 'exit');
    node.child.kill('SIGTERM');

    expect(await patient.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    // Participants wait a second at most for the api's answer.
    await expect.poll(() => api.heartbeats.at(-1)).toMatchObject({ draining: true, visitIds: [visitId] });
    const refused = await late.request('join', {
      ticket: ticketFor({ visitId }),
      rtpCapabilities: routerRtpCapabilities(),
    });
    expect(refused).toEqual({ ok: false, code: 'service.draining' });
    // The participant has moved, so the node stops waiting.
    patient.close();
    expect(await exit).toEqual([0, null]);
    await expect.poll(() => isRunning(node.workerPid)).toBe(false);
    expect(api.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['room-opened', 'participant-joined', 'participant-left', 'room-closed']),
    );
    late.close();
  });

  it('exits when participants stay and the api does not answer', async () => {
    const node = await startNode();
    const patient = await CallClient.connect(node.url);
    await patient.join(ticketFor({ visitId: newId() }));
    expect(isRunning(node.workerPid)).toBe(true);
    await expect.poll(() => api.events.length).toBeGreaterThan(0);
    await api.stop();
    const exit = once(node.child, 'exit');
    node.child.kill('SIGTERM');
    await patient.closed();
    // Exit code 0 means that it closed in order and was not cut off at its limit of ten seconds.
    expect(await exit).toEqual([0, null]);
  });

  it('stops when its supervisor has gone', async () => {
    const node = await startNode();
    const exit = once(node.child, 'exit');
    node.child.disconnect();
    expect(await exit).toEqual([0, null]);
    await expect.poll(() => isRunning(node.workerPid)).toBe(false);
  });

  it('ends its workers when it is killed, and its successor delivers the remaining events', async () => {
    const first = await startNode();
    const incarnation = () => api.heartbeats.at(-1)?.incarnation;
    await expect.poll(incarnation).toBeDefined();
    const before = incarnation();
    api.failWith = 503;
    const visitId = newId();
    const patient = await CallClient.connect(first.url);
    await patient.join(ticketFor({ visitId }));
    const exit = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await exit;
    await expect.poll(() => isRunning(first.workerPid)).toBe(false);
    api.failWith = undefined;
    await startNode();
    await expect
      .poll(() => api.events.filter((event) => event.visitId === visitId).map(({ type }) => type))
      .toEqual(['room-opened', 'participant-joined']);
    await expect.poll(incarnation).not.toBe(before);
    patient.close();
  });

  it('logs no ticket and no address of a participant', async () => {
    const node = await startNode({ LOG_LEVEL: 'debug' });
    const ticket = ticketFor({ visitId: newId() });
    const patient = await CallClient.connect(node.url);
    await patient.join(ticket);
    await patient.ask('leave', {});
    // The whole output, which may arrive after the end of the process.
    const closed = once(node.child, 'close');
    node.child.kill('SIGTERM');
    await closed;
    const text = JSON.stringify(node.lines);
    expect(text).toContain('participant joined');
    expect(text).not.toContain(ticket.slice(0, 30));
    expect(text).not.toContain('remoteAddress');
    patient.close();
  });

  it('names an invalid setting and does not start', async () => {
    const env = { ...nodeEnvironment(api, directory), TICKET_PUBLIC_KEY: 'none', MEDIA_WORKERS: '0' };
    const child = spawn(process.execPath, [nodeProgram], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    children.push(child);
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).not.toBe(0);
    const text = Buffer.concat(chunks).toString();
    expect(text).toContain('TICKET_PUBLIC_KEY');
    expect(text).toContain('MEDIA_WORKERS');
  });
});
