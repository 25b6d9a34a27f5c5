import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JoinAnswer, ResumeAnswer } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { opusParameters } from './support/rtp-parameters.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(to = fixture): Promise<CallClient> {
  const client = await CallClient.connect(to.url);
  clients.push(client);
  return client;
}

interface Joined {
  client: CallClient;
  answer: JoinAnswer;
}

async function join(visitId: string, participantId = newId(), to = fixture): Promise<Joined> {
  const client = await connect(to);
  return { client, answer: await client.join(ticketFor({ visitId, participantId })) };
}

const publish = ({ client, answer }: Joined) =>
  client.ask<{ producerId: string }>('produce', {
    transportId: answer.send.id,
    source: 'microphone',
    rtpParameters: opusParameters(),
  });

async function resume(resumeToken: string, to = fixture) {
  const client = await connect(to);
  return { client, ack: await client.request<ResumeAnswer>('resume', { resumeToken }) };
}

async function resumed(resumeToken: string): Promise<{ client: CallClient; answer: ResumeAnswer }> {
  const { client, ack } = await resume(resumeToken);
  if (!ack.ok) throw new Error(ack.code);
  return { client, answer: ack.value };
}

const refused = { ok: false, code: 'call.not-found' };

const eventsOf = (visitId: string) =>
  fixture.api.events.filter((event) => event.visitId === visitId).map(({ type, reason }) => reason ?? type);

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('a peer whose socket was lost', () => {
  it('is resumed with the same objects, new ICE credentials and all events of the interruption', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId), await join(visitId)];
    const mine = await publish(patient);
    const { participantId } = patient.answer;
    patient.client.close();
    expect(await doctor.client.push('participant-left')).toEqual({ participantId, reason: 'disconnected' });
    const theirs = await publish(doctor);
    await fixture.order({ visitId, room: { revision: 1, phase: 'held' }, removed: [] });

    const { client, answer } = await resumed(patient.answer.resumeToken);
    expect(answer).toMatchObject({ generation: 1, phase: 'held' });
    expect(answer.consumers).toMatchObject([{ producerId: theirs.producerId, source: 'microphone' }]);
    expect(answer.participants).toMatchObject([{ participantId: doctor.answer.participantId, connected: true }]);
    for (const side of ['send', 'receive'] as const) {
      const [before, after] = [patient.answer[side].iceParameters, answer[side].iceParameters];
      expect(after['usernameFragment']).not.toBe(before['usernameFragment']);
    }
    expect(answer.resumeToken).not.toBe(patient.answer.resumeToken);
    const back = await doctor.client.push(
      'participant-joined',
      ({ connected, sources }) => connected && sources.length > 0,
    );
    expect(back).toMatchObject({ participantId, sources: [{ producerId: mine.producerId }] });
    expect(doctor.client.received('consumer-closed')).toEqual([]);
    // The socket works as if it had joined.
    await client.ask('pause-producer', { producerId: mine.producerId });
    expect(await doctor.client.push('producer-changed')).toMatchObject({ paused: true });
    await expect
      .poll(() => eventsOf(visitId))
      .toEqual(['room-opened', 'participant-joined', 'participant-joined', 'disconnected', 'participant-resumed']);
  });

  it('is shown to the others as disconnected in the interruption', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId), await join(visitId)];
    await publish(patient);
    patient.client.close();
    await doctor.client.push('participant-left');
    const { answer } = await join(visitId);
    expect(answer.participants).toContainEqual(
      expect.objectContaining({ participantId: patient.answer.participantId, connected: false }),
    );
  });

  it('is resumed while the old socket still seems open, which is closed silently', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId), await join(visitId)];
    const { client } = await resumed(patient.answer.resumeToken);
    await patient.client.closed();
    expect(patient.client.received('call-closed')).toEqual([]);
    await doctor.client.push('participant-joined');
    await client.ask('leave', {});
    // The only departure that the others receive is the intended one.
    expect(await doctor.client.push('participant-left')).toMatchObject({ reason: 'left' });
  });

  it('receives events during the resumption after the answer, each once', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId), await join(visitId)];
    patient.client.close();
    await doctor.client.push('participant-left');
    const client = await connect();
    const acked = new Promise<{ value: ResumeAnswer; before: number }>((resolve) => {
      client.emit('resume', { resumeToken: patient.answer.resumeToken }, (ack: { value: ResumeAnswer }) =>
        resolve({ value: ack.value, before: client.pushes.length }),
      );
    });
    const { producerId } = await publish(doctor);
    const { value, before } = await acked;
    expect(before).toBe(0);
    const seen = () => [...value.consumers, ...client.received('consumer-added')].map((each) => each.producerId);
    await expect.poll(seen).toEqual([producerId]);
  });

  it('ends when no socket returns within the grace period, and its place is reserved', async () => {
    const short = await NodeFixture.start({ STAY_GRACE_SECONDS: '0' });
    try {
      const visitId = newId();
      const [patient, doctor] = [await join(visitId, newId(), short), await join(visitId, newId(), short)];
      patient.client.close();
      await doctor.client.push('participant-left');
      await expect.poll(() => short.node.rooms.participants).toBe(1);
      expect((await resume(patient.answer.resumeToken, short)).ack).toEqual(refused);
      expect(doctor.client.received('participant-left')).toHaveLength(1);
      const { answer } = await join(visitId, patient.answer.participantId, short);
      expect(answer.generation).toBe(2);
    } finally {
      await short.stop();
    }
  });
});

