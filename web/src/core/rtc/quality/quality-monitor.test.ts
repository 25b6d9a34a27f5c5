import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallParticipant, MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { QualitySample } from '@yunzhen/shared/calls/quality.schemas';
import { expectedKinds } from '../session/call-flow.ts';
import { idleState, type CallState } from '../session/call-state.ts';
import { Emitter } from '../session/emitter.ts';
import type { SentPicture } from './connection-policy.ts';
import type { Outgoing } from '../media/publisher.ts';
import { QualityMonitor, type MonitoredCall, type QualityNow } from './quality-monitor.ts';
import type { RemoteTrack } from '../media/remote-media.ts';
import { fakeTrack } from '../testing/fake-browser.ts';

type Score = { consumerId: string; producerScore: number };

/** A live call whose counters grow with the clock, as in a browser. */
class GrowingCall extends Emitter<{ score: [Score] }> implements MonitoredCall {
  state: CallState = { ...idleState, phase: 'live' };
  remoteTracks: RemoteTrack[] = [remote('microphone'), remote('camera')];
  localTracks: ReadonlyMap<MediaSource, Outgoing> = new Map();
  ownPicture: SentPicture = 'full';
  readonly reported: QualitySample[][] = [];
  readonly held: (number | null)[] = [];
  /** Concealed share of received sound. */
  concealed = 0;
  askedAgain = 0;
  frames = true;
  flows = true;
  /** Whether the other participant’s signalling is connected. */
  connected = true;
  #seconds = 0;
  #concealed = 0;
  #nacks = 0;
  #decoded = 0;

  get expectedKinds() {
    const { connected, remoteTracks: tracks } = this;
    const participants: CallParticipant[] = [
      { participantId: 'other', role: 'patient', sources: [], connected, line: null },
    ];
    return expectedKinds({ roomPhase: 'open', role: 'doctor', reception: 'all', participants, tracks });
  }

  async statistics() {
    if (this.flows) this.#seconds += 1;
    this.#concealed += this.concealed * 48_000;
    if (this.frames && this.flows) this.#decoded += 25;
    const at = this.#seconds;
    const entries: Record<string, unknown>[] = [
      {
        id: 'a',
        type: 'inbound-rtp',
        kind: 'audio',
        bytesReceived: at * 4000,
        packetsReceived: at * 50,
        totalSamplesReceived: at * 48_000,
        concealedSamples: this.#concealed,
        nackCount: (this.#nacks += this.askedAgain * 50),
      },
      { id: 'v', type: 'inbound-rtp', kind: 'video', bytesReceived: at * 90_000, framesDecoded: this.#decoded },
    ];
    const pair = { id: 'p', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.2 };
    return { send: null, receive: [...entries, pair].map((entry) => [String(entry['id']), entry] as const) };
  }

  async reportQuality(samples: QualitySample[]): Promise<boolean> {
    this.reported.push(samples);
    return true;
  }

  holdSpeech(milliseconds: number | null): void {
    this.held.push(milliseconds);
  }

  score(producerScore: number): void {
    this.emit('score', { consumerId: 'microphone', producerScore });
  }
}

function remote(source: MediaSource): RemoteTrack {
  const track = fakeTrack(source === 'microphone' ? 'audio' : 'video');
  return {
    consumerId: source,
    participantId: 'other',
    source,
    track,
    paused: false,
    pauseReason: null,
    starved: false,
  };
}

let call: GrowingCall;
let monitor: QualityMonitor;
let now: QualityNow;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  call = new GrowingCall();
  monitor = new QualityMonitor(call);
  monitor.on('quality', (quality) => (now = quality));
});
afterEach(() => {
  monitor.close();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe('A monitored call', () => {
  it('is good and reports so every fifteen seconds', async () => {
    await seconds(60);
    expect(now).toMatchObject({ grade: 'good', cause: 'none', stalled: false });
    expect(now.measure?.kbpsReceived).toBeCloseTo(752);
    expect(call.reported.length).toBeGreaterThanOrEqual(3);
    expect(call.reported.flat()).toSatisfy((samples: QualitySample[]) =>
      samples.every(({ grade, carried, spanMs }) => grade === 'good' && carried === 'all' && spanMs === 5000),
    );
  });

  it('turns poor when speech breaks up, and blames the other side when its score is bad', async () => {
    await seconds(10);
    call.concealed = 0.2;
    await seconds(9);
    expect(now).toMatchObject({ grade: 'poor', cause: 'own-network' });
    call.score(4);
    await seconds(6);
    expect(now).toMatchObject({ grade: 'poor', cause: 'other-network' });
    call.concealed = 0;
    await seconds(15);
    expect(now.grade).toBe('good');
  });

  it('detects a frozen picture while one should be moving', async () => {
    await seconds(10);
    call.frames = false;
    await seconds(9);
    expect(now).toMatchObject({ grade: 'poor', cause: 'own-network' });
    expect(now.sample?.frozenMs).toBe(5000);
    call.remoteTracks = [remote('microphone'), { ...remote('camera'), paused: true, pauseReason: 'person' }];
    await seconds(15);
    expect(now.grade).toBe('good');
  });

  it('reports which picture the connection has paused', async () => {
    await seconds(10);
    call.remoteTracks = [remote('microphone'), { ...remote('camera'), starved: true }];
    await seconds(5);
    expect(now).toMatchObject({ grade: 'poor', cause: 'own-network', sample: { carried: 'audio-only' } });
  });

  it('delays speech for repairs while lost packets can be requested again', async () => {
    await seconds(10);
    call.concealed = 0.06;
    call.askedAgain = 0.1;
    await seconds(6);
    expect(call.held).toEqual([320]);
    call.concealed = 0;
    call.askedAgain = 0;
    await seconds(30);
    expect(call.held).toEqual([320, null]);
  });

  it('is stalled when expected media does not arrive', async () => {
    await seconds(10);
    call.flows = false;
    await seconds(10);
    expect(now).toMatchObject({ stalled: true, grade: 'poor', sample: { carried: 'nothing', mos: null } });
    call.remoteTracks = [];
    await seconds(3);
    expect(now.stalled).toBe(false);
  });

  it('is stalled, without blaming the connection, when the other participant has lost signalling and media', async () => {
    await seconds(10);
    call.connected = false;
    await seconds(10);
    expect(now.stalled).toBe(false);
    call.flows = false;
    await seconds(4);
    expect(now).toMatchObject({ stalled: true, grade: 'good' });
  });

  it('is not judged during recovery', async () => {
    await seconds(10);
    call.state = { ...call.state, phase: 'reconnecting' };
    call.concealed = 0.5;
    await seconds(30);
    expect(now).toMatchObject({ grade: 'good', sample: null });
    expect(call.reported.length).toBeLessThanOrEqual(1);
  });
});
