import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { fakeConsumer, fakeTicket } from '../testing/fake-node.ts';
import { fakeTrack } from '../testing/fake-browser.ts';
import { callUnderTest } from '../testing/call-under-test.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const doctor = { participantId: 'other', role: 'doctor' as const, sources: [], connected: true, line: null };

/** Somebody with camera and microphone, in a call with a doctor who sends both. */
async function liveCall() {
  const test = callUnderTest();
  test.node.participants = [doctor];
  test.node.consumers = [fakeConsumer('microphone'), fakeConsumer('camera')];
  test.call.publish('camera', { track: fakeTrack('video'), paused: false });
  test.call.publish('microphone', { track: fakeTrack('audio'), paused: false });
  test.call.join();
  await test.settle();
  expect(test.call.state).toMatchObject({ phase: 'live', mediaUp: true, generation: 1 });
  return test;
}

describe('joining', () => {
  it('asks for one ticket, joins with one request and then only produces', async () => {
    const { node, requestTicket } = await liveCall();
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(node.socket.requests.map(({ event }) => event)).toEqual(['join', 'produce', 'produce']);
    expect(node.socket.requests[0]).toMatchObject({ event: 'join', payload: { ticket: 'ticket' } });
  });

  it('gives the tracks of the other side out together, with who sends them', async () => {
    const { call } = await liveCall();
    expect(call.remoteTracks.map(({ participantId, source, paused }) => [participantId, source, paused])).toEqual([
      ['other', 'microphone', false],
      ['other', 'camera', false],
    ]);
    expect(call.participants).toEqual([doctor]);
  });

  it('does not wait for the answer to one source before it sends the next', async () => {
    const { call, node, settle } = callUnderTest();
    node.hold.add('connect-transport').add('produce');
    call.publish('camera', { track: fakeTrack('video'), paused: false });
    call.publish('microphone', { track: fakeTrack('audio'), paused: false });
    call.join();
    await settle();
    expect(node.socket.payloads('produce').map(({ source }) => source)).toEqual(['camera', 'microphone']);
  });

  it('is live without media when there is nothing to send and nobody to hear', async () => {
    const { call, node, settle } = callUnderTest();
    call.join();
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', failure: null });
    expect(node.socket.payloads('connect-transport')).toEqual([]);
  });

  it('goes on without a source that the node refuses', async () => {
    const { call, node, settle } = callUnderTest();
    const refused = vi.fn();
    call.on('refused', refused);
    node.refuse.set('produce', 'call.not-permitted');
    node.consumers = [fakeConsumer('microphone')];
    call.publish('screen', { track: fakeTrack('video'), paused: false });
    call.join();
    await settle();
    expect(refused).toHaveBeenCalledExactlyOnceWith('screen', 'call.not-permitted');
    expect(call.state.phase).toBe('live');
  });

  it('says what failed and tries again until the api has a node', async () => {
    const { call, requestTicket, settle, advance } = callUnderTest();
    requestTicket.mockRejectedValueOnce(new AppError('call.no-media-node'));
    call.join();
    await settle();
    expect(call.state).toMatchObject({ phase: 'joining', failure: 'call.no-media-node', attempts: 1 });
    await advance(300);
    expect(call.state).toMatchObject({ phase: 'live', failure: null, attempts: 0 });
  });

  it.each([
    ['call.ended', 'ended'],
    ['resource.not-found', 'refused'],
    ['auth.session-expired', 'signed-out'],
  ] as const)('stops when the api says %s', async (code, stopReason) => {
    const { call, requestTicket, advance } = callUnderTest();
    requestTicket.mockRejectedValue(new AppError(code));
    call.join();
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason, failure: code });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });
});

