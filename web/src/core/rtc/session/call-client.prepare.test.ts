import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
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

/** A patient in the waiting room whose call is prepared, and a doctor who has prepared as well. */
async function prepared() {
  const test = callUnderTest();
  test.node.phase = 'waiting';
  test.node.participants = [doctor];
  test.node.consumers = [fakeConsumer('microphone'), fakeConsumer('camera')];
  test.call.prepare();
  await test.settle();
  return test;
}

/** The tracks that the send transport has at its senders, by source. */
function sentTracks({ node }: Awaited<ReturnType<typeof prepared>>): MediaStreamTrack[] {
  const [send] = node.transports.filter(({ closed, direction }) => !closed && direction === 'send');
  return [...(send as unknown as { _producers: Map<string, { track: MediaStreamTrack }> })._producers.values()].map(
    ({ track }) => track,
  );
}

const deviceOf = (track: MediaStreamTrack) => track.getSettings().deviceId;

describe('a call that is prepared', () => {
  it('has joined, sends darkness from both sources and has everything to receive', async () => {
    const test = await prepared();
    const { call, node } = test;
    expect(call.state).toMatchObject({ phase: 'prepared', roomPhase: 'waiting', mediaUp: true });
    expect(node.socket.payloads('produce')).toMatchObject([
      { source: 'microphone', paused: false },
      { source: 'camera', paused: false },
    ]);
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark', 'dark']);
    expect(call.remoteTracks).toHaveLength(2);
    expect(call.expectsMedia).toBe(false);
  });

  it('keeps devices that are open dark as well', async () => {
    const test = await prepared();
    test.call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    await test.settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark', 'dark']);
  });

  it('shows and sounds at once when the room opens, without one more request', async () => {
    const test = await prepared();
    const { call, node, settle } = test;
    call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    call.publish('microphone', { track: fakeTrack('audio', 'built-in'), paused: false });
    await settle();
    const asked = node.socket.requests.length;
    node.socket.push('phase-changed', { phase: 'open' });
    expect(call.state).toMatchObject({ phase: 'live', roomPhase: 'open', generation: 1 });
    await settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['built-in', 'front']);
    expect(node.socket.requests.length).toBe(asked);
    expect(call.expectsMedia).toBe(true);
  });

  it('keeps a place for devices that open later, and gives it up when they can not', async () => {
    const test = await prepared();
    const { call, node, settle } = test;
    node.socket.push('phase-changed', { phase: 'open' });
    await settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark', 'dark']);
    call.publish('microphone', { track: fakeTrack('audio', 'built-in'), paused: false });
    call.publish('camera', null);
    await settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['built-in']);
    expect(node.socket.payloads('close-producer')).toEqual([{ producerId: 'producer-2' }]);
    expect(node.socket.payloads('produce')).toHaveLength(2);
  });

  it('goes on with the page that joins: no new ticket, no new place', async () => {
    const { call, node, requestTicket, settle } = await prepared();
    node.socket.push('phase-changed', { phase: 'open' });
    call.join();
    await settle();
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('is waited for by the page that joins before the node has heard of the admission', async () => {
    const { call, node, settle } = await prepared();
    call.join();
    await settle();
    expect(call.state.phase).toBe('prepared');
    node.socket.push('phase-changed', { phase: 'open' });
    expect(call.state.phase).toBe('live');
  });

  it('measures the first picture from the admission', async () => {
    const { call, node, advance } = await prepared();
    await advance(60_000);
    call.expectPicture();
    await advance(80);
    node.socket.push('phase-changed', { phase: 'open' });
    await advance(40);
    call.handlePictureShown();
    call.handlePictureShown();
    expect(node.socket.payloads('report-first-picture')).toEqual([{ afterMs: 120, prepared: true }]);
  });
});

