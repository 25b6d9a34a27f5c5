/** What has been received and sent since the call began, summed over rejoins, and how the line does now. */
export interface CallStatistics {
  readonly framesDecoded: number;
  readonly framesSent: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** Energy of the other side’s sound (totalAudioEnergy of webrtc-stats): grows only while something is heard. */
  readonly audioEnergy: number;
  /** Energy of one’s own microphone. */
  readonly audioEnergySent: number;
  readonly packetsLost: number;
  readonly packetsReceived: number;
  readonly freezes: number;
  /** Round trip to the node in milliseconds; null until measured. */
  readonly roundTripMs: number | null;
  /** Share of one’s own packets that the node reported lost lately, 0 to 1; null until reported. */
  readonly lossSent: number | null;
}

type Counter = Exclude<keyof CallStatistics, 'roundTripMs' | 'lossSent'>;
/** One entry of an RTCStatsReport; its fields are named in the W3C’s webrtc-stats. */
type Entry = Readonly<Record<string, unknown>>;
export type Report = Iterable<readonly [string, unknown]>;

/** Where each counter is read: which type of entry, which field. */
const origins: Readonly<Record<Counter, readonly [type: string, field: string]>> = {
  framesDecoded: ['inbound-rtp', 'framesDecoded'],
  framesSent: ['outbound-rtp', 'framesSent'],
  bytesReceived: ['inbound-rtp', 'bytesReceived'],
  bytesSent: ['outbound-rtp', 'bytesSent'],
  audioEnergy: ['inbound-rtp', 'totalAudioEnergy'],
  audioEnergySent: ['media-source', 'totalAudioEnergy'],
  packetsLost: ['inbound-rtp', 'packetsLost'],
  packetsReceived: ['inbound-rtp', 'packetsReceived'],
  freezes: ['inbound-rtp', 'freezeCount'],
};
const counters = Object.keys(origins) as Counter[];
const countedTypes = new Set(Object.values(origins).map(([type]) => type));

/** The stream with which mediasoup probes the line carries nothing that anybody sees or hears. */
const probatorMid = 'probator';

export const noStatistics: CallStatistics = { ...zeros(), roundTripMs: null, lossSent: null };

/**
 * Sums up looks at a call’s transports. Each stream is counted by itself and kept after it has gone, because a rejoin of
 * either side replaces streams; transports that start anew start their counters anew.
 */
export class StatisticsLedger {
  readonly #streams = new Map<string, Record<Counter, number>>();
  readonly #finished = zeros();

  /** Takes one look at both transports (null where there is none) and answers with the totals since the first one. */
  add(reports: { send: Report | null; receive: Report | null }): CallStatistics {
    const sent = entriesOf(reports.send);
    const received = entriesOf(reports.receive);
    for (const entry of [...sent, ...received]) if (countedTypes.has(String(entry['type']))) this.#count(entry);
    const total = { ...this.#finished };
    for (const stream of this.#streams.values()) for (const counter of counters) total[counter] += stream[counter];
    return { ...total, ...lineOf(sent, received) };
  }

  #count(entry: Entry): void {
    const look = zeros();
    for (const counter of counters) {
      const [type, field] = origins[counter];
      if (entry['type'] === type) look[counter] = numbers(entry[field])[0] ?? 0;
    }
    const key = `${String(entry['type'])} ${String(entry['id'])}`;
    const before = this.#streams.get(key);
    this.#streams.set(key, look);
    // Losses may be taken back when a packet was only late; anything else that shrinks has started anew.
    const anew = before && counters.some((counter) => counter !== 'packetsLost' && look[counter] < before[counter]);
    if (anew) for (const counter of counters) this.#finished[counter] += before[counter];
  }
}

function lineOf(sent: readonly Entry[], received: readonly Entry[]): Pick<CallStatistics, 'roundTripMs' | 'lossSent'> {
  const pairs = [...sent, ...received].filter(
    (entry) => entry['type'] === 'candidate-pair' && entry['nominated'] === true,
  );
  const trips = pairs.flatMap((pair) => numbers(pair['currentRoundTripTime']));
  const reported = sent.filter((entry) => entry['type'] === 'remote-inbound-rtp');
  const losses = reported.flatMap((entry) => numbers(entry['fractionLost']));
  return {
    roundTripMs: trips.length === 0 ? null : Math.max(...trips) * 1000,
    lossSent: losses.length === 0 ? null : Math.max(...losses),
  };
}

function entriesOf(report: Report | null): Entry[] {
  const entries = report === null ? [] : [...report].map(([, entry]) => entry as Entry);
  return entries.filter((entry) => entry['mid'] !== probatorMid);
}

function numbers(value: unknown): number[] {
  return typeof value === 'number' && Number.isFinite(value) ? [value] : [];
}

function zeros(): Record<Counter, number> {
  return {
    framesDecoded: 0,
    framesSent: 0,
    bytesReceived: 0,
    bytesSent: 0,
    audioEnergy: 0,
    audioEnergySent: 0,
    packetsLost: 0,
    packetsReceived: 0,
    freezes: 0,
  };
}
