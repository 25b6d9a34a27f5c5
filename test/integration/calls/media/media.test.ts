import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { TestBrowser } from './support/test-browser.ts';

let fixture: NodeFixture;
const browsers: TestBrowser[] = [];

async function join(visitId: string, participantId: string, protocol?: 'udp' | 'tcp'): Promise<TestBrowser> {
  const browser = await TestBrowser.join(fixture.url, ticketFor({ visitId, participantId }), protocol);
  browsers.push(browser);
  return browser;
}

/** Expects that both decode each other's picture and sound and that bytes of both kinds keep arriving. */
async function expectMediaBothWays(...both: [TestBrowser, TestBrowser]): Promise<void> {
  for (const browser of both) {
    await expect
      .poll(() => browser.received.map(({ parameters }) => parameters.source).sort())
      .toEqual(['camera', 'microphone']);
  }
  await Promise.all(both.flatMap((browser) => [browser.picture(), browser.sound()]));
  for (const browser of both) {
    const before = await browser.bytesReceived();
    await expect
      .poll(async () => {
        const now = await browser.bytesReceived();
        return now.audio > before.audio && now.video > before.video;
      })
      .toBe(true);
  }
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.close();
});
afterAll(() => fixture.stop());

describe('two participants', () => {
  it('see and hear each other in either order of joining', async () => {
    const visitId = newId();
    const [patientId, doctorId] = [newId(), newId()];
    const patient = await join(visitId, patientId);
    await patient.publish();
    const doctor = await join(visitId, doctorId);
    // What the other sent before is in the answer itself; no push is needed.
    expect(doctor.answer.consumers.map(({ source }) => source).sort()).toEqual(['camera', 'microphone']);
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);
    await expect
      .poll(() =>
        fixture.api.events
          .filter(({ type, visitId: of }) => type === 'first-media' && of === visitId)
          .map(({ participantId }) => participantId)
          .sort(),
      )
      .toEqual([patientId, doctorId].sort());
  });

  it('see and hear each other after one joins again', async () => {
    const visitId = newId();
    const [patientId, doctorId] = [newId(), newId()];
    const [patient, doctor] = [await join(visitId, patientId), await join(visitId, doctorId)];
    await patient.publish();
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);

    const again = await join(visitId, patientId);
    await again.publish();
    expect(await patient.client.push('call-closed')).toEqual({ reason: 'replaced', rejoin: false });
    await expectMediaBothWays(again, doctor);
    expect(doctor.received.map(({ parameters }) => parameters.participantId)).toEqual([patientId, patientId]);
  });

  it('see and hear each other where UDP is blocked', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId, newId(), 'tcp'), await join(visitId, newId())];
    await patient.publish();
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);
  });

  it('keep seeing each other through an ICE restart, with the same consumers', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId, newId()), await join(visitId, newId())];
    await patient.publish();
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);
    const consumers = () => patient.received.map(({ parameters }) => parameters.id);
    const before = consumers();
    await patient.restartIce();
    await expectMediaBothWays(patient, doctor);
    expect(consumers()).toEqual(before);
  });

  it('keep seeing each other when one loses the signalling connection', async () => {
    const visitId = newId();
    const [patient, doctor] = [await join(visitId, newId()), await join(visitId, newId())];
    await patient.publish();
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);
    patient.client.close();
    await doctor.client.push('participant-left', ({ reason }) => reason === 'disconnected');
    await expectMediaBothWays(patient, doctor);
  });

  it('are notified when the worker crashes, rejoin with new tickets, and see and hear each other again', async () => {
    const visitId = newId();
    const [patientId, doctorId] = [newId(), newId()];
    const [patient, doctor] = [await join(visitId, patientId), await join(visitId, doctorId)];
    await patient.publish();
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);

    const [worker] = fixture.node.workers.workers;
    if (!worker) throw new Error('no worker is running');
    process.kill(worker.pid, 'SIGKILL');
    for (const browser of [patient, doctor]) {
      expect(await browser.client.push('call-closed')).toEqual({ reason: 'worker-died', rejoin: true });
      expect(browser.client.socket.connected).toBe(true);
    }
    const [patientAgain, doctorAgain] = [await join(visitId, patientId), await join(visitId, doctorId)];
    await patientAgain.publish();
    await doctorAgain.publish();
    await expectMediaBothWays(patientAgain, doctorAgain);
    expect(fixture.node.workers.workers.map(({ pid }) => pid)).not.toContain(worker.pid);
    await expect
      .poll(() =>
        fixture.api.events.filter((event) => event.visitId === visitId).map(({ type, reason }) => reason ?? type),
      )
      .toEqual(expect.arrayContaining(['worker-died', 'room-closed']));
  });
});

describe('a call', () => {
  it('continues while the api is down, and its events arrive when the api is back', async () => {
    const visitId = newId();
    const [patientId, doctorId] = [newId(), newId()];
    const patient = await join(visitId, patientId);
    await fixture.api.stop();
    const doctor = await join(visitId, doctorId);
    await patient.publish();
    await doctor.publish();
    await expectMediaBothWays(patient, doctor);
    expect(fixture.node.spool.pending).toBeGreaterThan(0);
    await fixture.api.start();
    await expect.poll(() => fixture.node.spool.pending).toBe(0);
    const joined = fixture.api.events.filter(
      ({ type, visitId: of }) => type === 'participant-joined' && of === visitId,
    );
    expect(joined.map(({ participantId }) => participantId)).toEqual([patientId, doctorId]);
  });
});
