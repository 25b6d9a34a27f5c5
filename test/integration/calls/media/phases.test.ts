import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallRole, RoomPhase, RoomState } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { TestBrowser } from './support/test-browser.ts';

let fixture: NodeFixture;
const browsers: TestBrowser[] = [];

const state = (revision: number, phase: RoomPhase): RoomState => ({ revision, phase });

async function join(visitId: string, role: CallRole, room: RoomState, participantId = newId()): Promise<TestBrowser> {
  const browser = await TestBrowser.join(fixture.url, ticketFor({ visitId, role, room, participantId }));
  browsers.push(browser);
  return browser;
}

const order = (visitId: string, room: RoomState) => fixture.order({ visitId, room, removed: [] });

const peerOf = (visitId: string, { answer }: TestBrowser) => {
  const room = fixture.node.rooms.rooms.find((open) => open.visitId === visitId);
  return room?.peers.find(({ participantId }) => participantId === answer.participantId);
};

/** Returns the packets the node received from a participant, of the kind with fewer packets. */
async function packetsSentBy(visitId: string, browser: TestBrowser): Promise<number> {
  const publications = peerOf(visitId, browser)?.publications.list() ?? [];
  const counts = await Promise.all(
    publications.map(async ({ producer }) =>
      (await producer.getStats()).reduce((sum, { packetCount }) => sum + packetCount, 0),
    ),
  );
  return counts.length === 2 ? Math.min(...counts) : 0;
}

/** Waits until both are connected and negotiated, and the node has received many packets of both. */
async function settle(visitId: string, ...all: TestBrowser[]): Promise<void> {
  for (const browser of all) {
    await expect.poll(() => browser.received.length).toBe(2 * (all.length - 1));
    await expect.poll(() => peerOf(visitId, browser)?.transports.receive.dtlsState).toBe('connected');
  }
  await packetsPass(visitId, ...all);
}

async function packetsPass(visitId: string, ...all: TestBrowser[]): Promise<void> {
  for (const browser of all) {
    const before = await packetsSentBy(visitId, browser);
    await expect.poll(() => packetsSentBy(visitId, browser)).toBeGreaterThan(before + 10);
  }
}

const total = async (browser: TestBrowser) => {
  const { audio, video } = await browser.bytesReceived();
  return audio + video;
};

/** Expects that sound and picture keep arriving. */
async function expectFlow(browser: TestBrowser): Promise<void> {
  const before = await browser.bytesReceived();
  await expect
    .poll(async () => {
      const now = await browser.bytesReceived();
      return now.audio > before.audio && now.video > before.video;
    })
    .toBe(true);
}

/** Waits for packets in transit, then expects that no more arrive while the sender continues. */
async function expectSilence(visitId: string, from: TestBrowser, to: TestBrowser): Promise<void> {
  const { participantId } = from.answer;
  expect(await to.bytesFrom(participantId)).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const before = await to.bytesFrom(participantId);
      await packetsPass(visitId, from);
      return (await to.bytesFrom(participantId)) - before;
    })
    .toBe(0);
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.close();
});
afterAll(() => fixture.stop());

describe('a call before admission', () => {
  it('forwards not one packet although everything is connected, and forwards at once when the room opens', async () => {
    const visitId = newId();
    const waiting = state(1, 'waiting');
    const patient = await join(visitId, 'patient', waiting);
    await patient.publish();
    const doctor = await join(visitId, 'doctor', waiting);
    await doctor.publish();
    expect([patient.answer.phase, doctor.answer.phase]).toEqual(['waiting', 'waiting']);
    await settle(visitId, patient, doctor);
    expect([await total(patient), await total(doctor)]).toEqual([0, 0]);

    expect(await order(visitId, state(2, 'open'))).toBe(204);
    for (const browser of [patient, doctor]) {
      expect(await browser.client.push('phase-changed')).toEqual({ phase: 'open' });
      await expectFlow(browser);
    }
    await Promise.all([patient.picture(), patient.sound(), doctor.picture(), doctor.sound()]);
  });

  it('opens the room with the first ticket that says it is open', async () => {
    const visitId = newId();
    const patient = await join(visitId, 'patient', state(1, 'waiting'));
    await patient.publish();
    const doctor = await join(visitId, 'doctor', state(2, 'open'));
    await doctor.publish();
    expect(doctor.answer.phase).toBe('open');
    expect(await patient.client.push('phase-changed')).toEqual({ phase: 'open' });
    await Promise.all([expectFlow(patient), expectFlow(doctor)]);
  });
});

describe('an outdated room order', () => {
  it('changes nothing', async () => {
    const visitId = newId();
    const patient = await join(visitId, 'patient', state(5, 'open'));
    const doctor = await join(visitId, 'doctor', state(4, 'waiting'));
    await patient.publish();
    await doctor.publish();
    expect(doctor.answer.phase).toBe('open');
    for (const older of [state(4, 'waiting'), state(5, 'waiting'), state(0, 'held')]) {
      expect(await order(visitId, older)).toBe(204);
    }
    await Promise.all([expectFlow(patient), expectFlow(doctor)]);
    expect([...patient.client.received('phase-changed'), ...doctor.client.received('phase-changed')]).toEqual([]);
  });

  it('for a room that does not exist yet applies when the room opens with a stale ticket', async () => {
    const visitId = newId();
    expect(await order(visitId, state(3, 'waiting'))).toBe(204);
    const patient = await join(visitId, 'patient', state(2, 'open'));
    expect(patient.answer.phase).toBe('waiting');
  });
});

describe('a patient on hold', () => {
  it('neither receives nor sends media while doctor and guest talk', async () => {
    const visitId = newId();
    const open = state(1, 'open');
    const patient = await join(visitId, 'patient', open);
    const doctor = await join(visitId, 'doctor', open);
    const guest = await join(visitId, 'guest', open);
    for (const browser of [patient, doctor, guest]) await browser.publish();
    await settle(visitId, patient, doctor, guest);
    await Promise.all([patient, doctor, guest].map(expectFlow));

    await order(visitId, state(2, 'held'));
    expect(await patient.client.push('phase-changed')).toEqual({ phase: 'held' });
    for (const other of [doctor, guest]) {
      await expectSilence(visitId, patient, other);
      await expectSilence(visitId, other, patient);
    }
    await Promise.all([expectFlow(doctor), expectFlow(guest)]);

    // A participant who joins during the hold exchanges no packet with the patient.
    const again = await join(visitId, 'patient', state(2, 'held'), patient.answer.participantId);
    await again.publish();
    await expect.poll(() => again.received.length).toBe(4);
    await packetsPass(visitId, again, doctor, guest);
    expect(await total(again)).toBe(0);

    await order(visitId, state(3, 'open'));
    await Promise.all([again, doctor, guest].map(expectFlow));
    await Promise.all([again.picture(), again.sound()]);
  });
});
