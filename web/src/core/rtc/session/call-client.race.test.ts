import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { callUnderTest, deferred } from '../testing/call-under-test.ts';
import { fakeConsumer, fakeTicket } from '../testing/fake-node.ts';
import { fakeTrack } from '../testing/fake-browser.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Closing against joining', () => {
  it('opens no socket when a ticket arrives after closing', async () => {
    const { call, node, requestTicket, advance } = callUnderTest();
    const answer = deferred<CallTicket>();
    requestTicket.mockReturnValueOnce(answer.promise);
    call.join();
    call.close();
    expect(requestTicket.mock.calls[0]?.[0].aborted).toBe(true);
    answer.resolve(fakeTicket());
    await advance(60_000);
    expect(node.sockets).toEqual([]);
  });

  it('starts no recovery when a ticket fails after closing', async () => {
    const { call, requestTicket, advance } = callUnderTest();
    const answer = deferred<CallTicket>();
    requestTicket.mockReturnValueOnce(answer.promise);
    call.join();
    call.close();
    answer.reject(new Error('aborted'));
    await advance(60_000);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(call.state.phase).toBe('stopped');
  });

  it('creates no transport when a join answer arrives after closing', async () => {
    const { call, node, settle } = callUnderTest();
    node.hold.add('join');
    call.join();
    await settle();
    expect(node.held).toHaveLength(1);
    call.close();
    node.release('join');
    await settle();
    expect(node.transports).toEqual([]);
    expect(node.socket.open).toBe(false);
  });

  it('uses only the second ticket after leaving and joining again during a join', async () => {
    const { call, node, requestTicket, settle } = callUnderTest();
    const [first, second] = [deferred<CallTicket>(), deferred<CallTicket>()];
    requestTicket.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    call.join();
    await call.leave();
    call.join();
    second.resolve(fakeTicket('second'));
    await settle();
    first.resolve(fakeTicket('first'));
    await settle();
    expect(node.sockets).toHaveLength(1);
    expect(node.socket.payloads('join')).toMatchObject([{ ticket: 'second' }]);
    expect(call.state.phase).toBe('live');
  });

  it('joins once when join is called twice', async () => {
    const { call, requestTicket, settle } = callUnderTest();
    call.join();
    call.join();
    await settle();
    call.join();
    await settle();
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });
});

describe('Rejoin against rejoin', () => {
  async function joined() {
    const test = callUnderTest();
    test.node.consumers = [fakeConsumer('camera')];
    test.call.publish('camera', { track: fakeTrack('video'), paused: false });
    test.call.join();
    await test.settle();
    expect(test.call.state.phase).toBe('live');
    return test;
  }

  it('restores socket and transports lost together with one resume', async () => {
    const { call, node, requestTicket, settle } = await joined();
    node.socket.drop();
    node.setConnection('failed');
    await settle();
    expect(node.socket.payloads('resume')).toHaveLength(1);
    node.setConnection('connected');
    await settle();
    expect(node.sockets).toHaveLength(2);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('replaces a socket lost during an ICE restart at once and ignores the restart', async () => {
    const { call, node, settle } = await joined();
    node.hold.add('restart-ice');
    node.setConnection('disconnected');
    await settle();
    node.socket.drop();
    await settle();
    expect(node.socket.payloads('resume')).toHaveLength(1);
    node.release('restart-ice');
    node.setConnection('connected');
    await settle();
    expect(node.sockets).toHaveLength(2);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('starts no separate recovery for transports that fail during a resume', async () => {
    const { call, node, settle } = await joined();
    node.hold.add('resume');
    node.socket.drop();
    await settle();
    node.setConnection('failed');
    await settle();
    expect(node.socket.requests.map(({ event }) => event)).toEqual(['resume']);
    node.release('resume');
    node.setConnection('connected');
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });

  it('ignores a resume that is answered after the call was left', async () => {
    const { call, node, settle } = await joined();
    node.hold.add('resume');
    node.socket.drop();
    await settle();
    await call.leave();
    node.release('resume');
    await settle();
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'left' });
    // An open socket is warmed up for a later join: no stay is started or resumed over it.
    const open = node.sockets.filter((socket) => socket.open);
    expect(open.flatMap((socket) => [...socket.payloads('join'), ...socket.payloads('resume')])).toEqual([]);
  });

  it('ignores a resume that is answered after a newer join', async () => {
    const { call, node, network, settle } = await joined();
    node.hold.add('resume');
    node.socket.drop();
    await settle();
    const resuming = node.socket;
    call.join();
    await call.leave();
    call.join();
    await settle();
    node.release('resume');
    network.change();
    await settle();
    expect(resuming.open).toBe(false);
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
    expect(node.socket.payloads('join')).toHaveLength(1);
  });

  it('starts no second rejoin when the stay is closed while a rejoin waits for its ticket', async () => {
    const { call, node, requestTicket, advance, settle } = await joined();
    const answer = deferred<CallTicket>();
    requestTicket.mockReturnValueOnce(answer.promise);
    const old = node.socket;
    old.push('call-closed', { reason: 'node-draining', rejoin: true });
    await settle();
    old.push('call-closed', { reason: 'worker-died', rejoin: true });
    old.drop();
    answer.resolve(fakeTicket('second'));
    await advance(10_000);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    expect(node.sockets).toHaveLength(2);
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });

  it('does not stop the call when its own rejoin replaces the stay', async () => {
    const { call, node, settle } = await joined();
    const old = node.socket;
    node.hold.add('join');
    old.push('call-closed', { reason: 'node-draining', rejoin: true });
    await settle();
    old.push('call-closed', { reason: 'replaced', rejoin: false });
    node.release('join');
    await settle();
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });

  it('restarts an attempt when the network returns during it', async () => {
    const { call, node, network, requestTicket, settle } = await joined();
    const dead = deferred<CallTicket>();
    requestTicket.mockReturnValueOnce(dead.promise);
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await settle();
    network.goOffline();
    network.goOnline();
    await settle();
    expect(requestTicket).toHaveBeenCalledTimes(3);
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
    dead.resolve(fakeTicket('late'));
    await settle();
    expect(node.sockets).toHaveLength(2);
  });

  it('requests the ticket again soon when the connection is silently dead', async () => {
    const { call, node, requestTicket, advance } = await joined();
    requestTicket.mockReturnValueOnce(new Promise<never>(() => undefined));
    node.socket.push('call-closed', { reason: 'worker-died', rejoin: true });
    await advance(900);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    await advance(400);
    expect(requestTicket).toHaveBeenCalledTimes(3);
    expect(requestTicket.mock.calls[1]?.[0].aborted).toBe(true);
    expect(call.state).toMatchObject({ phase: 'live', generation: 2 });
  });

  it('cancels the next recovery step when media returns without it', async () => {
    const { call, node, requestTicket, advance } = await joined();
    node.setConnection('disconnected');
    await advance(2000);
    node.setConnection('connected');
    await advance(60_000);
    expect(node.socket.payloads('rebuild-transports')).toEqual([]);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(call.state).toMatchObject({ phase: 'live', generation: 1 });
  });
});

describe('Two pages of one participant', () => {
  async function inCall() {
    const test = callUnderTest();
    test.call.publish('camera', { track: fakeTrack('video'), paused: false });
    test.call.join();
    await test.settle();
    return test;
  }

  it('do not take over from each other when one loses its socket just as the other joins', async () => {
    const { call, node, requestTicket, advance } = await inCall();
    node.refuse.set('resume', 'call.replaced');
    node.socket.drop();
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'replaced' });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });

  it('do not take over from each other when the first one learns of it only by joining', async () => {
    const { call, node, advance } = await inCall();
    node.refuse.set('resume', 'call.not-found').set('join', 'call.replaced');
    node.socket.drop();
    await advance(60_000);
    expect(node.socket.payloads('join')).toMatchObject([{ previous: 'token-1' }]);
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'replaced' });
  });

  it('take over when the user asks', async () => {
    const { call, node, settle } = await inCall();
    node.socket.push('call-closed', { reason: 'replaced', rejoin: false });
    await settle();
    call.join();
    await settle();
    expect(node.socket.payloads('join')[0]).not.toHaveProperty('previous');
    expect(call.state).toMatchObject({ phase: 'live', stopReason: null });
  });

  it('stay out after the participant was removed', async () => {
    const { call, node, requestTicket, advance } = await inCall();
    node.socket.push('call-closed', { reason: 'removed', rejoin: false });
    await advance(60_000);
    expect(call.state).toMatchObject({ phase: 'stopped', stopReason: 'removed' });
    expect(requestTicket).toHaveBeenCalledTimes(1);
  });
});

