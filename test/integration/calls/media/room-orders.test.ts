import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RoomOrder } from '../../../../server/src/platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../../../server/src/platform/nodes/node-api.constants.ts';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor, type TicketWishes } from './support/node-fixture.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function join(wishes: TicketWishes) {
  const client = await connect();
  return { client, answer: await client.join(ticketFor(wishes)) };
}

async function refusal(ticket: string): Promise<string> {
  const client = await connect();
  const answer = await client.request('join', { ticket, rtpCapabilities: routerRtpCapabilities() });
  return answer.ok ? 'let in' : answer.code;
}

const open = { revision: 1, phase: 'open' } as const;
const someOrder = (): RoomOrder => ({ visitId: newId(), room: open, removed: [] });

const post = (body: unknown, headers: Record<string, string>) =>
  fetch(fixture.url + roomOrdersPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const later = () => new Date(fixture.clock.now().getTime() + 2_000);

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('the endpoint for room orders', () => {
  it('is announced to the api and accepts the api’s credential only', async () => {
    await expect.poll(() => fixture.api.heartbeats.at(-1)?.controlUrl).toBe(fixture.url);
    const visitId = newId();
    const { client } = await join({ visitId });
    const body = { orders: [{ visitId, room: null, removed: [] }] };
    const { secret } = fixture.api;
    for (const authorization of [
      '',
      'Bearer',
      `Bearer ${secret}x`,
      `Bearer ${secret.slice(1)}`,
      `Basic ${secret}`,
      secret,
    ]) {
      const response = await post(body, { authorization });
      expect(response.status, authorization).toBe(401);
      expect(await response.text()).toBe('');
    }
    expect((await post(body, {})).status).toBe(401);
    expect(client.socket.connected).toBe(true);
    const accepted = await post(body, { authorization: `Bearer ${secret}` });
    expect([accepted.status, await accepted.text()]).toEqual([204, '']);
    await client.closed();
  });

  it('rejects invalid orders', async () => {
    const authorization = `Bearer ${fixture.api.secret}`;
    const wrong: unknown[] = [
      {},
      { orders: [] },
      { orders: [{ ...someOrder(), room: { revision: -1, phase: 'open' } }] },
      { orders: [{ ...someOrder(), room: { revision: 1, phase: 'closed' } }] },
      { orders: [{ ...someOrder(), visitId: '../x' }] },
      'not json',
      `{"orders":${'['.repeat(10_000)}`,
    ];
    for (const body of wrong) expect((await post(body, { authorization })).status).toBe(400);
    expect((await post('x'.repeat(1_100_000), { authorization })).status).toBe(413);
    expect((await post('x'.repeat(1_100_000), {})).status).toBe(401);
  });

  it('accepts an order of a newer release, without the members that it does not know', async () => {
    const visitId = newId();
    const { client } = await join({ visitId });
    const order = { visitId, room: null, removed: [], ofANewerRelease: 1 };
    const sent = await post({ orders: [order], urgent: true }, { authorization: `Bearer ${fixture.api.secret}` });
    expect(sent.status).toBe(204);
    expect(await client.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
  });

  it('accepts such an order in the answer to a heartbeat too', async () => {
    const visitId = newId();
    const { client } = await join({ visitId });
    const order = { visitId, room: null, removed: [], ofANewerRelease: 1 };
    fixture.api.orders = [order];
    expect(await client.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
    fixture.api.orders = [];
  });

  it('sends no CORS headers, not even for the node’s own origin', async () => {
    const origin = 'http://localhost:8080';
    const asked = await fetch(fixture.url + roomOrdersPath, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
    const sent = await post({ orders: [someOrder()] }, { origin, authorization: `Bearer ${fixture.api.secret}` });
    expect(asked.status).toBe(404);
    for (const { headers } of [asked, sent]) expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an order without a room', () => {
  it('ends the call and voids its tickets, even when no room is open', async () => {
    const visitId = newId();
    const [inside, kept] = [await join({ visitId }), ticketFor({ visitId })];
    expect(await fixture.order({ visitId, room: null, removed: [] })).toBe(204);
    expect(await inside.client.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
    expect(await refusal(kept)).toBe('call.ended');

    const elsewhere = newId();
    const stale = ticketFor({ visitId: elsewhere });
    await fixture.order({ visitId: elsewhere, room: null, removed: [] });
    expect(await refusal(stale)).toBe('call.ended');
    expect(await refusal(ticketFor({ visitId: elsewhere, issuedAt: later() }))).toBe('let in');
  });

  it('sends everyone to the other node when the call has moved, and rejects its tickets', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join({ visitId }), await join({ visitId })];
    const kept = ticketFor({ visitId });
    expect(await fixture.order({ visitId, room: null, moved: true, removed: [] })).toBe(204);
    for (const { client } of [patient, doctor]) {
      expect(await client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    }
    expect(await refusal(kept)).toBe('call.ticket-wrong-node');
    // The call may move back later.
    expect(await refusal(ticketFor({ visitId, issuedAt: later() }))).toBe('let in');
  });

  it('applies to a room that is being opened', async () => {
    for (let i = 0; i < 5; i++) {
      const visitId = newId();
      const client = await connect();
      const joining = client
        .request('join', { ticket: ticketFor({ visitId }), rtpCapabilities: routerRtpCapabilities() })
        .catch(() => undefined);
      await fixture.order({ visitId, room: null, removed: [] });
      const ack = await joining;
      if (ack && !ack.ok) expect(ack.code).toBe('call.ended');
      else await client.push('call-closed', ({ reason }) => reason === 'ended');
      expect(fixture.node.rooms.rooms.map((room) => room.visitId)).not.toContain(visitId);
    }
  });
});

describe('a removed participant', () => {
  it('is disconnected at once and cannot return with any ticket', async () => {
    const visitId = newId();
    const guestId = newId();
    const patient = await join({ visitId });
    const guest = await join({ visitId, role: 'guest', participantId: guestId });
    const kept = ticketFor({ visitId, role: 'guest', participantId: guestId });
    await fixture.order({ visitId, room: open, removed: [guestId] });
    expect(await guest.client.push('call-closed')).toEqual({ reason: 'removed', rejoin: false });
    await guest.client.closed();
    expect(await patient.client.push('participant-left')).toEqual({ participantId: guestId, reason: 'removed' });
    expect(await refusal(kept)).toBe('call.removed');
    expect(await refusal(ticketFor({ visitId, role: 'guest', participantId: guestId, issuedAt: later() }))).toBe(
      'call.removed',
    );
    const { answer } = await join({ visitId });
    expect(answer.participants.map(({ participantId }) => participantId)).toEqual([patient.answer.participantId]);
    await expect
      .poll(() =>
        fixture.api.events
          .filter((event) => event.participantId === guestId)
          .map(({ code, reason, type }) => code ?? reason ?? type),
      )
      .toEqual(['participant-joined', 'removed', 'call.removed', 'call.removed']);
  });

  it('with a lost connection disappears for the others too', async () => {
    const visitId = newId();
    const [patient, guest] = [await join({ visitId }), await join({ visitId, role: 'guest' })];
    const { participantId } = guest.answer;
    guest.client.close();
    await patient.client.push('participant-left', ({ reason }) => reason === 'disconnected');
    await fixture.order({ visitId, room: open, removed: [participantId] });
    expect(await patient.client.push('participant-left', ({ reason }) => reason === 'removed')).toMatchObject({
      participantId,
    });
    const { answer } = await join({ visitId });
    expect(answer.participants).toHaveLength(1);
  });

  it('cannot join before the room is open, nor finish a join in progress', async () => {
    const [visitId, guestId] = [newId(), newId()];
    const ticket = ticketFor({ visitId, participantId: guestId, issuedAt: later() });
    await fixture.order({ visitId, room: open, removed: [guestId] });
    expect(await refusal(ticket)).toBe('call.removed');

    for (let i = 0; i < 5; i++) {
      const [visit, participantId] = [newId(), newId()];
      await join({ visitId: visit });
      const client = await connect();
      const payload = {
        ticket: ticketFor({ visitId: visit, participantId }),
        rtpCapabilities: routerRtpCapabilities(),
      };
      const joining = client.request('join', payload).catch(() => undefined);
      await fixture.order({ visitId: visit, room: open, removed: [participantId] });
      const ack = await joining;
      if (ack && !ack.ok) expect(ack.code).toBe('call.removed');
      else await client.push('call-closed', ({ reason }) => reason === 'removed');
      const room = fixture.node.rooms.rooms.find((each) => each.visitId === visit);
      expect(room?.peers.map((peer) => peer.participantId)).not.toContain(participantId);
    }
  });
});

describe('orders in the answer to a heartbeat', () => {
  it('take effect like separate orders', async () => {
    const visitId = newId();
    const [patient, guest] = [await join({ visitId }), await join({ visitId, role: 'guest' })];
    fixture.api.orders = [
      { visitId, room: { revision: 2, phase: 'held' }, removed: [guest.answer.participantId] },
      { visitId: newId(), room: open, removed: [] },
    ];
    expect(await patient.client.push('phase-changed')).toEqual({ phase: 'held' });
    expect(await guest.client.push('call-closed')).toMatchObject({ reason: 'removed' });
    fixture.api.orders = [];
  });
});