describe('muting', () => {
  it('silences the track at once and pauses the producer on the node', async () => {
    const { call, node, settle } = await liveCall();
    const track = fakeTrack('audio');
    call.publish('microphone', { track, paused: false });
    await settle();
    call.publish('microphone', { track, paused: true });
    expect(track.enabled).toBe(false);
    await settle();
    expect(node.socket.payloads('pause-producer')).toEqual([{ producerId: 'producer-2', reason: 'person' }]);
    call.publish('microphone', { track, paused: false });
    await settle();
    expect(track.enabled).toBe(true);
    expect(node.socket.payloads('resume-producer')).toEqual([{ producerId: 'producer-2' }]);
  });

  it('changes the camera without a new producer', async () => {
    const { call, node, settle } = await liveCall();
    const sent = node.socket.payloads('produce').length;
    call.publish('camera', { track: fakeTrack('video'), paused: false });
    await settle();
    expect(node.socket.payloads('produce')).toHaveLength(sent);
  });

  it('shows that the other side has paused', async () => {
    const { call, node } = await liveCall();
    const camera = call.remoteTracks.find(({ source }) => source === 'camera');
    const producerId = node.consumers[1]?.producerId;
    node.socket.push('producer-changed', { participantId: 'other', source: 'camera', producerId, paused: true });
    expect(camera?.paused).toBe(false);
    expect(call.remoteTracks.find(({ source }) => source === 'camera')?.paused).toBe(true);
    expect(call.participants[0]?.sources).toEqual([{ source: 'camera', producerId, paused: true }]);
  });
});

describe('recovery', () => {
  it('restarts ICE on the same transports when packets stop', async () => {
    const { call, node, requestTicket, settle } = await liveCall();
    node.setConnection('disconnected');
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: false });
    await settle();
    expect(node.socket.payloads('restart-ice')).toHaveLength(2);
    node.setConnection('connected');
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });

  it('builds new transports on the same socket when the ICE restart brings nothing, then rejoins', async () => {
    const { call, node, requestTicket, advance } = await liveCall();
    node.connectsMedia = false;
    node.setConnection('disconnected');
    await advance(2600);
    expect(node.socket.payloads('rebuild-transports')).toHaveLength(1);
    expect(node.transports.map(({ closed }) => closed)).toEqual([true, true, false, false]);
    expect(node.socket.payloads('produce').map(({ source }) => source)).toEqual([
      'camera',
      'microphone',
      'camera',
      'microphone',
    ]);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    node.connectsMedia = true;
    await advance(4100);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    expect(call.state).toMatchObject({ phase: 'live', generation: 3 });
  });

  it('keeps the picture and comes back quietly, without the api, when only the socket is lost', async () => {
    const { call, node, requestTicket, settle } = await liveCall();
    const picture = call.remoteTracks[1]?.track;
    node.socket.drop();
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: true });
    await settle();
    expect(node.socket.payloads('resume')).toEqual([{ resumeToken: 'token-1' }]);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true, generation: 1 });
    expect(call.remoteTracks[1]?.track).toBe(picture);
    expect(node.transports.map(({ closed }) => closed)).toEqual([false, false]);
  });

  it('rejoins when the node knows the stay no more', async () => {
    const { call, node, requestTicket, settle } = await liveCall();
    node.refuse.set('resume', 'call.not-found');
    node.socket.drop();
    await settle();
    expect(requestTicket).toHaveBeenCalledTimes(2);
    expect(node.socket.payloads('join')).toMatchObject([{ previous: 'token-1' }]);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true, generation: 2 });
    expect(node.transports.map(({ closed }) => closed)).toEqual([true, true, false, false]);
  });

  it('takes up again what closed and what came while the socket was away', async () => {
    const { call, node, settle } = await liveCall();
    const [voice] = node.consumers;
    const screen = fakeConsumer('screen');
    node.consumers = voice ? [{ ...voice, producerPaused: true, pauseReason: 'person' }, screen] : [];
    node.socket.drop();
    await settle();
    expect(call.remoteTracks.map(({ source, paused }) => [source, paused])).toEqual([
      ['microphone', true],
      ['screen', false],
    ]);
  });

  it('comes back with the same tracks when the worker died, without asking for the camera again', async () => {
    const { call, node, settle } = await liveCall();
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: false });
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
    expect(node.socket.payloads('produce').map(({ source }) => source)).toEqual(['camera', 'microphone']);
  });

  it('keeps the picture of a node that has given notice until it has joined again', async () => {
    const { call, node, settle, advance } = await liveCall();
    node.hold.add('join');
    node.socket.push('call-closed', { reason: 'node-draining', rejoin: true });
    await settle();
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: true });
    expect(call.remoteTracks).toHaveLength(2);
    await advance(1000);
    node.release('join');
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });

  it('comes back muted when it was muted', async () => {
    const { call, node, settle } = callUnderTest();
    call.publish('microphone', { track: fakeTrack('audio'), paused: true });
    call.join();
    await settle();
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await settle();
    expect(node.sockets).toHaveLength(2);
    expect(node.socket.payloads('produce')).toMatchObject([{ source: 'microphone', paused: true }]);
  });

  it('does not touch a running call while the api is away, and tries for ever once it needs a ticket', async () => {
    const { call, node, requestTicket, advance } = await liveCall();
    requestTicket.mockRejectedValue(new AppError('service.unavailable'));
    await advance(600_000);
    expect(call.state.phase).toBe('live');
    node.reachable = false;
    node.socket.drop();
    await advance(600_000);
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: true, failure: 'service.unavailable' });
    expect(requestTicket.mock.calls.length).toBeGreaterThan(110);
    node.reachable = true;
    requestTicket.mockImplementation(async () => fakeTicket());
    await advance(5000);
    expect(call.state.phase).toBe('live');
  });

  it('asks the api whether the visit is over when the node says so, and stops by its word', async () => {
    const { call, node, requestTicket, settle } = await liveCall();
    requestTicket.mockRejectedValueOnce(new AppError('call.ended'));
    node.socket.push('call-closed', { reason: 'ended', rejoin: false });
    await settle();
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'ended' });
    expect(call.remoteTracks).toEqual([]);
  });

  it('moves on when the node says ended but the api has a ticket: the visit lives on another node', async () => {
    const { call, node, settle } = await liveCall();
    node.socket.push('call-closed', { reason: 'ended', rejoin: false });
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });

  it('tries at once when the network is back', async () => {
    const { call, node, network, requestTicket, advance, settle } = await liveCall();
    node.reachable = false;
    network.goOffline();
    node.socket.drop();
    await advance(4000);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    node.reachable = true;
    network.goOnline();
    await settle();
    expect(call.state.phase).toBe('live');
  });

  it('asks for new candidates when the network was away, before ICE notices', async () => {
    const { node, network, settle } = await liveCall();
    network.goOffline();
    network.goOnline();
    await settle();
    expect(node.socket.payloads('restart-ice')).toHaveLength(2);
  });

  it('takes a socket that does not answer an ICE restart for dead', async () => {
    const { call, node, network, advance, settle } = await liveCall();
    node.hold.add('restart-ice');
    network.goOffline();
    network.goOnline();
    await advance(700);
    await settle();
    expect(node.socket.payloads('resume')).toHaveLength(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('tries at once when somebody looks at the page again', async () => {
    const { call, node, network, advance, settle } = await liveCall();
    node.reachable = false;
    node.socket.drop();
    await advance(30_000);
    node.reachable = true;
    network.show();
    await settle();
    expect(call.state.phase).toBe('live');
  });
});

describe('two pages', () => {
  it('stops when another page has taken over, until it is told to take over again', async () => {
    const { call, node, requestTicket, advance, settle } = await liveCall();
    node.socket.push('call-closed', { reason: 'replaced', rejoin: false });
    node.socket.drop();
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'replaced' });
    expect(requestTicket).toHaveBeenCalledTimes(1);
    call.join();
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', stopReason: null });
  });
});

