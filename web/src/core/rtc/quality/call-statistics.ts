/** Totals received and sent since the call began, summed over rejoins, and the current state of the connection. */
export interface CallStatistics {
  readonly framesDecoded: number;
  readonly framesSent: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** Energy of the received sound (totalAudioEnergy of webrtc-stats): grows only while something is audible. */
  readonly audioEnergy: number;
  /** Energy of the local microphone. */
  readonly audioEnergySent: number;
  readonly packetsLost: number;
  readonly packetsReceived: number;
  readonly freezes: number;
  /** Seconds in which received pictures were frozen; a freeze counts once it is over. */
  readonly freezeSeconds: number;
  /** Received sound samples that were played out; of these the concealed ones, and of those the silent ones. */
  readonly samplesReceived: number;
  readonly samplesConcealed: number;
  readonly samplesConcealedSilently: number;
  /** Received sound packets, and requests for missing ones. */
  readonly soundPackets: number;
  readonly soundAskedAgain: number;
  /** Seconds that samples spent in the jitter buffer, summed over `jitterBufferSamples`. */
  readonly jitterBufferSeconds: number;
  readonly jitterBufferSamples: number;
  /** Frames captured by the local camera. */
  readonly framesCaptured: number;
  /** Seconds in which the local picture was reduced because this device could not keep up. */
  readonly cpuLimitedSeconds: number;
  /** Round trip to the node in milliseconds; null until measured. */
  readonly roundTripMs: number | null;
  /** Share of recently sent packets that the node reported lost, 0 to 1; null until reported. */
  readonly lossSent: number | null;
  /** Jitter of received sound (RFC 3550), in milliseconds; null while none arrives. */
  readonly jitterMs: number | null;
  /** The browser’s estimate of the uplink, in kbit/s; null until known. */
  readonly availableKbps: number | null;
}

type Now = 'roundTripMs' | 'lossSent' | 'jitterMs' | 'availableKbps';
type Counter = Exclude<keyof CallStatistics, Now>;
/** One entry of an RTCStatsReport; field names follow W3C webrtc-stats. */
type Entry = Readonly<Record<string, unknown>>;
export type Report = Iterable<readonly [string, unknown]>;

type Kind = 'audio' | 'video';
interface Origin {
  readonly type: 'inbound-rtp' | 'outbound-rtp' | 'media-source';
  readonly field: string;
  /** Streams of this kind only. */
  readonly kind?: Kind;
  /** Member of the field, where the field is a record. */
  readonly member?: string;
}

/** Source of each counter. */
const origins: Readonly<Record<Counter, Origin>> = {
  framesDecoded: { type: 'inbound-rtp', field: 'framesDecoded' },
  framesSent: { type: 'outbound-rtp', field: 'framesSent' },
  bytesReceived: { type: 'inbound-rtp', field: 'bytesReceived' },
  bytesSent: { type: 'outbound-rtp', field: 'bytesSent' },
  audioEnergy: { type: 'inbound-rtp', field: 'totalAudioEnergy' },
  audioEnergySent: { type: 'media-source', field: 'totalAudioEnergy' },
  packetsLost: { type: 'inbound-rtp', field: 'packetsLost' },
  packetsReceived: { type: 'inbound-rtp', field: 'packetsReceived' },
  freezes: { type: 'inbound-rtp', field: 'freezeCount' },
  freezeSeconds: { type: 'inbound-rtp', field: 'totalFreezesDuration' },
  samplesReceived: { type: 'inbound-rtp', field: 'totalSamplesReceived' },
  samplesConcealed: { type: 'inbound-rtp', field: 'concealedSamples' },
  samplesConcealedSilently: { type: 'inbound-rtp', field: 'silentConcealedSamples' },
  soundPackets: { type: 'inbound-rtp', field: 'packetsReceived', kind: 'audio' },
  soundAskedAgain: { type: 'inbound-rtp', field: 'nackCount', kind: 'audio' },
  jitterBufferSeconds: { type: 'inbound-rtp', field: 'jitterBufferDelay', kind: 'audio' },
  jitterBufferSamples: { type: 'inbound-rtp', field: 'jitterBufferEmittedCount', kind: 'audio' },
  framesCaptured: { type: 'media-source', field: 'frames' },
  cpuLimitedSeconds: { type: 'outbound-rtp', field: 'qualityLimitationDurations', member: 'cpu' },
};
const counters = Object.keys(origins) as Counter[];
/** These counters may shrink when a packet was only late; any other counter that shrinks has restarted. */
const mayFall = new Set<Counter>(['packetsLost', 'samplesConcealed', 'samplesConcealedSilently']);
const countedTypes = new Set<string>(Object.values(origins).map(({ type }) => type));

