import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { TestBrowser } from './support/test-browser.ts';

const fixtures: NodeFixture[] = [];
const opened: { close(): void }[] = [];

async function start(overrides: Record<string, string> = {}): Promise<NodeFixture> {
  const fixture = await NodeFixture.start(overrides);
  fixtures.push(fixture);
  await expect.poll(() => fixture.api.heartbeats.length).toBeGreaterThan(0);
  return fixture;
}

const checkTicket = (visitId = newId(), participantId = newId()) =>
  ticketFor({ visitId, participantId, purpose: 'network-check' });

async function startCheck(fixture: NodeFixture, protocol: 'udp' | 'tcp' = 'udp'): Promise<TestBrowser> {
  const browser = await TestBrowser.join(fixture.url, checkTicket(), protocol);
  opened.push(browser);
  await browser.publish();
  await expect.poll(() => browser.received.length).toBe(2);
  return browser;
}

async function connect(fixture: NodeFixture): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  opened.push(client);
  return client;
}

const join = (client: CallClient, ticket: string) =>
  client.request('join', { ticket, rtpCapabilities: routerRtpCapabilities() });

afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await Promise.all(fixtures.splice(0).map((fixture) => fixture.stop()));
});

describe('a network check', () => {
  it.each(['udp', 'tcp'] as const)('echoes over %s what the browser sends', async (protocol) => {
    const fixture = await start();
    const browser = await startCheck(fixture, protocol);
    expect(browser.received.map(({ parameters }) => parameters.participantId)).toEqual(
      Array(2).fill(browser.answer.participantId),
    );
    await Promise.all([browser.picture(), browser.sound()]);
    const before = await browser.bytesReceived();
    await expect
      .poll(async () => {
        const now = await browser.bytesReceived();
        return now.audio > before.audio && now.video > before.video;
      })
      .toBe(true);
  });

  it('continues on new transports, so that both protocols can be tried in turn', async () => {
    const browser = await startCheck(await start());
    await browser.picture();
    await browser.rebuild();
    await expect.poll(() => browser.received.length).toBe(2);
    await Promise.all([browser.picture(), browser.sound()]);
  });

  it('counts as no visit and records no call event', async () => {
    const fixture = await start();
    const browser = await startCheck(fixture);
    await browser.picture();
    await browser.client.ask('report-first-picture', { afterMs: 1, prepared: false });
    const beats = fixture.api.heartbeats.length;
    await expect.poll(() => fixture.api.heartbeats.length).toBeGreaterThan(beats + 1);
    expect(fixture.api.heartbeats.at(-1)).toMatchObject({ rooms: 0, participants: 0, visitIds: [] });
    const used = checkTicket();
    await join(await connect(fixture), used);
    expect(await join(await connect(fixture), used)).toEqual({ ok: false, code: 'call.ticket-used' });
    await browser.client.ask('leave', {});
    await expect.poll(() => fixture.node.checks.size).toBe(1);
    // A real visit, whose event marks the end of the wait.
    const visitId = newId();
    await join(await connect(fixture), ticketFor({ visitId }));
    await expect.poll(() => fixture.api.events.length).toBeGreaterThan(0);
    expect(new Set(fixture.api.events.map((event) => event.visitId))).toEqual(new Set([visitId]));
  });

  it('admits no other participant, whatever their ticket', async () => {
    const fixture = await start();
    const [visitId, participantId] = [newId(), newId()];
    const browser = await TestBrowser.join(fixture.url, checkTicket(visitId, participantId));
    opened.push(browser);
    await browser.publish();
    await expect.poll(() => browser.received.length).toBe(2);
    for (const ticket of [
      checkTicket(visitId),
      checkTicket(visitId, participantId),
      ticketFor({ visitId, participantId }),
    ]) {
      const other = await connect(fixture);
      expect(await join(other, ticket)).toMatchObject({ ok: true, value: { consumers: [], participants: [] } });
    }
    const resumed = await (await connect(fixture)).request('resume', { resumeToken: browser.answer.resumeToken });
    expect(resumed).toEqual({ ok: false, code: 'call.not-found' });
    await Promise.all([browser.picture(), browser.sound()]);
    expect(browser.client.received('participant-joined')).toEqual([]);
    expect(browser.client.received('call-closed')).toEqual([]);
  });

  it('ends automatically after its time', async () => {
    const fixture = await start({ NETWORK_CHECK_SECONDS: '2' });
    // Without media, which a busy machine may need longer than that to set up.
    const browser = await TestBrowser.join(fixture.url, checkTicket());
    opened.push(browser);
    expect(await browser.client.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
    await browser.client.closed();
    expect(fixture.node.checks.size).toBe(0);
  });

  it('leaves nothing behind when the page disconnects', async () => {
    const fixture = await start();
    const client = await connect(fixture);
    await join(client, checkTicket());
    expect(fixture.node.checks.size).toBe(1);
    client.close();
    await expect.poll(() => fixture.node.checks.size).toBe(0);
    expect(fixture.node.workers.workers[0]?.load).toBe(0);
  });

  it('is rejected on a full node, and does not count towards its capacity', async () => {
    const full = await start({ MEDIA_LOAD_LIMIT: '0.01' });
    expect(await join(await connect(full), checkTicket())).toEqual({ ok: false, code: 'call.busy' });
    const fixture = await start();
    const clients = await Promise.all(Array.from({ length: 60 }, () => connect(fixture)));
    const answers = await Promise.all(clients.map((client) => join(client, checkTicket())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(50);
    const visit = ticketFor({ visitId: newId(), room: { revision: 1, phase: 'waiting' } });
    expect(await join(await connect(fixture), visit)).toMatchObject({ ok: true });
  });
});
