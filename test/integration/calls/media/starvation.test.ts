import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { noiseTrack } from './support/synthetic-media.ts';
import { TestBrowser } from './support/test-browser.ts';

let fixture: NodeFixture;
const browsers: TestBrowser[] = [];

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.close();
});
afterAll(() => fixture.stop());

/** Waits until the latest push about a starved consumer is the expected one. */
async function expectStarvationEvent(
  { client }: TestBrowser,
  expected: { consumerId: string | undefined; starved: boolean },
) {
  await expect.poll(() => client.received('consumer-starved').at(-1)).toEqual(expected);
}

const cameraOf = ({ received }: TestBrowser) =>
  received.find(({ parameters }) => parameters.source === 'camera')?.parameters;

describe('a connection that cannot carry the lowest layer of a picture', () => {
  it('is reported to its participant, sound continues, and the picture returns with the bandwidth', async () => {
    const visitId = newId();
    const patient = await TestBrowser.join(fixture.url, ticketFor({ visitId }));
    const doctor = await TestBrowser.join(fixture.url, ticketFor({ visitId, role: 'doctor' }));
    browsers.push(patient, doctor);
    await doctor.publish(noiseTrack(), { scalabilityMode: 'L1T3' });
    await expect.poll(() => patient.received.length).toBe(2);
    await Promise.all([patient.picture(), patient.sound()]);
    const consumerId = cameraOf(patient)?.id;
    const room = fixture.node.rooms.rooms.find((open) => open.visitId === visitId);
    const receive = room?.peers.find(({ role }) => role === 'patient')?.transports.receive;
    // On a busy machine the first estimates of the bandwidth may be too low.
    await expect.poll(() => patient.client.received('consumer-starved').at(-1)?.starved ?? false).toBe(false);

    await receive?.setMaxOutgoingBitrate(30_000);
    await expectStarvationEvent(patient, { consumerId, starved: true });
    await patient.sound();
    // A participant who resumes at this time receives the push again.
    await patient.resume();
    await expectStarvationEvent(patient, { consumerId, starved: true });

    await receive?.setMaxOutgoingBitrate(0);
    // Without this the bandwidth estimate would need a quarter of a minute to recover.
    await receive?.setMinOutgoingBitrate(2_000_000);
    await expectStarvationEvent(patient, { consumerId, starved: false });
    await patient.picture();
  });

  it('is not reported when the sender has paused the picture', async () => {
    const visitId = newId();
    const patient = await TestBrowser.join(fixture.url, ticketFor({ visitId }));
    const doctor = await TestBrowser.join(fixture.url, ticketFor({ visitId, role: 'doctor' }));
    browsers.push(patient, doctor);
    await doctor.publish(noiseTrack(), { scalabilityMode: 'L1T3' });
    await expect.poll(() => patient.received.length).toBe(2);
    await patient.picture();
    const room = fixture.node.rooms.rooms.find((open) => open.visitId === visitId);
    const receive = room?.peers.find(({ role }) => role === 'patient')?.transports.receive;
    await receive?.setMaxOutgoingBitrate(30_000);
    const { id: consumerId, producerId } = cameraOf(patient) ?? {};
    await expectStarvationEvent(patient, { consumerId, starved: true });
    await doctor.client.ask('pause-producer', { producerId });
    await expectStarvationEvent(patient, { consumerId, starved: false });
  });
});
