import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { TestBrowser } from './support/test-browser.ts';

let fixture: NodeFixture;
const browsers: TestBrowser[] = [];

/** Starts a call of two who see and hear each other. */
async function call(): Promise<{ visitId: string; patient: TestBrowser; doctor: TestBrowser }> {
  const visitId = newId();
  const patient = await TestBrowser.join(fixture.url, ticketFor({ visitId }));
  const doctor = await TestBrowser.join(fixture.url, ticketFor({ visitId, role: 'doctor' }));
  browsers.push(patient, doctor);
  await patient.publish();
  await doctor.publish();
  await expectMediaBothWays(patient, doctor);
  return { visitId, patient, doctor };
}

async function expectMediaBothWays(...both: [TestBrowser, TestBrowser]): Promise<void> {
  for (const browser of both) {
    await expect
      .poll(() => browser.received.map(({ parameters }) => parameters.source).sort())
      .toEqual(['camera', 'microphone']);
  }
  await Promise.all(both.flatMap((browser) => [browser.picture(), browser.sound()]));
}

const consumerIds = ({ received }: TestBrowser) => received.map(({ parameters }) => parameters.id).sort();

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.close();
});
afterAll(() => fixture.stop());

describe('a participant who resumes', () => {
  it('continues with the same media and new ICE credentials', async () => {
    const { patient, doctor } = await call();
    const before = [consumerIds(patient), consumerIds(doctor)];
    patient.client.close();
    await doctor.client.push('participant-left', ({ reason }) => reason === 'disconnected');
    const { generation } = await patient.resume();
    expect(generation).toBe(1);
    await expectMediaBothWays(patient, doctor);
    expect([consumerIds(patient), consumerIds(doctor)]).toEqual(before);
    // Again, with the token of the answer and with the old socket still open.
    await patient.resume();
    await expectMediaBothWays(patient, doctor);
    expect([consumerIds(patient), consumerIds(doctor)]).toEqual(before);
  });

  it('receives what the other started to send during the interruption', async () => {
    const visitId = newId();
    const patient = await TestBrowser.join(fixture.url, ticketFor({ visitId }));
    const doctor = await TestBrowser.join(fixture.url, ticketFor({ visitId, role: 'doctor' }));
    browsers.push(patient, doctor);
    await patient.publish();
    patient.client.close();
    await doctor.client.push('participant-left');
    await doctor.publish();
    await patient.resume();
    await expectMediaBothWays(patient, doctor);
  });
});

describe('a participant who rebuilds the transports', () => {
  it('is seen and heard again through new producers and never left', async () => {
    const { visitId, patient, doctor } = await call();
    const old = consumerIds(doctor);
    const answer = await patient.rebuild();
    expect(answer).toMatchObject({ generation: 2, phase: 'open', participants: [{ connected: true }] });
    expect(answer.consumers).toHaveLength(2);
    await expectMediaBothWays(patient, doctor);
    expect(
      doctor.client
        .received('consumer-closed')
        .map(({ consumerId }) => consumerId)
        .sort(),
    ).toEqual(old);
    expect(consumerIds(doctor)).not.toEqual(old);
    expect(doctor.client.received('participant-left')).toEqual([]);
    // It is the same peer: it can be resumed, and a later join increments its generation.
    await patient.resume();
    await expectMediaBothWays(patient, doctor);
    const again = await TestBrowser.join(
      fixture.url,
      ticketFor({ visitId, participantId: patient.answer.participantId }),
    );
    browsers.push(again);
    expect(again.answer.generation).toBe(3);
  });

  it('leaves nothing of the old transports in the worker', async () => {
    const { patient, doctor } = await call();
    const [worker] = fixture.node.workers.workers;
    const before = worker?.load;
    await patient.rebuild();
    await doctor.rebuild();
    await expectMediaBothWays(patient, doctor);
    await expect.poll(() => worker?.load).toBe(before);
  });
});

describe('a participant who requests sound only', () => {
  it('receives no picture, also after a rebuild, until all media is requested', async () => {
    const { patient, doctor } = await call();
    const videoStands = async () => {
      const before = await patient.bytesReceived();
      await patient.sound();
      await expect.poll(async () => (await patient.bytesReceived()).audio).toBeGreaterThan(before.audio + 2_000);
      return (await patient.bytesReceived()).video - before.video;
    };
    await patient.client.ask('set-reception', { media: 'audio' });
    await expect.poll(videoStands).toBe(0);
    await doctor.picture();
    await patient.rebuild();
    await expect.poll(() => patient.received.length).toBe(2);
    await patient.sound();
    expect((await patient.bytesReceived()).video).toBe(0);
    await patient.client.ask('set-reception', { media: 'all' });
    await expectMediaBothWays(patient, doctor);
  });

  it('receives no more than the phase allows when all media is requested', async () => {
    const { visitId, patient, doctor } = await call();
    await patient.client.ask('set-reception', { media: 'audio' });
    await fixture.order({ visitId, room: { revision: 1, phase: 'held' }, removed: [] });
    await patient.client.push('phase-changed');
    await patient.client.ask('set-reception', { media: 'all' });
    const room = fixture.node.rooms.rooms.find((open) => open.visitId === visitId);
    const sent = async () => {
      const before = await patient.bytesReceived();
      const producer = room?.peers.find(({ role }) => role === 'doctor')?.publications.list()[0]?.producer;
      const packets = async () => (await producer?.getStats())?.[0]?.packetCount ?? 0;
      const start = await packets();
      await expect.poll(packets).toBeGreaterThan(start + 10);
      const after = await patient.bytesReceived();
      return after.audio + after.video - before.audio - before.video;
    };
    await expect.poll(sent).toBe(0);
    expect(doctor.client.received('phase-changed')).toEqual([{ phase: 'held' }]);
  });
});
