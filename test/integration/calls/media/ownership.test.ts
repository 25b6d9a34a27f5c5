import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JoinAnswer, MediaSource } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { dtlsParameters, opusParameters, vp8Parameters } from './support/rtp-parameters.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

interface Joined {
  client: CallClient;
  answer: JoinAnswer;
}

async function join(visitId: string, publish?: MediaSource[], participantId = newId()): Promise<Joined> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  const answer = await client.join(ticketFor({ visitId, participantId, ...(publish ? { publish } : {}) }));
  return { client, answer };
}

const publishMicrophone = ({ client, answer }: Joined, more: object = {}) =>
  client.request<{ producerId: string }>('produce', {
    transportId: answer.send.id,
    source: 'microphone',
    rtpParameters: opusParameters(),
    ...more,
  });

const refused = (code: string) => ({ ok: false, code });

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('a participant and the objects of another', () => {
  it('cannot connect, restart or produce on the other’s transport', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    const transportId = theirs.answer.send.id;
    for (const [event, payload] of [
      ['connect-transport', { transportId, dtlsParameters: dtlsParameters() }],
      ['restart-ice', { transportId }],
      ['produce', { transportId, source: 'microphone', rtpParameters: opusParameters() }],
    ] as const) {
      expect(await mine.client.request(event, payload), event).toEqual(refused('call.not-found'));
    }
    // The other's transport is untouched: its owner can still make the first connect.
    const own = { transportId, dtlsParameters: dtlsParameters() };
    expect(await theirs.client.request('connect-transport', own)).toEqual({ ok: true, value: null });
  });

  it('cannot pause, resume or close the other’s producer', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    const produced = await publishMicrophone(theirs);
    if (!produced.ok) throw new Error(produced.code);
    const { producerId } = produced.value;
    for (const event of ['pause-producer', 'resume-producer', 'close-producer']) {
      expect(await mine.client.request(event, { producerId }), event).toEqual(refused('call.not-found'));
    }
    const { answer } = await join(visitId);
    expect(answer.consumers).toMatchObject([{ producerId, producerPaused: false }]);
  });
});

describe('publishing media', () => {
  it('is rejected for a source that is not in the ticket', async () => {
    const joined = await join(newId(), ['microphone']);
    const camera = { transportId: joined.answer.send.id, source: 'camera', rtpParameters: vp8Parameters() };
    expect(await joined.client.request('produce', camera)).toEqual(refused('call.not-permitted'));
    expect(await publishMicrophone(joined)).toMatchObject({ ok: true });
  });

  it('is rejected for media of another kind than its source, and on the receive transport', async () => {
    const joined = await join(newId());
    expect(await publishMicrophone(joined, { rtpParameters: vp8Parameters() })).toEqual(
      refused('call.invalid-parameters'),
    );
    expect(await publishMicrophone(joined, { transportId: joined.answer.receive.id })).toEqual(
      refused('call.not-found'),
    );
  });

  it('returns the first producer to a retry, also while the first is being created', async () => {
    const joined = await join(newId());
    const answers = await Promise.all([publishMicrophone(joined), publishMicrophone(joined)]);
    const later = await publishMicrophone(joined);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
    expect(later).toEqual(answers[0]);
  });

  it('replaces a source’s producer by that of a new sender, so that there is at most one', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    const first = await publishMicrophone(mine);
    const before = await theirs.client.push('consumer-added');
    const second = await publishMicrophone(mine, { rtpParameters: { ...opusParameters(3_333_333), mid: '7' } });
    expect(second).not.toEqual(first);
    expect(await theirs.client.push('consumer-closed')).toEqual({ consumerId: before.id });
    await theirs.client.push('consumer-added', ({ id }) => id !== before.id);
    const { answer } = await join(visitId);
    expect(answer.consumers).toHaveLength(1);
  });

  it('can be repeated after mediasoup rejected it', async () => {
    const joined = await join(newId());
    const rtpParameters = opusParameters();
    const unknown = { ...rtpParameters, codecs: [{ ...rtpParameters.codecs[0], mimeType: 'audio/PCMU' }] };
    expect(await publishMicrophone(joined, { rtpParameters: unknown })).toEqual(refused('call.invalid-parameters'));
    expect(await publishMicrophone(joined)).toMatchObject({ ok: true });
  });

  it('sends the others its start, pause, resume and end', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    const produced = await publishMicrophone(mine);
    if (!produced.ok) throw new Error(produced.code);
    const { producerId } = produced.value;
    const added = await theirs.client.push('consumer-added');
    expect(added).toMatchObject({ producerId, source: 'microphone', kind: 'audio', producerPaused: false });
    await mine.client.ask('pause-producer', { producerId });
    expect(await theirs.client.push('producer-changed', ({ paused }) => paused)).toMatchObject({ producerId });
    await mine.client.ask('resume-producer', { producerId });
    expect(await theirs.client.push('producer-changed', ({ paused }) => !paused)).toMatchObject({ producerId });
    await mine.client.ask('close-producer', { producerId });
    expect(await theirs.client.push('consumer-closed')).toEqual({ consumerId: added.id });
  });
});

