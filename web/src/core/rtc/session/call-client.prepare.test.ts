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

/** A patient in the waiting room whose call is prepared, and a doctor whose call is prepared too. */
async function prepared() {
  const test = callUnderTest();
  test.node.phase = 'waiting';
  test.node.participants = [doctor];
  test.node.consumers = [fakeConsumer('microphone'), fakeConsumer('camera')];
  test.call.prepare();
  await test.settle();
  return test;
}

/** The tracks of the send transport’s senders, by source. */
function sentTracks({ node }: Awaited<ReturnType<typeof prepared>>): MediaStreamTrack[] {
  const [send] = node.transports.filter(({ closed, direction }) => !closed && direction === 'send');
  return [...(send as unknown as { _producers: Map<string, { track: MediaStreamTrack }> })._producers.values()].map(
    ({ track }) => track,
  );
}

const deviceOf = (track: MediaStreamTrack) => track.getSettings().deviceId;

describe('A prepared call', () => {
  it('has joined, sends dark tracks from both sources and has everything to receive', async () => {
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

  it('sends dark tracks for open devices too', async () => {
    const test = await prepared();
    test.call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    await test.settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark', 'dark']);
  });

  it('shows and plays media at once when the room opens, without another request', async () => {
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

  it('reserves senders for devices that open later, and closes them when they cannot open', async () => {
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

  it('is used by the page that joins, without a new ticket or stay', async () => {
    const { call, node, requestTicket, settle } = await prepared();
    node.socket.push('phase-changed', { phase: 'open' });
    call.join();
    await settle();
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('becomes live on admission when the page joins before it', async () => {
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

describe('A call that cannot be prepared', () => {
  it.each(['visit.not-in-progress', 'resource.not-found', 'call.not-permitted'] as const)(
    'hides %s, and the normal join follows',
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

  it('stays silent when another page of the same participant has prepared, and does not take over', async () => {
    const { call, node, requestTicket, advance } = await prepared();
    node.socket.push('call-closed', { reason: 'replaced', rejoin: false });
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'idle', stopReason: null });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });

  it('retries silently while the connection is down', async () => {
    const { call, node, states, settle } = await prepared();
    states.length = 0;
    node.socket.drop();
    expect(call.state.phase).toBe('prepared');
    await settle();
    expect(node.socket.payloads('resume')).toHaveLength(1);
    expect(states.every(({ phase }) => phase === 'prepared')).toBe(true);
  });

  it('shows its state once the user joins', async () => {
    const { call, node, settle } = await prepared();
    node.reachable = false;
    node.socket.drop();
    await settle();
    call.join();
    expect(call.state.phase).toBe('reconnecting');
  });
});

describe('The room phase', () => {
  it('switches a patient on hold to dark tracks, and back', async () => {
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

  it('does not affect the doctor’s tracks while the patient is on hold', async () => {
    const test = callUnderTest();
    test.requestTicket.mockResolvedValue({ ...fakeTicket(), role: 'doctor' });
    test.node.phase = 'held';
    test.call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    test.call.join();
    await test.settle();
    expect(sentTracks(test).map(deviceOf)).toEqual(['front']);
  });

  it('that arrives after the join answer overrides it', async () => {
    const test = callUnderTest();
    const { call, node, settle } = test;
    node.phase = 'waiting';
    node.hold.add('join');
    call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    call.join();
    await settle();
    // The node queues pushes until it has answered, so the answer may be older.
    node.release('join');
    await settle();
    node.socket.push('phase-changed', { phase: 'open' });
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', roomPhase: 'open' });
    expect(sentTracks(test).map(deviceOf)).toEqual(['front']);
  });

  it('that changed while the socket was down arrives with the resume', async () => {
    const test = await prepared();
    const { call, node, settle } = test;
    call.publish('camera', { track: fakeTrack('video', 'front'), paused: false });
    node.phase = 'open';
    node.socket.drop();
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', roomPhase: 'open' });
    expect(sentTracks(test).map(deviceOf)).toEqual(['dark', 'front']);
  });

  it('is required before the user’s own picture is sent', async () => {
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

describe('Warming up', () => {
  it('opens the socket before the ticket arrives', async () => {
    const { call, node, settle } = callUnderTest();
    call.warmUp('http://node.example');
    await settle();
    expect(node.sockets).toHaveLength(1);
    call.join();
    await settle();
    expect(node.sockets).toHaveLength(1);
    expect(call.state.phase).toBe('live');
  });

  it('closes a socket to another node, a lost one, and one that has waited too long', async () => {
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
