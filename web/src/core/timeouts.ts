/**
 * Time limits, intervals and retry delays of the pages that a browser test would otherwise wait for, in milliseconds. A test sets
 * `globalThis.yunzhenTimeouts` before the page's scripts run; nothing else does.
 */
const standard = {
  /** Before the second try of a request that may pass in a moment; three and nine times as long before the third and fourth. */
  'api.retry': 300,
  /** A request has this long for its answer, with all its tries. */
  'api.deadline': 20_000,
  /** A request that fetches or sends a file has this long. */
  'api.file': 120_000,
  /** An upload that reports its progress has this long from one step to the next, and to its answer. */
  'api.upload': 30_000,
  /** A page whose record socket never connects (a proxy may block it) refetches this often. */
  'realtime.refetch': 15_000,
  /** A participant whose connection dropped is shown as coming back for this long. */
  'calls.comingBack': 30_000,
  /** Three losses within this time, and the connection carries sound alone. */
  'calls.lossWindow': 60_000,
  /** ICE and DTLS have this long before the next step of a recovery: for the first time, on new transports, on the same ones. */
  'calls.firstMedia': 6_000,
  'calls.newMedia': 4_000,
  'calls.sameMedia': 2_500,
  /** After a recovery, expected sound and picture have this long to arrive before it is reported without them. */
  'calls.arrival': 10_000,
  /** While no packets pass, the node’s answers are waited for some round trips long, within these bounds. */
  'calls.shortestAnswer': 700,
  'calls.longestAnswer': 2_500,
  /** A connection has to be steady for this long before it carries pictures again. */
  'calls.steady': 30_000,
  /** A camera rests when the connection was too weak for this long. */
  'calls.weakFor': 4_000,
  /** The same while a camera that rested is tried again. */
  'calls.weakInTrial': 2_500,
  /** A trial that lasts this long has succeeded. */
  'calls.pictureTrial': 5_000,
  /** How long a camera rests at first; the pause doubles with each failed trial. */
  'calls.firstPause': 8_000,
  'calls.longestPause': 60_000,
  /** Runtime and model of the blur have this long to come, and its first frames to be in time. */
  'blur.start': 30_000,
  /** A blurred frame that takes longer is too slow. */
  'blur.slowestFrame': 100,
  /** How long the connection check waits for a transport to connect. */
  'connection-check.connect': 5_000,
  /** How long it measures. */
  'connection-check.exchange': 3_000,
} as const;

export type TimeoutName = keyof typeof standard;

export type GivenTimeouts = Partial<Record<TimeoutName, number>>;

const given = (globalThis as { yunzhenTimeouts?: GivenTimeouts }).yunzhenTimeouts;

/** The object that a test gave is completed in place: what is read at the moment of use can change while the page is open. */
export const timeouts: Readonly<Record<TimeoutName, number>> = Object.assign(given ?? {}, { ...standard, ...given });