describe('connecting a transport', () => {
  it('returns the first result to a retry and rejects other parameters', async () => {
    const { client, answer } = await join(newId());
    const payload = { transportId: answer.send.id, dtlsParameters: dtlsParameters('AB') };
    const both = await Promise.all([
      client.request('connect-transport', payload),
      client.request('connect-transport', payload),
    ]);
    expect(both).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const other = { ...payload, dtlsParameters: dtlsParameters('CD') };
    expect(await client.request('connect-transport', other)).toEqual(refused('call.invalid-parameters'));
  });

  it('gets new ICE credentials for each request', async () => {
    const { client, answer } = await join(newId());
    const restart = () =>
      client.ask<{ iceParameters: { usernameFragment: string } }>('restart-ice', { transportId: answer.send.id });
    const [first, second] = [await restart(), await restart()];
    expect(first.iceParameters.usernameFragment).not.toBe(answer.send.iceParameters.usernameFragment);
    expect(second.iceParameters.usernameFragment).not.toBe(first.iceParameters.usernameFragment);
  });
});

describe('a peer', () => {
  it('that leaves is announced to the others and freed, and its socket may join again', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    await publishMicrophone(mine);
    const added = await theirs.client.push('consumer-added');
    await mine.client.ask('leave', {});
    const { participantId } = mine.answer;
    expect(await theirs.client.push('participant-left')).toEqual({ participantId, reason: 'left' });
    expect(await theirs.client.push('consumer-closed')).toEqual({ consumerId: added.id });
    expect(await publishMicrophone(mine)).toEqual(refused('call.not-joined'));
    const again = await mine.client.join(ticketFor({ visitId, participantId }));
    expect(again.participants).toMatchObject([{ participantId: theirs.answer.participantId, connected: true }]);
  });

  it('is replaced by a later join of the same participant, and others never see two', async () => {
    const visitId = newId();
    const doctor = await join(visitId);
    const patientId = newId();
    const before = await join(visitId, undefined, patientId);
    await publishMicrophone(before);
    const old = await doctor.client.push('consumer-added');

    const after = await join(visitId, undefined, patientId);
    expect(after.answer.generation).toBe(2);
    expect(await before.client.push('call-closed')).toEqual({ reason: 'replaced', rejoin: false });
    await before.client.closed();
    await publishMicrophone(after);
    const fresh = await doctor.client.push('consumer-added', ({ id }) => id !== old.id);

    expect(fresh.participantId).toBe(patientId);
    expect(doctor.client.received('consumer-closed')).toEqual([{ consumerId: old.id }]);
    expect(doctor.client.received('participant-left')).toEqual([]);
    const third = await join(visitId);
    expect(third.answer.participants.map(({ participantId }) => participantId).sort()).toEqual(
      [doctor.answer.participantId, patientId].sort(),
    );
    expect(third.answer.consumers.map(({ id, producerId }) => [id === '', producerId])).toEqual([
      [false, fresh.producerId],
    ]);
  });

  it('keeps its place after a lost connection and returns to it', async () => {
    const visitId = newId();
    const doctor = await join(visitId);
    const patientId = newId();
    const before = await join(visitId, undefined, patientId);
    before.client.close();
    expect(await doctor.client.push('participant-left')).toEqual({ participantId: patientId, reason: 'disconnected' });
    const witness = await join(visitId);
    expect(witness.answer.participants).toContainEqual({
      participantId: patientId,
      role: 'patient',
      sources: [],
      connected: false,
      line: null,
    });
    const after = await join(visitId, undefined, patientId);
    expect(after.answer.generation).toBe(2);
    await doctor.client.push(
      'participant-joined',
      (event) => event.participantId === patientId && doctor.client.received('participant-left').length > 0,
    );
    expect(doctor.client.received('participant-left')).toHaveLength(1);
    const left = () =>
      fixture.api.events.filter((event) => event.visitId === visitId && event.type === 'participant-left');
    await expect.poll(left).toMatchObject([{ participantId: patientId, reason: 'disconnected' }]);
  });
});

describe('a room', () => {
  it('stays open for a while when everyone has left, then closes and reports it', async () => {
    const short = await NodeFixture.start({ ROOM_LINGER_SECONDS: '0' });
    try {
      const visitId = newId();
      const client = await CallClient.connect(short.url);
      await client.join(ticketFor({ visitId }));
      expect(short.node.rooms.rooms).toHaveLength(1);
      await client.ask('leave', {});
      await expect.poll(() => short.node.rooms.rooms).toHaveLength(0);
      await expect
        .poll(() => short.api.events.map(({ type }) => type))
        .toEqual(['room-opened', 'participant-joined', 'participant-left', 'room-closed']);
      client.close();
    } finally {
      await short.stop();
    }
  });
});
