import type { Report } from '../quality/call-statistics.ts';

/** What one transport had brought when it was looked at. */
export interface LaneSample {
  /**
   * By candidate pair, because an ICE restart takes old pairs away and adds new ones: grows whenever anything arrives on it, be it
   * media, feedback, or the answer to a connectivity check.
   */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly roundTripMs: number | null;
}

/** One look at a call’s transports; null where there is no transport in use, or where the browser does not count. */
export interface MediaSample {
  readonly send: LaneSample | null;
  readonly receive: LaneSample | null;
  /** Packets of sound that have arrived, and when the last one did (epoch milliseconds), as far as the browser tells. */
  readonly sound: Arrivals;
  readonly picture: Arrivals;
}

export interface Arrivals {
  readonly count: number;
  readonly lastAt: number | null;
}

type Entry = Readonly<Record<string, unknown>>;

/** Reads a look out of the browser’s statistics. Fields are named in the W3C’s webrtc-stats. */
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
