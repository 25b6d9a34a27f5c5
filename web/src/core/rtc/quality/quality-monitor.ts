import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { QualitySample } from '@yunzhen/shared/calls/quality.schemas';
import type { ExpectedKinds } from '../session/call-flow.ts';
import type { CallState } from '../session/call-state.ts';
import { StatisticsLedger, noStatistics, type CallStatistics, type Report } from './call-statistics.ts';
import { Emitter } from '../session/emitter.ts';
import type { SentPicture } from './connection-policy.ts';
import type { Outgoing } from '../media/publisher.ts';
import {
  goodLine,
  judge,
  measureBetween,
  sampleOf,
  type Circumstances,
  type ConnectionMeasure,
  type QualityReading,
  type Verdict,
} from './quality.ts';
import { QualityReports } from './quality-reports.ts';
import type { RemoteTrack } from '../media/remote-media.ts';
import { nextSpeechBuffer, noSpeechBuffer, type SpeechBuffer } from '../media/speech-buffer.ts';
import { steady, steadyFrom, type SteadyVerdict } from './steady-verdict.ts';

/** The call as the monitor reads it; CallClient implements it. */
export interface MonitoredCall {
  readonly state: CallState;
  readonly remoteTracks: readonly RemoteTrack[];
  readonly localTracks: ReadonlyMap<MediaSource, Outgoing>;
  /** Media that should be arriving now. */
  readonly expectedKinds: ExpectedKinds;
  /** State of the local picture on the local connection. */
  readonly ownPicture: SentPicture;
  /** Sets a minimum playout delay for speech in milliseconds; null leaves it to the browser. */
  holdSpeech(milliseconds: number | null): void;
  statistics(): Promise<{ send: Report | null; receive: Report | null }>;
  /** Resolves with whether the node has received the samples. */
  reportQuality(samples: QualitySample[]): Promise<boolean>;
  on(name: 'score', listener: (score: { consumerId: string; producerScore: number }) => void): () => void;
}

/** Current quality of the call. */
export interface QualityNow extends Verdict {
  /** Measure over the last five seconds; null until there are two samples to compare. */
  readonly measure: ConnectionMeasure | null;
  /** The measure as it is sent and stored; null while the call is not live. */
  readonly sample: QualitySample | null;
  /** Totals since the call began. */
  readonly statistics: CallStatistics;
  /** Others are sending, and nothing has arrived for a while. */
  readonly stalled: boolean;
}

type MonitorEvents = { quality: [QualityNow] };

const readEveryMs = 1000;
/** Length of the window of a verdict: one second alone says little. */
const windowMs = 5000;
/** Sound alone arrives at least every 400 ms, silence included: this long without a byte means that the connection is down. */
const stalledAfterMs = 2500;

export const noQuality: QualityNow = {
  ...goodLine,
  measure: null,
  sample: null,
  statistics: noStatistics,
  stalled: false,
};

/** Samples a call every second, rates its connection, reports to the node, and delays speech for repairs where needed. */
export class QualityMonitor extends Emitter<MonitorEvents> {
  readonly #call: MonitoredCall;
  readonly #reports: QualityReports;
  readonly #ledger = new StatisticsLedger();
  readonly #scores = new Map<string, number>();
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #unsubscribe: () => void;
  #readings: QualityReading[] = [];
  #steady: SteadyVerdict = steadyFrom(goodLine);
  #speech: SpeechBuffer = noSpeechBuffer;
  #lastArrival = performance.now();
  #reading = false;
  #closed = false;