/** Receivers report at least every second. */
const staleAfterMs = 5000;

/** mediasoup’s stream for probing the bandwidth; it carries no media. */
const probatorMid = 'probator';

const nothingNow = { roundTripMs: null, lossSent: null, jitterMs: null, availableKbps: null };
export const noStatistics: CallStatistics = { ...zeros(), ...nothingNow };

/**
 * Sums samples of a call’s transports. Each stream is counted separately and kept after it has ended, because a rejoin of either side replaces
 * streams and new transports restart their counters.
 */
export class StatisticsLedger {
  readonly #streams = new Map<string, Record<Counter, number>>();
  readonly #finished = zeros();

  /** Adds one sample of both transports (null where there is none) and returns the totals since the first one. */
  add(reports: { send: Report | null; receive: Report | null }): CallStatistics {
    const sent = entriesOf(reports.send);
    const received = entriesOf(reports.receive);
    for (const entry of [...sent, ...received]) if (countedTypes.has(String(entry['type']))) this.#count(entry);
    const total = { ...this.#finished };
    for (const stream of this.#streams.values()) for (const counter of counters) total[counter] += stream[counter];
    return { ...total, ...connectionOf(sent, received) };
  }

  #count(entry: Entry): void {
    const reading = zeros();
    for (const counter of counters) {
      reading[counter] = valueOf(entry, origins[counter]);
    }
    const key = `${String(entry['type'])} ${String(entry['id'])}`;
    const before = this.#streams.get(key);
    this.#streams.set(key, reading);
    const restarted = before && counters.some((counter) => !mayFall.has(counter) && reading[counter] < before[counter]);
    if (restarted) for (const counter of counters) this.#finished[counter] += before[counter];
  }
}

function valueOf(entry: Entry, { type, field, kind, member }: Origin): number {
  if (entry['type'] !== type || (kind && entry['kind'] !== kind)) return 0;
  const value = entry[field];
  return numbers(member ? (value as Entry | undefined)?.[member] : value)[0] ?? 0;
}

/** Returns the values of the latest sample. */
export function connectionOf(sent: readonly Entry[], received: readonly Entry[]): Pick<CallStatistics, Now> {
  const pairs = (entries: readonly Entry[]) =>
    entries.filter((entry) => entry['type'] === 'candidate-pair' && entry['nominated'] === true);
  const read = (entries: readonly Entry[], field: string) => entries.flatMap((entry) => numbers(entry[field]));
  const reported = recent(sent.filter((entry) => entry['type'] === 'remote-inbound-rtp'));
  const heard = received.filter((entry) => entry['type'] === 'inbound-rtp' && entry['kind'] === 'audio');
  return {
    roundTripMs: greatest(read([...pairs(sent), ...pairs(received)], 'currentRoundTripTime'), 1000),
    lossSent: greatest(read(reported, 'fractionLost')),
    jitterMs: greatest(read(heard, 'jitter'), 1000),
    availableKbps: greatest(read(pairs(sent), 'availableOutgoingBitrate'), 0.001),
  };
}

/** Omits stale reports: a paused stream keeps its last one, which says nothing about the current state. */
function recent(entries: readonly Entry[]): Entry[] {
  const at = (entry: Entry) => numbers(entry['timestamp'])[0] ?? Infinity;
  const latest = Math.max(...entries.map(at));
  return entries.filter((entry) => latest - at(entry) < staleAfterMs || at(entry) === latest);
}

function greatest(values: readonly number[], factor = 1): number | null {
  return values.length === 0 ? null : Math.max(...values) * factor;
}

/** Returns the entries of a report that concern the call. */
export function entriesOf(report: Report | null): Entry[] {
  const entries = report === null ? [] : [...report].map(([, entry]) => entry as Entry);
  return entries.filter((entry) => entry['mid'] !== probatorMid);
}

function numbers(value: unknown): number[] {
  return typeof value === 'number' && Number.isFinite(value) ? [value] : [];
}

function zeros(): Record<Counter, number> {
  return Object.fromEntries(counters.map((counter) => [counter, 0])) as Record<Counter, number>;
}
