import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { fakeConsumer, fakeTicket } from '../testing/fake-node.ts';
import { fakeTrack } from '../testing/fake-browser.ts';
import { callUnderTest } from '../testing/call-under-test.ts';
import type { RtcSession } from './rtc-session.ts';
import { sendCaption } from './send-caption.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const doctor = { participantId: 'other', role: 'doctor' as const, sources: [], connected: true, line: null };

/** A participant with camera and microphone, in a call with a doctor who sends both. */
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

describe('Joining', () => {
  it('requests one ticket, joins with one request and then only produces', async () => {
    const { node, requestTicket } = await liveCall();
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(node.socket.requests.map(({ event }) => event)).toEqual(['join', 'produce', 'produce']);
    expect(node.socket.requests[0]).toMatchObject({ event: 'join', payload: { ticket: 'ticket' } });
  });

  it('emits the other side’s tracks together, with their sender', async () => {
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

  it('is live without media when there is nothing to send or receive', async () => {
    const { call, node, settle } = callUnderTest();
    call.join();
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', failure: null });
    expect(node.socket.payloads('connect-transport')).toEqual([]);
  });

  it('continues without a source that the node rejects', async () => {
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

  it('reports the failure and retries until the API has a node', async () => {
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
  ] as const)('stops when the API answers %s', async (code, stopReason) => {
    const { call, requestTicket, advance } = callUnderTest();
    requestTicket.mockRejectedValue(new AppError(code));
    call.join();
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason, failure: code });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });
});

describe('Muting', () => {
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

  it('switches the camera without a new producer', async () => {
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

describe('Recovery', () => {
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

  it('creates new transports on the same socket when the ICE restart does not help, then rejoins', async () => {
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

  it('keeps the picture and resumes quietly, without the API, when only the socket is lost', async () => {
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

  it('rejoins when the node no longer has the stay', async () => {
    const { call, node, requestTicket, settle } = await liveCall();
    node.refuse.set('resume', 'call.not-found');
    node.socket.drop();
    await settle();
    expect(requestTicket).toHaveBeenCalledTimes(2);
    expect(node.socket.payloads('join')).toMatchObject([{ previous: 'token-1' }]);
    expect(call.state).toMatchObject({ phase: 'live', mediaUp: true, generation: 2 });
    expect(node.transports.map(({ closed }) => closed)).toEqual([true, true, false, false]);
  });

  it('applies consumers that closed or were added while the socket was down', async () => {
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

  it('rejoins with the same tracks when the worker died, without requesting the camera again', async () => {
    const { call, node, settle } = await liveCall();
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    expect(call.state).toMatchObject({ phase: 'reconnecting', mediaUp: false });
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
    expect(node.socket.payloads('produce').map(({ source }) => source)).toEqual(['camera', 'microphone']);
  });

  it('keeps the picture of a draining node until it has joined another', async () => {
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

  it('stays muted after a recovery', async () => {
    const { call, node, settle } = callUnderTest();
    call.publish('microphone', { track: fakeTrack('audio'), paused: true });
    call.join();
    await settle();
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await settle();
    expect(node.sockets).toHaveLength(2);
    expect(node.socket.payloads('produce')).toMatchObject([{ source: 'microphone', paused: true }]);
  });

  it('keeps a running call while the API is down, and retries for ever once it needs a ticket', async () => {
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

  it('asks the API whether the visit is over when the node reports its end, and stops if so', async () => {
    const { call, node, requestTicket, settle } = await liveCall();
    requestTicket.mockRejectedValueOnce(new AppError('call.ended'));
    node.socket.push('call-closed', { reason: 'ended', rejoin: false });
    await settle();
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'ended' });
    expect(call.remoteTracks).toEqual([]);
  });

  it('moves on when the node reports the end but the API issues a ticket: the visit is on another node', async () => {
    const { call, node, settle } = await liveCall();
    node.socket.push('call-closed', { reason: 'ended', rejoin: false });
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });

  it('retries at once when the network returns', async () => {
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

  it('requests new candidates after the network was down, before ICE detects it', async () => {
    const { node, network, settle } = await liveCall();
    network.goOffline();
    network.goOnline();
    await settle();
    expect(node.socket.payloads('restart-ice')).toHaveLength(2);
  });

  it('treats a socket that does not answer an ICE restart as dead', async () => {
    const { call, node, network, advance, settle } = await liveCall();
    node.hold.add('restart-ice');
    network.goOffline();
    network.goOnline();
    await advance(500);
    await settle();
    expect(node.socket.payloads('resume')).toHaveLength(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('retries at once when the page becomes visible', async () => {
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

describe('A call with two pages', () => {
  it('stops when another page has taken over, until the user asks to take over again', async () => {
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

describe('Leaving', () => {
  it('notifies the node, closes everything and can join again', async () => {
    const { call, node, settle } = await liveCall();
    const { socket } = node;
    const left = call.leave();
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'left' });
    await left;
    expect(socket.payloads('leave')).toHaveLength(1);
    expect(socket.open).toBe(false);
    expect(node.transports.every(({ closed }) => closed)).toBe(true);
    // The socket is warmed up for a later join, and no join was sent over it.
    const ready = node.socket;
    expect(ready).not.toBe(socket);
    expect(ready.payloads('join')).toEqual([]);
    call.join();
    await settle();
    expect(call.state.phase).toBe('live');
    expect(ready.payloads('join')).toHaveLength(1);
  });

  it('leaves the tracks to their opener', async () => {
    const { call, node, settle } = callUnderTest();
    const track = fakeTrack('audio');
    call.publish('microphone', { track, paused: false });
    call.join();
    await settle();
    call.close();
    expect(node.transports.every(({ closed }) => closed)).toBe(true);
    expect(track.readyState).toBe('live');
  });

  it('closes idempotently and does nothing afterwards', async () => {
    const { call, network, requestTicket, advance } = await liveCall();
    call.close();
    call.close();
    call.join();
    await advance(60_000);
    expect(network.closed).toBe(true);
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });
});

describe('Captions', () => {
  const line = { line: 1, text: 'Take one tablet.', origin: 'typed' } as const;

  it('are sent to the node, and those of others are passed on', async () => {
    const { call, node } = await liveCall();
    const heard: unknown[] = [];
    call.on('caption', (caption) => heard.push(caption));
    node.captionAnswer = { received: 1, missed: 1 };
    expect(await call.sendCaption(line)).toEqual({ received: 1, missed: 1 });
    expect(node.socket.payloads('send-caption')).toEqual([line]);
    node.socket.push('caption', { ...line, participantId: 'other' });
    expect(heard).toEqual([{ ...line, participantId: 'other' }]);
  });

  it('are not sent, and this is known, when the node refuses them or the call is left', async () => {
    const { call, node } = await liveCall();
    node.refuse.set('send-caption', 'request.rate-limited');
    expect(await call.sendCaption(line)).toBeUndefined();
    await call.leave();
    expect(await call.sendCaption(line)).toBeUndefined();
  });

  it('are not sent through a call that is encrypted end to end', async () => {
    const request = vi.fn();
    const session = { signaling: { up: true, request }, ticket: { ...fakeTicket(), endToEndEncrypted: true } };
    expect(await sendCaption(session as unknown as RtcSession, line)).toBeUndefined();
    expect(request).not.toHaveBeenCalled();
  });
});
