import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { TestBrowser } from './support/test-browser.ts';
import { TurnClient } from './support/turn-client.ts';
import { hasCoturn, ownAddress, TurnServer } from './support/turn-server.ts';

const address = ownAddress ?? '';
let turn: TurnServer | undefined;

afterEach(async () => {
  await turn?.stop();
  turn = undefined;
});

async function startTurn(...peers: string[]): Promise<TurnServer> {
  turn = await TurnServer.start(address, peers);
  return turn;
}

/** Returns a client with the credentials of a ticket. */
async function clientOf(server: TurnServer, [made] = server.iceServers(address)): Promise<TurnClient> {
  if (!made) throw new Error('no credentials were created');
  const client = await TurnClient.open({ address, port: server.port }, made);
  onTestFinished(() => client.close());
  return client;
}

// Runs where coturn is installed and the machine has an address to relay from.
describe.runIf(hasCoturn && ownAddress)('coturn as deployed', () => {
  it('relays a call to the media node and back', async () => {
    const server = await startTurn(address);
    const fixture = await NodeFixture.start({ RTC_LISTEN: address });
    onTestFinished(() => fixture.stop());
    const visitId = newId();
    const patient = await TestBrowser.join(fixture.url, ticketFor({ visitId }), server.iceServers(address));
    onTestFinished(() => patient.close());
    const doctor = await TestBrowser.join(fixture.url, ticketFor({ visitId, role: 'doctor' }));
    onTestFinished(() => doctor.close());
    await Promise.all([patient.publish(), doctor.publish()]);
    for (const { received } of [patient, doctor]) await expect.poll(() => received.length).toBe(2);
    await Promise.all([patient, doctor].flatMap((browser) => [browser.picture(), browser.sound()]));
    const peer = fixture.node.rooms.rooms[0]?.peers.find((each) => each.participantId === patient.answer.participantId);
    for (const transport of [peer?.transports.send, peer?.transports.receive]) {
      const port = transport?.iceSelectedTuple?.remotePort ?? 0;
      expect(port).toBeGreaterThanOrEqual(49_160);
      expect(port).toBeLessThanOrEqual(50_359);
    }
  });

  it('relays to no other address', async () => {
    const server = await startTurn('203.0.113.7');
    const client = await clientOf(server);
    expect(await client.allocate()).toBe(0);
    expect(await client.permit('203.0.113.7')).toBe(0);
    for (const peer of [
      address,
      '203.0.113.8',
      '0.0.0.0',
      '127.0.0.1',
      '10.0.0.1',
      '100.64.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '192.168.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '8.8.8.8',
    ]) {
      expect(await client.permit(peer), peer).toBe(403);
    }
    // Of another family than the relay: always rejected.
    for (const peer of ['::1', '::ffff:203.0.113.7', 'fe80::1']) {
      expect([403, 443], peer).toContain(await client.permit(peer));
    }
  });

  it('accepts only unexpired credentials of the api, and relays no TCP', async () => {
    const server = await startTurn(address);
    expect(await (await clientOf(server)).allocate({ transport: 'tcp' })).toBe(442);
    const threeHoursAgo = new Date(Date.now() - 3 * 3_600_000);
    expect(await (await clientOf(server, server.iceServers(address, threeHoursAgo))).allocate()).toBe(401);
    const forged = server.iceServers(address, new Date(), 'another-secret-altogether');
    expect(await (await clientOf(server, forged)).allocate()).toBe(401);
  });

  it('limits the relays of one participant', async () => {
    const server = await startTurn(address);
    const credentials = server.iceServers(address);
    const answers: number[] = [];
    for (let i = 0; i < 13; i++) answers.push(await (await clientOf(server, credentials)).allocate());
    expect(answers).toEqual([...Array<number>(12).fill(0), 486]);
  });
});
