import { connect as connectTo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { frameOf, upgradeRequest } from '../../../support/raw-websocket.ts';
import { CallClient } from './support/call-client.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { dtlsParameters, opusParameters, vp8Parameters } from './support/rtp-parameters.ts';

let fixture: NodeFixture;
const clients: CallClient[] = [];

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function joined() {
  const client = await connect();
  const answer = await client.join(ticketFor({ visitId: newId() }));
  return { client, answer };
}

/** Expects that another room on the same worker can still do everything a call needs. */
async function expectOthersUndisturbed(): Promise<void> {
  const visitId = newId();
  const [patient, doctor] = [await connect(), await connect()];
  const answer = await patient.join(ticketFor({ visitId }));
  const transportId = answer.send.id;
  await patient.ask('connect-transport', { transportId, dtlsParameters: dtlsParameters() });
  await patient.ask('produce', { transportId, source: 'microphone', rtpParameters: opusParameters() });
  await patient.ask('produce', { transportId, source: 'camera', rtpParameters: vp8Parameters() });
  const seen = await doctor.join(ticketFor({ visitId, role: 'doctor' }));
  expect(seen.consumers.map(({ source }) => source).sort()).toEqual(['camera', 'microphone']);
}

const events = [
  ['connect-transport', { transportId: 'x', dtlsParameters: dtlsParameters() }],
  ['produce', { transportId: 'x', source: 'microphone', rtpParameters: opusParameters() }],
  ['pause-producer', { producerId: 'x' }],
  ['resume-producer', { producerId: 'x' }],
  ['close-producer', { producerId: 'x' }],
  ['restart-ice', { transportId: 'x' }],
  ['leave', {}],
] as const;

beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

describe('before a join', () => {
  it.each(events)('%s is rejected', async (event, payload) => {
    const client = await connect();
    expect(await client.request(event, payload)).toEqual({ ok: false, code: 'call.not-joined' });
  });
});

describe('a payload of the call socket', () => {
  const proto = (event: string, payload: object) =>
    [event, JSON.parse(`${JSON.stringify(payload).slice(0, -1)},"__proto__":{"polluted":true}}`)] as const;

  it('with __proto__ at any depth is rejected for every event', async () => {
    const { client, answer } = await joined();
    const nested = JSON.parse(
      `{"transportId":"${answer.send.id}","source":"microphone","rtpParameters":${JSON.stringify(opusParameters()).replace('"minptime"', '"__proto__":{"polluted":true},"minptime"')}}`,
    ) as object;
    const hostile = [
      ...events.map(([event, payload]) => proto(event, { ...payload, filler: 1 })),
      proto('join', { ticket: 'x', rtpCapabilities: routerRtpCapabilities() }),
      ['produce', nested] as const,
    ];
    for (const [event, payload] of hostile) {
      expect(await client.request(event, payload), event).toEqual({ ok: false, code: 'validation.failed' });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([null, 42, 'text', [], [[]], true, { unknown: 1 }, { transportId: { $gt: '' } }, { producerId: 1e400 }])(
    'that is %j is rejected for every event',
    async (payload) => {
      const { client } = await joined();
      for (const event of [...events.map(([name]) => name).filter((name) => name !== 'leave'), 'join']) {
        expect(await client.request(event, payload), event).toEqual({ ok: false, code: 'validation.failed' });
      }
    },
  );

  it('with a member beyond its size is rejected', async () => {
    const client = await connect();
    const long = { ticket: 'x'.repeat(5_000), rtpCapabilities: routerRtpCapabilities() };
    expect(await client.request('join', long)).toEqual({ ok: false, code: 'validation.failed' });
  });

  it('beyond the maximum message size closes its sender’s connection only', async () => {
    const [client, other] = [await connect(), await joined()];
    client.emit('join', { ticket: 'x'.repeat(100_000), rtpCapabilities: {} });
    await client.closed();
    expect(await other.client.request('restart-ice', { transportId: other.answer.send.id })).toMatchObject({
      ok: true,
    });
  });

  it('with binary data or with unexpected functions is rejected or ignored', async () => {
    const { client } = await joined();
    expect(await client.request('join', Buffer.from('hello'))).toEqual({ ok: false, code: 'validation.failed' });
    client.emit('error', { message: 'from afar' });
    client.emit('no-such-event', {}, () => undefined);
    await expectOthersUndisturbed();
  });
});

describe('an event without an acknowledgement', () => {
  it('is ignored', async () => {
    const visitId = newId();
    const client = await connect();
    const ticket = ticketFor({ visitId });
    for (const [event, payload] of events) client.emit(event, payload);
    client.emit('join', { ticket, rtpCapabilities: routerRtpCapabilities() });
    client.emit('leave');
    // Events of a socket are handled in order, so all of them have been handled; the ticket is still unused.
    expect(await client.join(ticket)).toMatchObject({ generation: 1 });
  });
});

describe('RTP and DTLS parameters', () => {
  const opus = opusParameters();
  const [codec] = opus.codecs;
  const [encoding] = opus.encodings;
  const cases: [string, object][] = [
    ['a bitrate that is not a whole number', { ...opus, encodings: [{ ...encoding, maxBitrate: 1.5 }] }],
    ['a bitrate of text', { ...opus, encodings: [{ ...encoding, maxBitrate: 'NaN' }] }],
    ['an SSRC beyond 32 bits', { ...opus, encodings: [{ ssrc: 2 ** 32 }] }],
    ['an SSRC below zero', { ...opus, encodings: [{ ssrc: -1 }] }],
    ['a nested codec parameter', { ...opus, codecs: [{ ...codec, parameters: { a: { b: { c: 1 } } } }] }],
    ['a codec parameter without a value', { ...opus, codecs: [{ ...codec, parameters: { a: null } }] }],
    ['a payload type beyond 127', { ...opus, codecs: [{ ...codec, payloadType: 300 }] }],
    ['an unknown header extension', { ...opus, headerExtensions: [{ uri: 'urn:nobody:knows', id: 1 }] }],
    ['feedback that is not a list', { ...opus, codecs: [{ ...codec, rtcpFeedback: 'nack' }] }],
    ['a rid of another type', { ...opus, encodings: [{ ...encoding, rid: { length: 3 } }] }],
    ['a strange scalability mode', { ...opus, encodings: [{ ...encoding, scalabilityMode: '(a+)+$' }] }],
    ['a thousand encodings', { ...opus, encodings: Array.from({ length: 1000 }, () => encoding) }],
    ['no codecs', { ...opus, codecs: [] }],
  ];

  it.each(cases)('with %s are rejected, and the worker serves all others', async (_name, rtpParameters) => {
    const { client, answer } = await joined();
    const payload = { transportId: answer.send.id, source: 'microphone', rtpParameters };
    expect(await client.request('produce', payload)).toEqual({ ok: false, code: 'validation.failed' });
    await expectOthersUndisturbed();
  });

  const passing: [string, object][] = [
    ['a payload type twice', { ...opus, codecs: [codec, codec] }],
    ['an SSRC twice', { ...opus, encodings: [encoding, encoding] }],
    [
      'an RTX codec without its partner',
      { ...opus, codecs: [codec, { ...vp8Parameters().codecs[1], mimeType: 'audio/rtx' }] },
    ],
    ['an encoding of a codec that is not there', { ...opus, encodings: [{ ...encoding, codecPayloadType: 5 }] }],
  ];

  it.each(passing)('with %s do no harm, whatever mediasoup does with them', async (_name, rtpParameters) => {
    const { client, answer } = await joined();
    const payload = { transportId: answer.send.id, source: 'microphone', rtpParameters };
    const result = await client.request('produce', payload);
    if (!result.ok) expect(result.code).toBe('call.invalid-parameters');
    await expectOthersUndisturbed();
  });

  it('with an unknown hash or an invalid fingerprint are rejected', async () => {
    const { client, answer } = await joined();
    const [fingerprint] = dtlsParameters().fingerprints;
    for (const wrong of [
      { ...fingerprint, algorithm: 'md5' },
      { ...fingerprint, value: 'not hexadecimal' },
    ]) {
      const payload = { transportId: answer.send.id, dtlsParameters: { role: 'client', fingerprints: [wrong] } };
      expect(await client.request('connect-transport', payload)).toEqual({ ok: false, code: 'validation.failed' });
    }
    await expectOthersUndisturbed();
  });
});

describe('a flood of requests', () => {
  it('is rejected, its socket is closed when it continues, and others are served', async () => {
    const { client } = await joined();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => client.request('restart-ice', { transportId: 'x' })),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('call.not-found'));
    expect(codes).toContain('request.rate-limited');
    for (let i = 0; i < 1_000; i++) client.emit('leave', {});
    await client.closed();
    await expectOthersUndisturbed();
  });
});

describe('a flood without a join', () => {
  /** Opens a WebSocket without a library, and returns all that is received on it. */
  async function openRaw() {
    const { hostname, port, host } = new URL(fixture.url);
    const socket = connectTo(Number(port), hostname);
    let said = '';
    socket.on('error', () => undefined).on('data', (data) => (said += data.toString('latin1')));
    socket.write(upgradeRequest(host));
    await expect.poll(() => said).toContain('"sid"');
    return { socket, said: () => said };
  }
  const times = (frame: Buffer, count: number) => Buffer.concat(Array.from({ length: count }, () => frame));

  it('of packets ends its connection after few answers, and others are served', async () => {
    const { socket, said } = await openRaw();
    const sent = 20_000;
    socket.write(times(frameOf('text', '40/no-such,'), sent));
    const answers = () => said().split('44/no-such,').length - 1;
    // The opcode of a close frame (RFC 6455, 5.2) is no byte of an answer.
    const isClosing = () => said().includes('\u0088');
    // A reset while this side still writes may lose the close frame.
    await expect.poll(() => socket.closed || isClosing() || answers() === sent, { timeout: 30_000 }).toBe(true);
    socket.destroy();
    expect(answers()).toBeLessThan(sent / 2);
    await expectOthersUndisturbed();
  });

  it('of bytes that are no packets ends its connection, and others are served', async () => {
    const { socket, said } = await openRaw();
    // Answers to pings that were never sent: nothing but their bytes counts them. 2.6 MB.
    socket.write(times(frameOf('pong', 'x'.repeat(125)), 20_000));
    socket.write(frameOf('text', '40/no-such,'));
    await expect.poll(() => socket.closed || said().includes('44/no-such,'), { timeout: 30_000 }).toBe(true);
    expect(said()).not.toContain('44/no-such,');
    await expectOthersUndisturbed();
  });
});

describe('a page of another origin', () => {
  const from = async (origin: string) => {
    const headers = { origin };
    const answer = await fetch(`${fixture.url}/socket.io/?EIO=4&transport=polling`, { headers });
    return [answer.status, answer.headers.get('access-control-allow-origin')];
  };

  it('cannot open a call socket', async () => {
    for (const origin of [
      'https://elsewhere.example',
      'http://elsewhere.localhost.example:8080',
      'http://wuzhen.localhost:9999',
      'https://wuzhen.localhost:8080',
      'http://a.b.c.localhost:8080',
      'null',
    ])
      expect([origin, ...(await from(origin))]).toEqual([origin, 403, null]);
  });

  it('is accepted if it is the own host or a hospital’s subdomain of it', async () => {
    // The last one is a window of a demo, on this machine alone.
    for (const origin of [
      'http://localhost:8080',
      'http://wuzhen.localhost:8080',
      'http://doctor.wuzhen.localhost:8080',
    ])
      expect([origin, ...(await from(origin))]).toEqual([origin, 200, origin]);
  });
});
