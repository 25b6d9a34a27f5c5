import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallRole, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import { captionLength } from '@yunzhen/shared/calls/call.constants';
import { newId } from '../../../../server/src/platform/ids.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];
const line = { line: 1, text: 'Take one tablet twice a day.', origin: 'typed' } as const;

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

async function join(visitId: string, role: CallRole, phase: RoomPhase) {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  const participantId = newId();
  await client.join(ticketFor({ visitId, role, participantId, room: { revision: 1, phase } }));
  return { client, participantId };
}

async function call(phase: RoomPhase) {
  const visitId = newId();
  const patient = await join(visitId, 'patient', phase);
  const guest = await join(visitId, 'guest', phase);
  return { visitId, patient, guest, doctor: await join(visitId, 'doctor', phase) };
}

/** Makes a round trip, so that every earlier push has arrived. */
const settle = ({ client }: { client: CallClient }) => client.ask('set-reception', { media: 'all' });

describe('captions', () => {
  it('reach all the others, with their writer, and are not recorded', async () => {
    const { visitId, patient, guest, doctor } = await call('open');
    expect(await doctor.client.ask('send-caption', line)).toEqual({ received: 2, missed: 0 });
    const expected = { ...line, participantId: doctor.participantId };
    expect(await patient.client.push('caption')).toEqual(expected);
    expect(await guest.client.push('caption')).toEqual(expected);
    await settle(doctor);
    expect(doctor.client.received('caption')).toEqual([]);
    await patient.client.ask('leave', {});
    await expect
      .poll(() => fixture.api.events.some(({ visitId: of, type }) => of === visitId && type === 'participant-left'))
      .toBe(true);
    expect(JSON.stringify(fixture.api.events)).not.toContain(line.text);
  });

  it('do not reach or leave a patient on hold, and reach no one before the admission', async () => {
    const held = await call('held');
    expect(await held.doctor.client.ask('send-caption', line)).toEqual({ received: 1, missed: 0 });
    expect(await held.patient.client.ask('send-caption', { ...line, line: 2 })).toEqual({ received: 0, missed: 0 });
    expect(await held.guest.client.push('caption')).toMatchObject({ line: 1 });
    for (const person of [held.patient, held.guest, held.doctor]) await settle(person);
    expect(held.patient.client.received('caption')).toEqual([]);
    expect(held.guest.client.received('caption')).toHaveLength(1);
    const waiting = await call('waiting');
    expect(await waiting.doctor.client.ask('send-caption', line)).toEqual({ received: 0, missed: 0 });
    for (const person of [waiting.patient, waiting.guest]) {
      await settle(person);
      expect(person.client.received('caption')).toEqual([]);
    }
  });

  it('tell their writer whom they missed', async () => {
    const { patient, guest, doctor } = await call('open');
    patient.client.close();
    await guest.client.push('participant-left', ({ reason }) => reason === 'disconnected');
    expect(await doctor.client.ask('send-caption', line)).toEqual({ received: 1, missed: 1 });
  });

  it('are refused when they are empty, too long or too many', async () => {
    const { doctor } = await call('open');
    const send = (text: string) => doctor.client.request('send-caption', { ...line, text });
    expect(await send(' ')).toMatchObject({ ok: false, code: 'validation.failed' });
    expect(await send('x'.repeat(captionLength + 1))).toMatchObject({ ok: false, code: 'validation.failed' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('one')));
    expect(answers).toContainEqual(expect.objectContaining({ ok: false, code: 'request.rate-limited' }));
  });
});
