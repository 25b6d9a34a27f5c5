import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import { callUnderTest } from '../testing/call-under-test.ts';
import { fakeConsumer, fakeTicket } from '../testing/fake-node.ts';
import { fakeTrack } from '../testing/fake-browser.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const doctor = { participantId: 'other', role: 'doctor' as const, sources: [], connected: true, line: null };

/** Two participants who see and hear each other for long enough that the usual arrival gaps are known. */
async function longCall() {
  const test = callUnderTest();
  const reports: RecoveryReport[] = [];
  test.node.participants = [doctor];
  test.node.consumers = [fakeConsumer('microphone'), fakeConsumer('camera')];
  test.call.publish('camera', { track: fakeTrack('video'), paused: false });
  test.call.publish('microphone', { track: fakeTrack('audio'), paused: false });
  test.call.on('recovered', (report) => reports.push(report));
  test.call.join();
  await test.advance(20_000);
  expect(test.call.state).toMatchObject({ phase: 'live', attempts: 0 });
  return { ...test, reports };
}

describe('A silent connection', () => {
  it('starts to be restored within 2 s, although ICE still considers it connected', async () => {
    const { call, node, advance } = await longCall();
    node.flows = false;
    await advance(1000);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true });
    await advance(1000);
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: false });
    expect(node.socket.payloads('restart-ice')).toHaveLength(2);
  });

  it('is restored as soon as something arrives, and is reported', async () => {
    const { call, node, reports, advance } = await longCall();
    node.flows = false;
    await advance(2000);
    node.flows = true;
    await advance(200);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true, generation: 1 });
    const [report] = reports;
    expect(report).toMatchObject({ cause: 'media-silent', rungs: ['ice-restart'] });
    expect(report?.noticedAfterMs).toBeGreaterThanOrEqual(1200);
    expect(report?.noticedAfterMs).toBeLessThanOrEqual(1900);
    expect(report?.soundAfterMs).toBeGreaterThan(report?.noticedAfterMs ?? Infinity);
    expect(node.socket.payloads('report-recovery')).toEqual([report]);
  });

  it('is not a loss while no media is expected and connectivity checks are answered', async () => {
    const { call, node, advance } = await longCall();
    const [voice, picture] = node.consumers;
    for (const consumer of [voice, picture]) {
      const { producerId, source } = consumer ?? {};
      const pause = { participantId: 'other', source, producerId, paused: true, pauseReason: 'person' };
      node.socket.push('producer-changed', pause);
    }
    call.publish('camera', null);
    call.publish('microphone', null);
    for (let check = 0; check < 20; check += 1) {
      node.flows = false;
      await advance(2200);
      node.flows = true;
      await advance(300);
    }
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
    expect(node.socket.payloads('restart-ice')).toEqual([]);
  });

  it('climbs the recovery ladder while nothing arrives, and keeps its stay for as long as possible', async () => {
    const { call, node, requestTicket, reports, advance } = await longCall();
    node.flows = false;
    node.connectsMedia = false;
    await advance(5000);
    expect(node.socket.payloads('rebuild-transports')).toHaveLength(1);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    await advance(5000);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    node.flows = true;
    node.connectsMedia = true;
    await advance(10_000);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true });
    expect(reports).toHaveLength(1);
    expect(reports[0]?.rungs.slice(0, 3)).toEqual(['ice-restart', 'rebuild', 'rejoin']);
  });
});

describe('A node that hangs', () => {
  it('is left for the one that the next ticket names, within seconds', async () => {
    const { call, node, requestTicket, advance } = await longCall();
    node.flows = false;
    node.connectsMedia = false;
    for (const event of ['restart-ice', 'resume']) node.hold.add(event);
    requestTicket.mockImplementationOnce(async () => {
      node.flows = true;
      node.connectsMedia = true;
      return fakeTicket();
    });
    await advance(4_300);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    await advance(1_000);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true, generation: 2 });
  });
});

describe('A loss with dead connections to the API', () => {
  it('ends when one of several requests for a ticket is answered', async () => {
    const { call, node, requestTicket, advance } = await longCall();
    requestTicket.mockImplementationOnce(() => new Promise(() => undefined));
    requestTicket.mockImplementationOnce(() => new Promise(() => undefined));
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await advance(2_500);
    expect(requestTicket).toHaveBeenCalledTimes(4);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true, attempts: 0 });
  });
});

