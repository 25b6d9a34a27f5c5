import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { dtlsParameters, opusParameters } from './support/rtp-parameters.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

interface Joined {
  client: CallClient;
  answer: JoinAnswer;
}

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function join(visitId: string): Promise<Joined> {
  const client = await connect();
  return { client, answer: await client.join(ticketFor({ visitId })) };
}

async function publish({ client, answer }: Joined, more: object = {}): Promise<string> {
  const { producerId } = await client.ask<{ producerId: string }>('produce', {
    transportId: answer.send.id,
    source: 'microphone',
    rtpParameters: opusParameters(),
    ...more,
  });
  return producerId;
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('the reason why a participant sends no media', () => {
  it('is sent to the others and to later participants', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    const producerId = await publish(mine);
    await mine.client.ask('pause-producer', { producerId, reason: 'line' });
    const changed = (pauseReason: string | null) =>
      theirs.client.push('producer-changed', (event) => event.pauseReason === pauseReason);
    expect(await changed('line')).toMatchObject({ producerId, paused: true });
    const later = await join(visitId);
    expect(later.answer.consumers).toMatchObject([{ producerPaused: true, pauseReason: 'line' }]);
    expect(later.answer.participants[0]?.sources).toMatchObject([{ paused: true, pauseReason: 'line' }]);

    await mine.client.ask('pause-producer', { producerId });
    expect(await changed('person')).toMatchObject({ paused: true });
    await mine.client.ask('resume-producer', { producerId });
    expect(await changed(null)).toMatchObject({ paused: false });
  });

  it('is “person” when the producer starts paused', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    await publish(mine, { paused: true });
    expect(await theirs.client.push('consumer-added')).toMatchObject({ producerPaused: true, pauseReason: 'person' });
  });

  it('must be a known one', async () => {
    const mine = await join(newId());
    const producerId = await publish(mine);
    const answer = await mine.client.request('pause-producer', { producerId, reason: 'tired' });
    expect(answer).toEqual({ ok: false, code: 'validation.failed' });
  });
});

describe('a participant’s connection quality', () => {
  it('is sent to the others and to later participants, and is stored beyond the peer’s end', async () => {
    const visitId = newId();
    const [mine, theirs] = [await join(visitId), await join(visitId)];
    const { participantId } = mine.answer;
    const line = { grade: 'poor', cause: 'own-network' } as const;
    const room = fixture.node.rooms.rooms.find((open) => open.visitId === visitId);
    room?.peers.find((peer) => peer.participantId === participantId)?.setLine(line);
    expect(await theirs.client.push('line-changed')).toEqual({ participantId, line });
    expect(mine.client.received('line-changed')).toEqual([]);
    mine.client.close();
    await theirs.client.push('participant-left');
    const later = await join(visitId);
    expect(later.answer.participants).toContainEqual(expect.objectContaining({ participantId, line }));
  });
});

describe('a join with DTLS parameters', () => {
  const joinWith = async (dtls: unknown) => {
    const client = await connect();
    const payload = { ticket: ticketFor({ visitId: newId() }), rtpCapabilities: routerRtpCapabilities(), dtls };
    return { client, ack: await client.request<JoinAnswer>('join', payload) };
  };
  const own = { send: dtlsParameters('AB'), receive: dtlsParameters('CD') };

  it('connects both transports, so that a later connect is a retry', async () => {
    const { client, ack } = await joinWith(own);
    if (!ack.ok) throw new Error(ack.code);
    for (const side of ['send', 'receive'] as const) {
      const transportId = ack.value[side].id;
      const connect = (parameters: object) =>
        client.request('connect-transport', { transportId, dtlsParameters: parameters });
      expect(ack.value[side].dtlsParameters).toMatchObject({
        role: 'server',
        fingerprints: [{ algorithm: 'sha-256' }],
      });
      expect(ack.value[side].dtlsParameters['fingerprints']).toHaveLength(1);
      expect(await connect(own[side])).toEqual({ ok: true, value: null });
      expect(await connect(dtlsParameters('EF'))).toEqual({ ok: false, code: 'call.invalid-parameters' });
    }
  });

  it('also connects rebuilt transports', async () => {
    const { client } = await join(newId());
    const rebuildRequest = { rtpCapabilities: routerRtpCapabilities(), dtls: own };
    const rebuilt = await client.ask<JoinAnswer>('rebuild-transports', rebuildRequest);
    expect(rebuilt.receive.dtlsParameters).toMatchObject({ role: 'server' });
    const again = { transportId: rebuilt.receive.id, dtlsParameters: own.receive };
    expect(await client.request('connect-transport', again)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['of one transport only', { send: own.send }],
    ['with an unknown hash', { ...own, send: { fingerprints: [{ algorithm: 'md5', value: 'AB:CD' }] } }],
    ['with SHA-1', { ...own, send: { fingerprints: [{ algorithm: 'sha-1', value: Array(20).fill('AB').join(':') }] } }],
    [
      'with SHA-224',
      { ...own, send: { fingerprints: [{ algorithm: 'sha-224', value: Array(28).fill('AB').join(':') }] } },
    ],
    ['with an invalid fingerprint', { ...own, send: { fingerprints: [{ algorithm: 'sha-256', value: 'x' }] } }],
    ['without a fingerprint', { ...own, receive: { role: 'client', fingerprints: [] } }],
    ['with an unknown field', { ...own, more: 1 }],
    ['of null', null],
  ])('%s are rejected', async (_name, dtls) => {
    expect((await joinWith(dtls)).ack).toEqual({ ok: false, code: 'validation.failed' });
    const { client } = await join(newId());
    const rebuildRequest = { rtpCapabilities: routerRtpCapabilities(), dtls };
    expect(await client.request('rebuild-transports', rebuildRequest)).toEqual({
      ok: false,
      code: 'validation.failed',
    });
  });
});

describe('rebuilt transports', () => {
  it('replace the old ones, which cannot be used any more', async () => {
    const { client, answer } = await join(newId());
    const rebuilt = await client.ask<JoinAnswer>('rebuild-transports', { rtpCapabilities: routerRtpCapabilities() });
    expect(rebuilt.generation).toBe(2);
    for (const transportId of [answer.send.id, answer.receive.id]) {
      const refused = { ok: false, code: 'call.not-found' };
      expect(await client.request('restart-ice', { transportId })).toEqual(refused);
    }
    expect(await publish({ client, answer: rebuilt })).toBeTypeOf('string');
  });

  it('are created once for two simultaneous requests', async () => {
    const { client } = await join(newId());
    const rebuildRequest = { rtpCapabilities: routerRtpCapabilities() };
    const [first, second] = await Promise.all([
      client.ask<JoinAnswer>('rebuild-transports', rebuildRequest),
      client.ask<JoinAnswer>('rebuild-transports', rebuildRequest),
    ]);
    expect(second).toEqual(first);
    expect(await client.ask<JoinAnswer>('rebuild-transports', rebuildRequest)).toMatchObject({ generation: 3 });
  });
});

describe('before a join', () => {
  it.each([
    ['rebuild-transports', { rtpCapabilities: routerRtpCapabilities() }],
    ['set-reception', { media: 'audio' }],
  ])('%s is rejected', async (event, payload) => {
    const client = await connect();
    expect(await client.request(event, payload)).toEqual({ ok: false, code: 'call.not-joined' });
  });
});
