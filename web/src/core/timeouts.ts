/**
 * Time limits, intervals and retry delays that a browser test would otherwise wait for, in milliseconds. A test sets `globalThis.yunzhenTimeouts`
 * before the page’s scripts run; nothing else does.
 */
const standard = {
  /** Delay before the second attempt of a retried request; three and nine times as long before the third and fourth. */
  'api.retry': 300,
  /** Deadline of a request, including all attempts. */
  'api.deadline': 20_000,
  /** Deadline of a request that downloads or sends a file. */
  'api.file': 120_000,
  /** Longest time between two progress events of an upload, and from the last one to the answer. */
  'api.upload': 30_000,
  /** Refetch interval of a page whose record socket never connects (a proxy may block it). */
  'realtime.refetch': 15_000,
  /** How long a disconnected participant is shown as coming back. */
  'calls.comingBack': 30_000,
  /** Three losses within this time reduce the connection to sound alone. */
  'calls.lossWindow': 60_000,
  /** Time for ICE and DTLS before the next recovery step: on the first join, on new transports, on the same ones. */
  'calls.firstMedia': 6_000,
  'calls.newMedia': 4_000,
  'calls.sameMedia': 2_500,
  /** After a recovery, how long the report waits for expected sound and picture. */
  'calls.arrival': 10_000,
  /** Bounds of the answer timeout of the node while no packets pass; within them it is a number of round trips. */
  'calls.shortestAnswer': 500,
  'calls.longestAnswer': 2_500,
  /** How long a connection must be steady before it carries pictures again. */
  'calls.steady': 30_000,
  /** A camera is paused after the connection was too weak for this long. */
  'calls.weakFor': 4_000,
  /** The same during a trial of a paused camera. */
  'calls.weakInTrial': 2_500,
  /** A trial that lasts this long has succeeded. */
  'calls.pictureTrial': 5_000,
  /** First pause of a camera; it doubles with each failed trial. */
  'calls.firstPause': 8_000,
  'calls.longestPause': 60_000,
  /** Time for the blur’s runtime and model to load and its first frames to be in time. */
  'blur.start': 30_000,
  /** A blurred frame that takes longer is too slow. */
  'blur.slowestFrame': 100,
  /** How long the connection check waits for a transport to connect. */
  'connection-check.connect': 5_000,
  /** How long the connection check measures. */
  'connection-check.exchange': 3_000,
} as const;

export type TimeoutName = keyof typeof standard;

export type GivenTimeouts = Partial<Record<TimeoutName, number>>;

const given = (globalThis as { yunzhenTimeouts?: GivenTimeouts }).yunzhenTimeouts;

/** Completes the test’s object in place: values read at the time of use can change while the page is open. */
export const timeouts: Readonly<Record<TimeoutName, number>> = Object.assign(given ?? {}, { ...standard, ...given });
