import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { newId } from '../../../../server/src/platform/ids.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

/** Starts a call and returns the page and a function with which it or another page of the same participant joins. */
async function inCall() {
  const [visitId, participantId] = [newId(), newId()];
  const page = await connect();
  const { resumeToken } = await page.join(ticketFor({ visitId, participantId }));
  const join = (client: CallClient, previous?: string) =>
    client.request('join', {
      ticket: ticketFor({ visitId, participantId }),
      rtpCapabilities: routerRtpCapabilities(),
      ...(previous ? { previous } : {}),
    });
  return { page, resumeToken, join };
}

describe('a page that was disconnected while another page took its place', () => {
  it('is rejected when it reconnects automatically, with its token or a ticket', async () => {
    const { page, resumeToken, join } = await inCall();
    page.close();
    const other = await connect();
    expect(await join(other)).toMatchObject({ ok: true });
    expect(await (await connect()).request('resume', { resumeToken })).toEqual({ ok: false, code: 'call.replaced' });
    expect(await join(await connect(), resumeToken)).toEqual({ ok: false, code: 'call.replaced' });
    expect(other.socket.connected).toBe(true);
  });

  it('gets its place back when the person asks for it', async () => {
    const { page, join } = await inCall();
    page.close();
    const other = await connect();
    await join(other);
    expect(await join(await connect())).toMatchObject({ ok: true });
    expect(await other.push('call-closed')).toEqual({ reason: 'replaced', rejoin: false });
  });
});

describe('a page that reconnects automatically to its own place', () => {
  it('may repeat it after a lost response', async () => {
    const { page, resumeToken, join } = await inCall();
    page.close();
    const lost = await connect();
    await join(lost, resumeToken);
    lost.close();
    expect(await join(await connect(), resumeToken)).toMatchObject({ ok: true, value: { generation: 3 } });
  });

  it('may use a token of another node after the visit has moved', async () => {
    const { join } = await inCall();
    expect(await join(await connect(), 'a token of a node that has died')).toMatchObject({ ok: true });
  });
});