describe('Publishing against joining', () => {
  it('sends a mute to the node after the producer that was being created', async () => {
    const { call, node, settle } = callUnderTest();
    const track = fakeTrack('audio');
    node.hold.add('produce');
    call.publish('microphone', { track, paused: false });
    call.join();
    await settle();
    call.publish('microphone', { track, paused: true });
    expect(track.enabled).toBe(false);
    await settle();
    expect(node.socket.payloads('pause-producer')).toEqual([]);
    node.release('produce');
    await settle();
    expect(node.socket.payloads('pause-producer')).toEqual([{ producerId: 'producer-1', reason: 'person' }]);
  });

  it('does not lose a change that immediately follows another', async () => {
    const { call, node, settle } = callUnderTest();
    const track = fakeTrack('audio');
    call.publish('microphone', { track, paused: false });
    call.join();
    await settle();
    call.publish('microphone', { track, paused: false });
    call.publish('microphone', { track, paused: true });
    await settle();
    expect(node.socket.payloads('pause-producer')).toHaveLength(1);
  });

  it('closes a camera on the node that was removed while its producer was being created', async () => {
    const { call, node, settle } = callUnderTest();
    node.hold.add('produce');
    call.publish('camera', { track: fakeTrack('video'), paused: false });
    call.join();
    await settle();
    call.publish('camera', null);
    node.release('produce');
    await settle();
    expect(node.socket.payloads('close-producer')).toEqual([{ producerId: 'producer-1' }]);
  });

  it('never shows a consumer that closes while it is being set up', async () => {
    const { call, node, settle } = callUnderTest();
    const shown = vi.fn();
    call.join();
    await settle();
    call.on('remoteTracks', shown);
    const consumer = fakeConsumer('camera');
    node.socket.push('consumer-added', consumer);
    node.socket.push('consumer-closed', { consumerId: consumer.id });
    await settle();
    expect(call.remoteTracks).toEqual([]);
    expect(shown).not.toHaveBeenCalled();
  });

  it('applies a sender’s pause that arrives before the consumer is set up', async () => {
    const { call, node, settle } = callUnderTest();
    call.join();
    await settle();
    const consumer = fakeConsumer('camera');
    node.socket.push('consumer-added', consumer);
    const { producerId } = consumer;
    node.socket.push('producer-changed', { participantId: 'other', source: 'camera', producerId, paused: true });
    await settle();
    expect(call.remoteTracks).toMatchObject([{ source: 'camera', paused: true }]);
  });
});
