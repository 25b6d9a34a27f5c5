import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { QualitySample } from '@yunzhen/shared/calls/quality.schemas';
import { newId } from '../../../../server/src/platform/ids.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

const sample: QualitySample = {
  agoMs: 0,
  spanMs: 5_000,
  grade: 'good',
  cause: 'none',
  mos: 420,
  rttMs: 40,
  jitterMs: 3,
  lossReceived: 0,
  lossSent: 12,
  concealed: 4,
  frozenMs: 0,
  kbpsReceived: 900,
  kbpsSent: 800,
  carried: 'all',
};
const recovery = {
  cause: 'network-changed',
  rungs: ['ice-restart', 'resume'],
  noticedAfterMs: 700,
  soundAfterMs: 1_900,
  pictureAfterMs: 2_400,
} as const;

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function startCall() {
  const [visitId, patientId, doctorId] = [newId(), newId(), newId()];
  const [patient, doctor] = [await connect(), await connect()];
  await patient.join(ticketFor({ visitId, participantId: patientId }));
  await doctor.join(ticketFor({ visitId, participantId: doctorId, role: 'doctor' }));
  return { visitId, patientId, patient, doctor };
}

const eventsOf = (visitId: string, type: string) =>
  fixture.api.events.filter((event) => event.visitId === visitId && event.type === type);

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('a page’s quality reports', () => {
  it('are recorded as sent, for their visit and participant', async () => {
    const { visitId, patientId, patient } = await startCall();
    const samples = [{ ...sample, agoMs: 5_000 }, sample];
    await patient.ask('report-quality', { samples });
    await patient.ask('report-recovery', recovery);
    await patient.ask('report-first-picture', { afterMs: 180, prepared: true });
    const from = { hospitalId: expect.any(String) as string, participantId: patientId, role: 'patient' };
    const nothing = { samples: null, recovery: null, firstPicture: null };
    await expect
      .poll(() => eventsOf(visitId, 'quality'))
      .toEqual([expect.objectContaining({ ...from, ...nothing, samples })]);
    await expect
      .poll(() => eventsOf(visitId, 'recovered'))
      .toEqual([expect.objectContaining({ ...from, ...nothing, recovery })]);
    await expect
      .poll(() => eventsOf(visitId, 'first-picture'))
      .toEqual([expect.objectContaining({ ...from, ...nothing, firstPicture: { afterMs: 180, prepared: true } })]);
  });

  it('send the others the connection quality of the latest sample when it changed', async () => {
    const { patientId, patient, doctor } = await startCall();
    const poor = { ...sample, grade: 'poor', cause: 'own-network' } as const;
    await patient.ask('report-quality', { samples: [sample, poor] });
    const line = { grade: 'poor', cause: 'own-network' };
    expect(await doctor.push('line-changed')).toEqual({ participantId: patientId, line });
    await patient.ask('report-quality', { samples: [poor, poor] });
    await patient.ask('report-quality', { samples: [poor, sample] });
    const good = { grade: 'good', cause: 'none' };
    await doctor.push('line-changed', ({ line: told }) => told.grade === 'good');
    expect(doctor.received('line-changed').map(({ line: told }) => told)).toEqual([line, good]);
    expect(patient.received('line-changed')).toEqual([]);
  });

  it('are sent to later participants', async () => {
    const { visitId, patient } = await startCall();
    const fair = { ...sample, grade: 'fair', cause: 'device' } as const;
    await patient.ask('report-quality', { samples: [fair] });
    const guest = await connect();
    const { participants } = await guest.join(ticketFor({ visitId, role: 'guest' }));
    expect(participants.map(({ role, line }) => [role, line])).toEqual([
      ['patient', { grade: 'fair', cause: 'device' }],
      ['doctor', null],
    ]);
  });

  it.each([
    ['report-quality', { samples: [] }],
    ['report-quality', { samples: Array(25).fill(sample) }],
    ['report-quality', { samples: [{ ...sample, grade: 'excellent' }] }],
    ['report-quality', { samples: [{ ...sample, mos: 4.2 }] }],
    ['report-quality', { samples: [{ ...sample, note: 'from the patient' }] }],
    ['report-quality', { samples: [sample], participantId: newId() }],
    ['report-recovery', { ...recovery, rungs: [] }],
    ['report-recovery', { ...recovery, noticedAfterMs: -1 }],
    ['report-first-picture', { afterMs: 1e9, prepared: true }],
  ])('are rejected when they violate the contract: %s', async (event, payload) => {
    const { visitId, patient, doctor } = await startCall();
    expect(await patient.request(event, payload)).toEqual({ ok: false, code: 'validation.failed' });
    await patient.ask('report-first-picture', { afterMs: 1, prepared: false });
    await expect.poll(() => eventsOf(visitId, 'first-picture')).toHaveLength(1);
    expect([...eventsOf(visitId, 'quality'), ...eventsOf(visitId, 'recovered')]).toEqual([]);
    expect(doctor.received('line-changed')).toEqual([]);
  });

  it.each([
    ['report-quality', { samples: [sample] }],
    ['report-recovery', recovery],
    ['report-first-picture', { afterMs: 1, prepared: false }],
  ])('are accepted from participants only and rate-limited: %s', async (event, payload) => {
    expect(await (await connect()).request(event, payload)).toEqual({ ok: false, code: 'call.not-joined' });
    const { patient, doctor } = await startCall();
    const answers = await Promise.all(Array.from({ length: 30 }, () => patient.request(event, payload)));
    expect(answers.at(-1)).toEqual({ ok: false, code: 'request.rate-limited' });
    expect(answers.filter(({ ok }) => ok).length).toBeLessThan(15);
    // The limit is per participant.
    expect(await doctor.request(event, payload)).toMatchObject({ ok: true });
  });
});
