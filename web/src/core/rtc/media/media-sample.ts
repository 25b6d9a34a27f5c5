import type { Report } from '../quality/call-statistics.ts';

/** Statistics of one transport at one sample. */
export interface LaneSample {
  /**
   * Bytes received by candidate pair, because an ICE restart removes old pairs and adds new ones. Includes media, feedback and answers to
   * connectivity checks.
   */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly roundTripMs: number | null;
}

/** One sample of a call’s transports; null where no transport is in use, or where the browser has no statistics. */
export interface MediaSample {
  readonly send: LaneSample | null;
  readonly receive: LaneSample | null;
  /** Received audio packets, and when the last one arrived (epoch milliseconds) where the browser exposes it. */
  readonly sound: Arrivals;
  readonly picture: Arrivals;
}

export interface Arrivals {
  readonly count: number;
  readonly lastAt: number | null;
}

type Entry = Readonly<Record<string, unknown>>;

/** Reads a sample from the browser’s statistics. Field names follow W3C webrtc-stats. */
export function sampleOf(reports: { send: Report | null; receive: Report | null }): MediaSample {
  const received = entriesOf(reports.receive);
  return {
    send: reports.send && laneOf(entriesOf(reports.send)),
    receive: reports.receive && laneOf(received),
    sound: arrivalsOf(received, 'audio', 'packetsReceived'),
    picture: arrivalsOf(received, 'video', 'framesDecoded'),
  };
}

function laneOf(entries: readonly Entry[]): LaneSample | null {
  const pairs = entries.filter(({ type }) => type === 'candidate-pair');
  if (pairs.length === 0) return null;
  const arrivals = new Map(
    pairs.map((pair) => [String(pair['id']), number(pair['bytesReceived']) + number(pair['responsesReceived'])]),
  );
  const trips = pairs.filter(({ nominated }) => nominated === true).map((pair) => pair['currentRoundTripTime']);
  const measured = trips.filter((trip) => typeof trip === 'number');
  return { arrivals, roundTripMs: measured.length > 0 ? Math.max(...measured) * 1000 : null };
}

function arrivalsOf(entries: readonly Entry[], kind: 'audio' | 'video', counter: string): Arrivals {
  const streams = entries.filter(
    (entry) => entry['type'] === 'inbound-rtp' && entry['kind'] === kind && entry['mid'] !== 'probator',
  );
  const times = streams.map((stream) => number(stream['lastPacketReceivedTimestamp'])).filter((time) => time > 0);
  return {
    count: streams.reduce((sum, stream) => sum + number(stream[counter]), 0),
    lastAt: times.length > 0 ? Math.max(...times) : null,
  };
}

function entriesOf(report: Report | null): Entry[] {
  return report === null ? [] : [...report].map(([, entry]) => entry as Entry);
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
