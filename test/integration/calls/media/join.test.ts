import { createHmac, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ticketIssuer, ticketType } from '@yunzhen/shared/calls/call.constants';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, hospitalId, keys, nodeId, publicKeyPem, ticketFor } from './support/node-fixture.ts';
import { simulcastParameters } from './support/rtp-parameters.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function refusal(ticket: string): Promise<string> {
  const client = await connect();
  const answer = await client.request('join', { ticket, rtpCapabilities: routerRtpCapabilities() });
  return answer.ok ? 'let in' : answer.code;
}

function claims(visitId: string) {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ticketIssuer,
    aud: `media:${nodeId}`,
    jti: newId(),
    sub: newId(),
    sessionId: newId(),
    iat: now,
    exp: now + 60,
    hospitalId,
    visitId,
    role: 'patient',
    publish: ['camera', 'microphone'],
    purpose: 'call',
    room: { revision: 0, phase: 'open' },
  };
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('a join', () => {
  it('returns both transports, with UDP and TCP, and the participants', async () => {
    const visitId = newId();
    const [patientId, doctorId] = [newId(), newId()];
    const patient = await connect();
    const first = await patient.join(ticketFor({ visitId, participantId: patientId }));
    expect(first).toMatchObject({ participantId: patientId, generation: 1, participants: [], consumers: [] });
    expect(first.send.id).not.toBe(first.receive.id);
    const protocols = first.send.iceCandidates.map(({ protocol }) => protocol);
    expect(protocols).toEqual(expect.arrayContaining(['udp', 'tcp']));

    const doctor = await connect();
    const second = await doctor.join(ticketFor({ visitId, participantId: doctorId, role: 'doctor' }));
    expect(second.participants).toEqual([
      { participantId: patientId, role: 'patient', sources: [], connected: true, line: null },
    ]);
    expect(await patient.push('participant-joined')).toMatchObject({ participantId: doctorId, role: 'doctor' });
  });

  it('is idempotent on the same socket and rejected for another ticket', async () => {
    const visitId = newId();
    const participantId = newId();
    const client = await connect();
    const ticket = ticketFor({ visitId, participantId });
    const [first, again] = await Promise.all([client.join(ticket), client.join(ticket)]);
    expect(again).toEqual(first);
    expect(await client.join(ticket)).toEqual(first);
    const other = { ticket: ticketFor({ visitId, participantId }), rtpCapabilities: routerRtpCapabilities() };
    expect(await client.request('join', other)).toEqual({ ok: false, code: 'call.already-joined' });
  });

  it('accepts two encodings of one camera as browsers describe them', async () => {
    const client = await connect();
    const { send } = await client.join(ticketFor({ visitId: newId() }));
    const request = { transportId: send.id, source: 'camera', rtpParameters: simulcastParameters() };
    expect(await client.request('produce', request)).toMatchObject({ ok: true });
  });

  it('puts two simultaneous participants into one room', async () => {
    const visitId = newId();
    const both = await Promise.all([connect(), connect()]);
    await Promise.all(both.map((client) => client.join(ticketFor({ visitId }))));
    const room = fixture.node.rooms.rooms.filter((open) => open.visitId === visitId);
    expect(room).toHaveLength(1);
    expect(room[0]?.peers).toHaveLength(2);
  });
});

describe('a call ticket', () => {
  it('is accepted once, and its second use is reported', async () => {
    const visitId = newId();
    const participantId = newId();
    const ticket = ticketFor({ visitId, participantId });
    await (await connect()).join(ticket);
    expect(await refusal(ticket)).toBe('call.ticket-used');
    await expect
      .poll(() => fixture.api.events.filter(({ type, visitId: of }) => type === 'ticket-refused' && of === visitId))
      .toMatchObject([{ participantId, code: 'call.ticket-used' }]);
  });

  it('of another node is rejected', async () => {
    expect(await refusal(ticketFor({ visitId: newId(), nodeId: 'node-elsewhere' }))).toBe('call.ticket-wrong-node');
  });

  it('from before a restart of the node is rejected, because the list of used tickets is lost', async () => {
    await expect.poll(() => fixture.api.heartbeats.length).toBeGreaterThan(0);
    const { incarnation = '' } = fixture.api.heartbeats.at(-1) ?? {};
    expect(await refusal(ticketFor({ visitId: newId(), incarnation }))).toBe('let in');
    expect(await refusal(ticketFor({ visitId: newId(), incarnation: newId() }))).toBe('call.ticket-wrong-node');
  });

  it('that has expired is rejected', async () => {
    const issuedAt = new Date(Date.now() - 121_000);
    expect(await refusal(ticketFor({ visitId: newId(), issuedAt }))).toBe('call.ticket-expired');
  });

  it('with a lifetime of more than two minutes is rejected', async () => {
    const long = { ...claims(newId()), exp: Math.floor(Date.now() / 1000) + 3600 };
    const ticket = jwt.sign(long, keys.privateKey, { algorithm: 'ES256', header: { alg: 'ES256', typ: ticketType } });
    expect(await refusal(ticket)).toBe('call.ticket-invalid');
  });

  it('without a signature (alg none) is rejected', async () => {
    const ticket = `${base64url({ alg: 'none', typ: ticketType })}.${base64url(claims(newId()))}.`;
    expect(await refusal(ticket)).toBe('call.ticket-invalid');
  });

  it('signed as HS256 with the public key as secret is rejected', async () => {
    const signed = `${base64url({ alg: 'HS256', typ: ticketType })}.${base64url(claims(newId()))}`;
    const signature = createHmac('sha256', publicKeyPem).update(signed).digest('base64url');
    expect(await refusal(`${signed}.${signature}`)).toBe('call.ticket-invalid');
  });

  it('signed by another key is rejected', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const stranger = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const ticket = jwt.sign(claims(newId()), stranger, {
      algorithm: 'ES256',
      header: { alg: 'ES256', typ: ticketType },
    });
    expect(await refusal(ticket)).toBe('call.ticket-invalid');
  });

  it('of another token type is rejected', async () => {
    const ticket = jwt.sign(claims(newId()), keys.privateKey, { algorithm: 'ES256' });
    expect(await refusal(ticket)).toBe('call.ticket-invalid');
  });

  it('for a visit under another hospital than its room is rejected', async () => {
    const visitId = newId();
    await (await connect()).join(ticketFor({ visitId }));
    expect(await refusal(ticketFor({ visitId, hospitalId: newId() }))).toBe('call.ticket-invalid');
  });

  it('issued before the visit ended is rejected, a later one is accepted', async () => {
    const visitId = newId();
    const kept = ticketFor({ visitId });
    const inside = await connect();
    await inside.join(ticketFor({ visitId }));
    fixture.api.orders = [{ visitId, room: null, removed: [] }];
    expect(await inside.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
    fixture.api.orders = [];
    await inside.closed();
    expect(await refusal(kept)).toBe('call.ended');
    const later = new Date(Date.now() + 2_000);
    expect(await refusal(ticketFor({ visitId, issuedAt: later }))).toBe('let in');
  });
});