  constructor(call: MonitoredCall) {
    super();
    this.#call = call;
    this.#reports = new QualityReports((samples) => call.reportQuality(samples));
    this.#unsubscribe = call.on('score', ({ consumerId, producerScore }) =>
      this.#scores.set(consumerId, producerScore),
    );
    this.#timer = setInterval(() => void this.#read(), readEveryMs);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    this.#unsubscribe();
    this.removeAllListeners();
  }

  async #read(): Promise<void> {
    // A sample that takes longer than a second must not overlap the next.
    if (this.#reading) return;
    this.#reading = true;
    try {
      const reports = await this.#call.statistics();
      if (!this.#closed) this.#take(this.#ledger.add(reports), performance.now());
    } catch {
      // The transport was closed during the sample.
    } finally {
      this.#reading = false;
    }
  }

  #take(statistics: CallStatistics, atMs: number): void {
    const circumstances = this.#circumstances();
    const last = this.#readings.at(-1);
    const stood =
      last?.seesOthers && circumstances.seesOthers && statistics.framesDecoded === last.statistics.framesDecoded;
    const stillMs = (last?.stillMs ?? 0) + (stood ? atMs - last.atMs : 0);
    const reading: QualityReading = { ...circumstances, atMs, statistics, stillMs };
    if (statistics.bytesReceived !== last?.statistics.bytesReceived || !this.#call.expectedKinds.ifAllReach)
      this.#lastArrival = atMs;
    this.#readings = [...this.#readings.filter((each) => atMs - each.atMs <= windowMs + readEveryMs / 2), reading];
    const [oldest] = this.#readings;
    const measure = oldest && oldest !== reading ? measureBetween(oldest, reading) : null;
    // During recovery or before admission, other indicators show the state.
    const sample = measure && this.#call.state.phase === 'live' ? this.#judge(measure, reading) : null;
    const stalled = atMs - this.#lastArrival > stalledAfterMs;
    this.emit('quality', {
      ...this.#steady.shown,
      measure,
      sample: sample && { ...sample, agoMs: 0 },
      statistics,
      stalled,
    });
  }

  #judge(measure: ConnectionMeasure, reading: QualityReading): Omit<QualitySample, 'agoMs'> {
    this.#steady = steady(this.#steady, judge(measure, reading), reading.atMs);
    this.#adaptSpeech(measure, reading.atMs);
    const sample = sampleOf(measure, this.#steady.shown, this.#carried(measure, reading));
    if (measure.spanMs >= windowMs - readEveryMs / 2) this.#reports.add(sample, reading.atMs);
    return sample;
  }

  #adaptSpeech(measure: ConnectionMeasure, atMs: number): void {
    const before = this.#speech.targetMs;
    this.#speech = nextSpeechBuffer(this.#speech, { ...measure, atMs });
    if (this.#speech.targetMs !== before) this.#call.holdSpeech(this.#speech.targetMs);
  }

  #carried(measure: ConnectionMeasure, reading: QualityReading): QualitySample['carried'] {
    if (this.#expectsAnything() && measure.kbpsReceived === 0) return 'nothing';
    return reading.pictureGivenUp ? 'audio-only' : 'all';
  }

  #expectsAnything(): boolean {
    const { sound, picture } = this.#call.expectedKinds;
    return sound || picture;
  }

  #circumstances(): Circumstances {
    const { remoteTracks, localTracks, ownPicture, expectedKinds, state } = this.#call;
    const scores = remoteTracks.flatMap(({ consumerId }) => this.#scores.get(consumerId) ?? []);
    const camera = localTracks.get('camera');
    const microphone = localTracks.get('microphone');
    return {
      hearsOthers: expectedKinds.sound,
      seesOthers: expectedKinds.picture && state.carried === 'all',
      showsOneself: camera !== undefined && !camera.paused && state.carried === 'all',
      pictureGivenUp:
        (ownPicture !== 'full' && camera !== undefined && !camera.paused) ||
        state.carried === 'audio-only' ||
        remoteTracks.some(({ starved }) => starved),
      othersPictureGivenUp: remoteTracks.some(({ pauseReason }) => pauseReason === 'line'),
      mutedBySystem: microphone !== undefined && !microphone.paused && microphone.track.muted,
      sentByOthers: scores.length > 0 ? Math.min(...scores) : null,
    };
  }
}