describe('a resume token', () => {
  it('is accepted once, and each answer contains the next one', async () => {
    const { answer } = await join(newId());
    const first = await resumed(answer.resumeToken);
    expect((await resume(answer.resumeToken)).ack).toEqual(refused);
    expect(first.client.socket.connected).toBe(true);
    const second = await resumed(first.answer.resumeToken);
    expect(second.answer.generation).toBe(1);
  });

  it('that is wrong is rejected, and the socket may still join', async () => {
    const { client, ack } = await resume('A'.repeat(43));
    expect(ack).toEqual(refused);
    expect(await client.join(ticketFor({ visitId: newId() }))).toMatchObject({ generation: 1 });
  });

  it('counts towards the rate limit', async () => {
    const client = await connect();
    const attempts = Array.from({ length: 100 }, () => client.request('resume', { resumeToken: 'A'.repeat(43) }));
    const codes = (await Promise.all(attempts)).map((ack) => (ack.ok ? 'ok' : ack.code));
    expect(new Set(codes)).toEqual(new Set(['call.not-found', 'request.rate-limited']));
  });

  it('is void once the peer has left or was replaced or removed, or the call ended', async () => {
    const visitId = newId();
    const [leaving, replaced, removed, ended] = [
      await join(visitId),
      await join(visitId),
      await join(visitId),
      await join(visitId),
    ];
    await leaving.client.ask('leave', {});
    const again = await join(visitId, replaced.answer.participantId);
    const room = { revision: 1, phase: 'open' } as const;
    await fixture.order({ visitId, room, removed: [removed.answer.participantId] });
    for (const [{ answer }, code] of [
      [leaving, 'call.not-found'],
      [replaced, 'call.replaced'],
      [removed, 'call.removed'],
    ] as const) {
      expect((await resume(answer.resumeToken)).ack).toEqual({ ok: false, code });
    }
    await fixture.order({ visitId, room: null, removed: [] });
    for (const { answer } of [ended, again]) expect((await resume(answer.resumeToken)).ack).toEqual(refused);
  });

  it('is not part of any event', async () => {
    const visitId = newId();
    const { answer } = await join(visitId);
    await resumed(answer.resumeToken);
    await expect.poll(() => eventsOf(visitId)).toContain('participant-resumed');
    expect(JSON.stringify(fixture.api.deliveries)).not.toContain(answer.resumeToken);
  });

  it('lost with its answer leaves the previous one valid', async () => {
    const { answer, client: old } = await join(newId());
    old.close();
    const [room] = fixture.node.rooms.rooms.filter(({ peers }) =>
      peers.some((peer) => peer.participantId === answer.participantId),
    );
    const [peer] = room?.peers ?? [];
    await expect.poll(() => peer?.connected).toBe(false);
    const leaving = await connect();
    leaving.emit('resume', { resumeToken: answer.resumeToken }, () => undefined);
    leaving.close();
    await expect.poll(async () => (await resume(answer.resumeToken)).ack.ok).toBe(true);
  });
});
