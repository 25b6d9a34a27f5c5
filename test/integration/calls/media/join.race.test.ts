import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '@yunzhen/shared/core/ack';
import type { JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { opusParameters, vp8Parameters } from './support/rtp-parameters.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

/** Joins and records the pushes that arrived before the answer. */
function joinNoting(client: CallClient, ticket: string): Promise<{ answer: JoinAnswer; pushedBefore: string[] }> {
  return new Promise((resolve, reject) => {
    client.emit('join', { ticket, rtpCapabilities: routerRtpCapabilities() }, (ack: Ack<JoinAnswer>) => {
      const pushedBefore = client.pushes.map(({ name }) => name);
      if (ack.ok) resolve({ answer: ack.value, pushedBefore });
      else reject(new Error(ack.code));
    });
  });
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('a join during actions of others', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'receives each publication exactly once, and no push before its answer (%i requests ahead)',
    async (ahead) => {
      const visitId = newId();
      const [patient, doctor] = [await connect(), await connect()];
      const { send } = await patient.join(ticketFor({ visitId }));
      const produce = (source: string, rtpParameters: object) =>
        patient.ask<{ producerId: string }>('produce', { transportId: send.id, source, rtpParameters });

      const microphone = await produce('microphone', opusParameters());
      // The more requests precede the camera, the later it falls into the other participant's join.
      const joining = joinNoting(doctor, ticketFor({ visitId, role: 'doctor' }));
      for (let i = 0; i < ahead; i++) patient.emit('restart-ice', { transportId: send.id }, () => undefined);
      const produced = [microphone, await produce('camera', vp8Parameters())];
      const { answer, pushedBefore } = await joining;

      expect(pushedBefore).toEqual([]);
      const seen = () =>
        [...answer.consumers, ...doctor.received('consumer-added')].map(({ producerId }) => producerId).sort();
      await expect.poll(seen).toEqual(produced.map(({ producerId }) => producerId).sort());
    },
  );

  it('ends with one peer when the same participant joins twice at once', async () => {
    const visitId = newId();
    const participantId = newId();
    const both = [await connect(), await connect()];
    const results = await Promise.allSettled(both.map((client) => client.join(ticketFor({ visitId, participantId }))));
    expect(results.map(({ status }) => status)).toContain('fulfilled');
    const witness = await connect();
    const { participants } = await witness.join(ticketFor({ visitId }));
    expect(participants).toEqual([{ participantId, role: 'patient', sources: [], connected: true, line: null }]);
    await expect.poll(() => both.filter(({ socket }) => socket.connected)).toHaveLength(1);
  });

  it('leaves nothing behind when its browser disconnects midway', async () => {
    const visitId = newId();
    const witness = await connect();
    await witness.join(ticketFor({ visitId }));
    const leaving = await connect();
    leaving.emit('join', { ticket: ticketFor({ visitId }), rtpCapabilities: routerRtpCapabilities() }, () => undefined);
    leaving.emit('no-more', {});
    leaving.close();
    const [room] = fixture.node.rooms.rooms.filter((open) => open.visitId === visitId);
    await expect.poll(() => room?.peers.map(({ connected }) => connected)).toEqual([true]);
  });
});