describe('The recovery report', () => {
  it('survives the rejoin and is sent over the new socket', async () => {
    const { node, reports, advance } = await longCall();
    const old = node.socket;
    old.push('call-closed', { reason: 'worker-died', rejoin: true });
    await advance(1000);
    expect(node.socket).not.toBe(old);
    expect(node.socket.payloads('report-recovery')).toEqual(reports);
    expect(reports).toMatchObject([{ cause: 'place-lost', rungs: ['rejoin'] }]);
  });

  it('is sent again after the next recovery when it was not answered', async () => {
    const { node, reports, advance } = await longCall();
    node.hold.add('report-recovery');
    node.socket.drop();
    await advance(1000);
    expect(reports).toHaveLength(1);
    node.socket.drop();
    node.hold.delete('report-recovery');
    await advance(1000);
    expect(node.socket.payloads('report-recovery')).toHaveLength(2);
  });

  it('counts two simultaneous losses as one recovery', async () => {
    const { node, reports, advance } = await longCall();
    node.socket.drop();
    node.setConnection('failed');
    await advance(50);
    node.setConnection('connected');
    await advance(12_000);
    expect(reports).toMatchObject([{ cause: 'socket', rungs: ['resume'] }]);
  });

  it('is not sent while the call is lost again before everything was restored', async () => {
    const { call, node, reports, advance } = await longCall();
    node.flows = false;
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await advance(500);
    // Rejoined and connected, but no media of the other participant has arrived yet when the connection is lost too.
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
    node.reachable = false;
    node.socket.drop();
    await advance(30_000);
    expect(reports).toEqual([]);
    node.reachable = true;
    node.flows = true;
    await advance(10_000);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.soundAfterMs).toBeGreaterThan(30_000);
  });

  it('covers a network change that lost nothing', async () => {
    const { call, node, network, reports, advance } = await longCall();
    network.change();
    await advance(1000);
    expect(node.socket.payloads('restart-ice')).toHaveLength(2);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
    expect(reports).toMatchObject([{ cause: 'network-changed', rungs: ['ice-restart'] }]);
  });
});

describe('A connection that fails repeatedly', () => {
  async function failing() {
    const test = await longCall();
    for (let loss = 0; loss < 3; loss += 1) {
      test.node.flows = false;
      await test.advance(2000);
      test.node.flows = true;
      await test.advance(8000);
    }
    return test;
  }

  it('carries sound alone: pictures are not requested, and the local one is paused with the reason', async () => {
    const { call, node, reports } = await failing();
    expect(call.state).toMatchObject({ phase: 'live', carried: 'audio-only' });
    expect(node.socket.payloads('set-reception')).toEqual([{ media: 'audio' }]);
    expect(node.socket.payloads('pause-producer')).toEqual([{ producerId: 'producer-1', reason: 'line' }]);
    expect(reports.map(({ rungs }) => rungs.includes('audio-only'))).toEqual([false, false, true]);
  });

  it('carries pictures again after it has been steady for half a minute', async () => {
    const { call, node, advance } = await failing();
    await advance(31_000);
    expect(call.state.carried).toBe('all');
    expect(node.socket.payloads('set-reception')).toEqual([{ media: 'audio' }, { media: 'all' }]);
    expect(node.socket.payloads('resume-producer')).toEqual([{ producerId: 'producer-1' }]);
  });

  it('carries pictures at once when the user asks for them', async () => {
    const { call, settle } = await failing();
    call.resumePictures();
    await settle();
    expect(call.state.carried).toBe('all');
  });

  it('requests sound alone from a new node as well', async () => {
    const { node, advance } = await failing();
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await advance(500);
    expect(node.socket.payloads('join')).toHaveLength(1);
    expect(node.socket.payloads('set-reception')).toEqual([{ media: 'audio' }]);
  });
});

describe('An unanswered request', () => {
  it('is repeated on the next socket without interrupting the picture, where repeating is harmless', async () => {
    const { call, node, reports, advance } = await longCall();
    node.hold.add('pause-producer');
    call.publish('camera', { track: fakeTrack('video'), paused: true });
    await advance(100);
    node.socket.drop();
    node.hold.clear();
    await advance(1000);
    expect(node.sockets).toHaveLength(2);
    expect(node.socket.payloads('pause-producer')).toEqual([expect.objectContaining({ reason: 'person' })]);
    expect(node.socket.payloads('rebuild-transports')).toEqual([]);
    expect(reports).toMatchObject([{ rungs: ['resume'] }]);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('is repeated with the user’s latest choice', async () => {
    const { call, node, advance } = await longCall();
    const track = fakeTrack('video');
    node.hold.add('pause-producer');
    call.publish('camera', { track, paused: true });
    await advance(100);
    node.socket.drop();
    call.publish('camera', { track, paused: false });
    await advance(1000);
    expect(node.socket.payloads('pause-producer')).toEqual([]);
    expect(node.socket.payloads('resume-producer')).toHaveLength(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('leads to new transports where the node’s state is unknown, and the report says so', async () => {
    const { call, node, reports, advance } = await longCall();
    node.hold.add('produce');
    call.publish('screen', { track: fakeTrack('video'), paused: false });
    await advance(100);
    node.socket.drop();
    node.hold.clear();
    await advance(1000);
    expect(node.socket.requests.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['resume', 'rebuild-transports', 'produce']),
    );
    expect(node.socket.payloads('produce')).toContainEqual(expect.objectContaining({ source: 'screen' }));
    expect(reports).toMatchObject([{ rungs: ['resume', 'rebuild'] }]);
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });
});