describe('a call that can not be prepared', () => {
  it.each(['visit.not-in-progress', 'resource.not-found', 'call.not-permitted'] as const)(
    'says nothing of %s, and the normal join follows',
    async (code) => {
      const { call, node, states, requestTicket, settle } = callUnderTest();
      requestTicket.mockRejectedValueOnce(new AppError(code));
      call.prepare();
      await settle();
      expect(states.filter(({ phase }) => phase !== 'idle')).toEqual([]);
      expect(call.state).toMatchObject({ phase: 'idle', failure: null, stopReason: null });
      call.join();
      await settle();
      expect(call.state).toMatchObject({ phase: 'live', roomPhase: 'open' });
      expect(node.sockets).toHaveLength(1);
    },
  );

  it('says nothing when another page of the same person has prepared, and does not fight for the place', async () => {
    const { call, node, requestTicket, advance } = await prepared();
    node.socket.push('call-closed', { reason: 'replaced', rejoin: false });
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'idle', stopReason: null });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });

  it('keeps trying in silence while the line is away', async () => {
    const { call, node, states, settle } = await prepared();
    states.length = 0;
    node.socket.drop();
    expect(call.state.phase).toBe('prepared');
    await settle();
    expect(node.socket.payloads('resume')).toHaveLength(1);
    expect(states.every(({ phase }) => phase === 'prepared')).toBe(true);
  });

  it('tells how it stands from the moment at which somebody asks', async () => {
    const { call, node, settle } = await prepared();
    node.reachable = false;
    node.socket.drop();
    await settle();
    call.join();
    expect(call.state.phase).toBe('reconnecting');
  });
});

describe('the phase of the room', () => {
  it('turns a patient who is put on hold dark, and back', async () => {
    const test = await prepared();
    const { call, node, settle } = test;
    call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    call.publish('microphone', { track: fakeTrack('audio', 'built-in'), paused: false });
    for (const [phase, devices] of [
      ['open', ['built-in', 'front']],
      ['held', ['dark', 'dark']],
      ['open', ['built-in', 'front']],
    ] as const) {
      node.socket.push('phase-changed', { phase });
      await settle();
      expect(call.state.roomPhase).toBe(phase);
      expect(sentTracks(test).map(deviceOf)).toEqual(devices);
    }
  });

  it('leaves a doctor seen and heard while the patient is on hold', async () => {
    const test = callUnderTest();
    test.requestTicket.mockResolvedValue({ ...fakeTicket(), role: 'doctor' });
    test.node.phase = 'held';
    test.call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    test.call.join();
    await test.settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['front']);
  });

  it('that changes during the join is the one that counts', async () => {
    const test = callUnderTest();
    const { call, node, settle } = test;
    node.phase = 'waiting';
    node.hold.add('join');
    call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    call.join();
    await settle();
    // The node holds pushes back until it has answered; what it answers was true a moment ago.
    node.release('join');
    await settle();
    node.socket.push('phase-changed', { phase: 'open' });
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', roomPhase: 'open' });
    expect(sentTracks(test).map(deviceOf)).toEqual(['front']);
  });

  it('that changed while the socket was away is heard of with the resume', async () => {
    const test = await prepared();
    const { call, node, settle } = test;
    call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    node.phase = 'open';
    node.socket.drop();
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', roomPhase: 'open' });
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark', 'front']);
  });

  it('never shows a person before it is known', async () => {
    const test = callUnderTest();
    const { call, node, settle } = test;
    const shown: (string | undefined)[] = [];
    node.phase = 'waiting';
    const camera = fakeTrack('video', 'front');
    call.publish('camera', { track: camera, paused: false });
    call.on('state', () => shown.push(...sentTracksIfAny(test).map(deviceOf)));
    call.join();
    await settle();
    expect(shown).not.toContain('front');
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark']);
  });
});

function sentTracksIfAny(test: Awaited<ReturnType<typeof prepared>>): MediaStreamTrack[] {
  return test.node.transports.length > 0 ? sentTracks(test) : [];
}

describe('warming up', () => {
  it('has the socket open before the ticket is there', async () => {
    const { call, node, settle } = callUnderTest();
    call.warmUp('http://node.example');
    await settle();
    expect(node.sockets).toHaveLength(1);
    call.join();
    await settle();
    expect(node.sockets).toHaveLength(1);
    expect(call.state.phase).toBe('live');
  });

  it('closes a socket to a node that is not the one, or that was lost or has waited too long', async () => {
    for (const spoil of ['other', 'lost', 'late'] as const) {
      const { call, node, settle, advance } = callUnderTest();
      call.warmUp(spoil === 'other' ? 'http://other.example' : 'http://node.example');
      await settle();
      if (spoil === 'lost') node.socket.drop();
      if (spoil === 'late') await advance(25_000);
      call.join();
      await settle();
      expect(node.sockets.map(({ open }) => open)).toEqual([false, true]);
      expect(call.state.phase).toBe('live');
      call.close();
    }
  });
});
