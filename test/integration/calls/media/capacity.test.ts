import { afterEach, describe, expect, it } from 'vitest';
import type { Ack } from '@yunzhen/shared/core/ack';
import type { JoinAnswer, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

const fixtures: NodeFixture[] = [];
const clients: CallClient[] = [];

async function start(overrides: Record<string, string>): Promise<NodeFixture> {
  const fixture = await NodeFixture.start(overrides);
  fixtures.push(fixture);
  await expect.poll(() => fixture.api.heartbeats.length).toBeGreaterThan(0);
  return fixture;
}

interface Attempt {
  client: CallClient;
  answer: Ack<JoinAnswer>;
}

async function tryToJoin(fixture: NodeFixture, visitId: string, phase: RoomPhase = 'waiting'): Promise<Attempt> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  const ticket = ticketFor({ visitId, room: { revision: 1, phase } });
  const answer = await client.request<JoinAnswer>('join', { ticket, rtpCapabilities: routerRtpCapabilities() });
  return { client, answer };
}

const outcome = ({ answer }: Attempt) => (answer.ok ? 'in' : answer.code);

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(fixtures.splice(0).map((fixture) => fixture.stop()));
});

describe('a node with the maximum number of visits', () => {
  it('reports it, rejects new visits, and accepts participants of open ones', async () => {
    const fixture = await start({ MEDIA_MAX_VISITS: '2', ROOM_LINGER_SECONDS: '0' });
    expect(fixture.api.heartbeats.at(-1)).toMatchObject({ freeVisits: 2 });
    const [first, second] = [newId(), newId()];
    expect(outcome(await tryToJoin(fixture, first))).toBe('in');
    const waiting = await tryToJoin(fixture, second);
    expect(outcome(waiting)).toBe('in');
    expect(outcome(await tryToJoin(fixture, newId()))).toBe('call.busy');
    await expect.poll(() => fixture.api.heartbeats.at(-1)?.freeVisits).toBe(0);

    // Into an open room, and for a visit whose patient the doctor has admitted.
    expect(outcome(await tryToJoin(fixture, first))).toBe('in');
    expect(outcome(await tryToJoin(fixture, newId(), 'open'))).toBe('in');
    expect(outcome(await tryToJoin(fixture, newId(), 'held'))).toBe('in');
    for (const { client } of [waiting]) expect(client.socket.connected).toBe(true);
  });

  it('accepts a new visit as soon as another ends', async () => {
    const fixture = await start({ MEDIA_MAX_VISITS: '1', ROOM_LINGER_SECONDS: '0' });
    const { client } = await tryToJoin(fixture, newId());
    const refused = await tryToJoin(fixture, newId());
    expect(outcome(refused)).toBe('call.busy');
    await client.ask('leave', {});
    await expect.poll(() => fixture.node.rooms.visits).toBe(0);
    expect(outcome(await tryToJoin(fixture, newId()))).toBe('in');
  });

  it('accepts no more than the maximum when many visits start at the same moment', async () => {
    const fixture = await start({ MEDIA_MAX_VISITS: '5' });
    const attempts = await Promise.all(Array.from({ length: 30 }, () => tryToJoin(fixture, newId())));
    expect(attempts.filter((attempt) => outcome(attempt) === 'in')).toHaveLength(5);
    expect(fixture.node.rooms.visits).toBe(5);
  });
});

describe('a node at its load limit', () => {
  it('reports it and rejects new visits', async () => {
    // Not even one average visit fits into a hundredth of a core.
    const fixture = await start({ MEDIA_LOAD_LIMIT: '0.01' });
    expect(fixture.api.heartbeats.at(-1)).toMatchObject({ freeVisits: 0, draining: false });
    expect(outcome(await tryToJoin(fixture, newId()))).toBe('call.busy');
    expect(outcome(await tryToJoin(fixture, newId(), 'open'))).toBe('in');
  });
});

describe('a node whose network is full', () => {
  it('reports it and rejects new visits, whatever its cores could carry', async () => {
    let sent = 0;
    const sentBytes = () => new Map([['eth0', (sent += 1e12)]]);
    const fixture = await NodeFixture.start({ MEDIA_MAX_MBPS: '1000' }, { sentBytes });
    fixtures.push(fixture);
    await expect.poll(() => fixture.api.heartbeats.length).toBeGreaterThan(0);
    expect(fixture.api.heartbeats[0]?.freeVisits).toBeLessThanOrEqual(300);
    await fixture.node.heartbeat.beat();
    expect(fixture.api.heartbeats.at(-1)).toMatchObject({ freeVisits: 0, draining: false });
    expect(outcome(await tryToJoin(fixture, newId()))).toBe('call.busy');
    expect(outcome(await tryToJoin(fixture, newId(), 'open'))).toBe('in');
  });

  it('does not start with a limit that it cannot measure', async () => {
    const starting = NodeFixture.start({ MEDIA_MAX_MBPS: '1000' }, { sentBytes: () => null });
    await expect(starting).rejects.toThrow('MEDIA_MAX_MBPS');
  });
});

describe('an idle node', () => {
  it('offers as many visits as its cores can carry', async () => {
    const fixture = await start({ MEDIA_WORKERS: '2' });
    const free = fixture.api.heartbeats.at(-1)?.freeVisits ?? 0;
    expect(free).toBeGreaterThan(50);
    expect(free).toBeLessThan(500);
  });
});
