import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '@yunzhen/shared/core/ack';
import type { JoinAnswer, ResumeAnswer } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function join(visitId: string, participantId = newId()) {
  const client = await connect();
  return { client, answer: await client.join(ticketFor({ visitId, participantId })) };
}

/** Returns the answer to a request; undefined when the node closed the connection instead. */
const outcome = <Value>(request: Promise<Ack<Value>>) => request.catch(() => undefined);

const resume = (client: CallClient, resumeToken: string) =>
  outcome(client.request<ResumeAnswer>('resume', { resumeToken }));

const staysOf = (visitId: string) => fixture.node.rooms.rooms.find((room) => room.visitId === visitId)?.peers ?? [];

/** The number of requests that are handled before one of the two racing requests. */
const leads = [0, 1, 2, 4, 8];

function keepBusy(client: CallClient, { send }: JoinAnswer, requests: number): void {
  for (let i = 0; i < requests; i++) client.emit('restart-ice', { transportId: send.id }, () => undefined);
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('two resumptions with the same token at once', () => {
  it('have one winner, which is the peer’s socket', async () => {
    const visitId = newId();
    const { answer, client } = await join(visitId);
    client.close();
    const both = [await connect(), await connect()];
    const acks = await Promise.all(both.map((each) => resume(each, answer.resumeToken)));
    expect(acks.filter((ack) => ack?.ok)).toHaveLength(1);
    expect(acks.filter((ack) => !ack?.ok)).toEqual([{ ok: false, code: 'call.not-found' }]);
    const winner = both[acks.findIndex((ack) => ack?.ok)];
    expect(await winner?.request('restart-ice', { transportId: answer.send.id })).toMatchObject({ ok: true });
    expect(staysOf(visitId)).toHaveLength(1);
  });
});

describe('a resumption in a race with a join of the same participant', () => {
  it.each(leads)('ends with the peer of the join (%i requests ahead)', async (lead) => {
    const visitId = newId();
    const patient = await join(visitId);
    const doctor = await join(visitId);
    const [resuming, joining] = [await connect(), await connect()];
    keepBusy(doctor.client, doctor.answer, lead);
    const ticket = ticketFor({ visitId, participantId: patient.answer.participantId });
    const [resumption, joined] = await Promise.all([
      resume(resuming, patient.answer.resumeToken),
      joining.join(ticket),
    ]);
    expect(joined.generation).toBe(2);
    if (resumption && !resumption.ok) expect(resumption.code).toBe('call.replaced');
    else expect(await resuming.push('call-closed')).toEqual({ reason: 'replaced', rejoin: false });
    const [left, ...more] = staysOf(visitId).filter((peer) => peer.participantId === joined.participantId);
    expect(more).toEqual([]);
    expect(left).toMatchObject({ generation: 2, connected: true, closed: false });
    expect(doctor.client.received('participant-left')).toEqual([]);
  });
});

describe('a resumption in a race with the end of the room', () => {
  it.each(leads)('leaves no peer in a closed room (%i requests ahead)', async (lead) => {
    const visitId = newId();
    const { answer } = await join(visitId);
    const [resuming, doctor] = [await connect(), await join(newId())];
    keepBusy(doctor.client, doctor.answer, lead);
    const [ack] = await Promise.all([
      resume(resuming, answer.resumeToken),
      fixture.order({ visitId, room: null, removed: [] }),
    ]);
    if (ack && !ack.ok) expect(ack.code).toBe('call.not-found');
    else expect(await resuming.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
    expect(staysOf(visitId)).toEqual([]);
    expect(fixture.node.rooms.rooms.map((room) => room.visitId)).not.toContain(visitId);
  });
});

describe('a worker that crashes during a resumption', () => {
  it('lets the browser join again on the same socket', async () => {
    const visitId = newId();
    const { answer, client } = await join(visitId);
    client.close();
    const resuming = await connect();
    const [worker] = fixture.node.workers.workers;
    if (!worker) throw new Error('no worker is running');
    process.kill(worker.pid, 'SIGKILL');
    const ack = await resume(resuming, answer.resumeToken);
    if (ack?.ok) await resuming.push('call-closed');
    else expect(ack).toEqual({ ok: false, code: 'call.not-found' });
    const ticket = ticketFor({ visitId, participantId: answer.participantId });
    const rejoin = () => resuming.request<JoinAnswer>('join', { ticket, rtpCapabilities: routerRtpCapabilities() });
    expect(await rejoin()).toMatchObject({ ok: true });
    expect(staysOf(visitId)).toHaveLength(1);
  });
});

describe('a resumption in a race with a rebuild over the old socket', () => {
  it.each(leads)('never returns transports that the browser does not know (%i requests ahead)', async (lead) => {
    const visitId = newId();
    const { answer, client } = await join(visitId);
    const resuming = await connect();
    keepBusy(client, answer, lead);
    const wish = { rtpCapabilities: routerRtpCapabilities() };
    const rebuilding = outcome(client.request<JoinAnswer>('rebuild-transports', wish));
    const ack = await resume(resuming, answer.resumeToken);
    if (ack?.ok) {
      // The rebuild came too late, and its transports are gone.
      expect(ack.value.generation).toBe(1);
      const [peer] = staysOf(visitId);
      await expect.poll(() => peer?.transports.send.id).toBe(answer.send.id);
    } else {
      expect(ack).toEqual({ ok: false, code: 'call.not-found' });
      expect(await rebuilding).toMatchObject({ ok: true, value: { generation: 2 } });
    }
  });
});