describe('leaving', () => {
  it('says goodbye, closes everything and can come back', async () => {
    const { call, node, settle } = await liveCall();
    const { socket } = node;
    const left = call.leave();
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'left' });
    await left;
    expect(socket.payloads('leave')).toHaveLength(1);
    expect(socket.open).toBe(false);
    expect(node.transports.every(({ closed }) => closed)).toBe(true);
    // The socket for the way back is ready, and nobody has joined over it.
    const ready = node.socket;
    expect(ready).not.toBe(socket);
    expect(ready.payloads('join')).toEqual([]);
    call.join();
    await settle();
    expect(call.state.phase).toBe('live');
    expect(ready.payloads('join')).toHaveLength(1);
  });

  it('leaves the tracks to whoever opened them', async () => {
    const { call, node, settle } = callUnderTest();
    const track = fakeTrack('audio');
    call.publish('microphone', { track, paused: false });
    call.join();
    await settle();
    call.close();
    expect(node.transports.every(({ closed }) => closed)).toBe(true);
    expect(track.readyState).toBe('live');
  });

  it('closes idempotently and does nothing after', async () => {
    const { call, network, requestTicket, advance } = await liveCall();
    call.close();
    call.close();
    call.join();
    await advance(60_000);
    expect(network.closed).toBe(true);
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });
});
