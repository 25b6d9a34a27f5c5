import { testFakeParameters } from 'mediasoup-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Publisher, type Outgoing } from './publisher.ts';
import { Signaling } from '../session/signaling.ts';
import { SocketLink } from '../session/socket-link.ts';
import { fakeTrack } from '../testing/fake-browser.ts';
import { FakeNode } from '../testing/fake-node.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function publishing() {
  const node = new FakeNode();
  const signaling = new Signaling(new SocketLink('http://node.example', node.openSocket));
  const device = await node.loadDevice();
  const { id, iceParameters, iceCandidates, dtlsParameters } = testFakeParameters.generateTransportRemoteParameters();
  const transport = device.createSendTransport({ id, iceParameters, iceCandidates, dtlsParameters });
  transport.on('connect', (_parameters, done) => done());
  let availableOutgoingBitrate = 1_500_000;
  vi.spyOn(transport, 'getStats').mockImplementation(async () => {
    const pair = { type: 'candidate-pair', nominated: true, availableOutgoingBitrate, currentRoundTripTime: 0.05 };
    return new Map([['pair', pair]]) as unknown as RTCStatsReport;
  });
  const publisher = new Publisher(signaling, transport);
  const lines: string[] = [];
  publisher.on('sentPicture', (picture) => lines.push(picture));
  const said = () =>
    node.socket.requests
      .filter(({ event }) => event === 'pause-producer' || event === 'resume-producer')
      .map(({ event, payload }) => (event === 'pause-producer' ? payload['reason'] : 'resumed'));
  return {
    node,
    publisher,
    transport,
    lines,
    said,
    carries: (kbps: number) => (availableOutgoingBitrate = kbps * 1000),
    seconds: (count: number) => vi.advanceTimersByTimeAsync(count * 1000),
  };
}

const camera = (more: Partial<Outgoing> = {}): Outgoing => ({ track: fakeTrack('video'), paused: false, ...more });

describe('The local picture', () => {
  it('is paused on a weak connection, reported to the node, and tried again automatically', async () => {
    const { publisher, said, lines, carries, seconds } = await publishing();
    const outgoing = camera();
    publisher.set('camera', outgoing);
    publisher.set('microphone', { track: fakeTrack('audio'), paused: false });
    await seconds(20);
    expect([lines, said()]).toEqual([[], []]);
    carries(90);
    await seconds(6);
    expect([lines, said()]).toEqual([['paused'], ['line']]);
    // The user still sees their own picture; it is only not sent.
    expect(outgoing.track.enabled).toBe(true);
    carries(1500);
    await seconds(20);
    expect([lines, said()]).toEqual([
      ['paused', 'trial', 'full'],
      ['line', 'resumed'],
    ]);
  });

  it('is tried at once when the user asks', async () => {
    const { publisher, lines, carries, seconds } = await publishing();
    publisher.set('camera', camera());
    await seconds(20);
    carries(90);
    await seconds(6);
    publisher.tryPicture();
    expect(lines).toEqual(['paused', 'trial']);
    expect(publisher.sentPicture).toBe('trial');
  });

  it('that the user has turned off is not affected by the connection', async () => {
    const { publisher, lines, said, carries, seconds } = await publishing();
    const outgoing = camera();
    publisher.set('camera', outgoing);
    await seconds(20);
    publisher.set('camera', { ...outgoing, paused: true });
    expect(outgoing.track.enabled).toBe(false);
    carries(90);
    await seconds(30);
    expect([lines, said()]).toEqual([[], ['person']]);
  });

  it('that the user turns off while the connection has paused it counts as turned off by the user', async () => {
    const { publisher, said, carries, seconds } = await publishing();
    const outgoing = camera();
    publisher.set('camera', outgoing);
    await seconds(20);
    carries(90);
    await seconds(6);
    publisher.set('camera', { ...outgoing, paused: true });
    await seconds(1);
    expect(said()).toEqual(['line', 'person']);
    expect(outgoing.track.enabled).toBe(false);
  });

  it('that was paused before it was sent reports the reason', async () => {
    const { publisher, node, said, seconds } = await publishing();
    publisher.set('camera', camera({ paused: true, pauseReason: 'line' }));
    await seconds(1);
    expect(node.socket.payloads('produce')).toMatchObject([{ source: 'camera', paused: true }]);
    expect(said()).toEqual(['line']);
  });

  it('is not monitored after its transport has closed', async () => {
    const { publisher, transport, lines, carries, seconds } = await publishing();
    publisher.set('camera', camera());
    await seconds(20);
    transport.close();
    carries(90);
    await seconds(60);
    expect(lines).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('A mute', () => {
  it('holds from its first moment, also during a change of devices', async () => {
    const { publisher, transport, seconds } = await publishing();
    publisher.set('microphone', { track: fakeTrack('audio'), paused: false });
    await seconds(1);
    const second = fakeTrack('audio', 'headset');
    publisher.set('microphone', { track: second, paused: false });
    publisher.set('microphone', { track: second, paused: true });
    const heard: boolean[] = [];
    let enabled = second.enabled;
    Object.defineProperty(second, 'enabled', {
      get: () => enabled,
      set: (now: boolean) => {
        enabled = now;
        heard.push(now);
      },
    });
    await seconds(1);
    expect(heard).not.toContain(true);
    expect(enabled).toBe(false);
    transport.close();
  });
});
