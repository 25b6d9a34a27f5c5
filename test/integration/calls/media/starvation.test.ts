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

/** What the latest word of a starved picture is, once it is what is expected. */
async function expectTold({ client }: TestBrowser, expected: { consumerId: string | undefined; starved: boolean }) {
  await expect.poll(() => client.received('consumer-starved').at(-1)).toEqual(expected);
}

const cameraOf = ({ received }: TestBrowser) =>
  received.find(({ parameters }) => parameters.source === 'camera')?.parameters;

describe('a line that does not carry the lowest layer of a picture', () => {
  it('is told to its participant, sound goes on, and the picture comes back with the line', async () => {
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
    expect(patient.client.received('consumer-starved')).toEqual([]);

    await receive?.setMaxOutgoingBitrate(30_000);
    await expectTold(patient, { consumerId, starved: true });
    await patient.sound();
    // Whoever takes the stay up meanwhile is told once more.
    await patient.resume();
    await expectTold(patient, { consumerId, starved: true });

    await receive?.setMaxOutgoingBitrate(0);
    // The estimate would find this out by itself, in a quarter of a minute.
    await receive?.setMinOutgoingBitrate(2_000_000);
    await expectTold(patient, { consumerId, starved: false });
    await patient.picture();
  });

  it('is no matter where the sender itself has stopped the picture', async () => {
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
    await expectTold(patient, { consumerId, starved: true });
    await doctor.client.ask('pause-producer', { producerId });
    await expectTold(patient, { consumerId, starved: false });
  });
});
