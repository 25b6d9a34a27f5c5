import { ConfigError } from './config.ts';

/**
 * Every time limit, interval and retry delay of the server that a test or a drill may need to shorten, in milliseconds. These are product decisions,
 * not settings of a hospital: `TIMEOUTS` overrides them in tests and is rejected in production.
 */
const standard = {
  /** A job worker without a heartbeat for this long counts as dead, and another runs its job (at least 10 s for pg-boss). */
  'jobs.silentAfter': 15_000,
  /** How often the queue checks for dead workers. */
  'jobs.supervise': 5_000,
  /** The longest pause before a failed job is retried; until then pauses double, starting at one to two seconds. */
  'jobs.longestRetryDelay': 60_000,
  /** How often the job queues are polled for jobs of other processes. */
  'jobs.poll': 2_000,
  /** Heartbeat of an api process on the bus between api processes. */
  'processes.heartbeat': 5_000,
  /** Rows are read this long after their messages arrived over Valkey: left to a heartbeat, they would be thousands at once and hold up pages. */
  'processes.readSoon': 500,
  /** An api process without a heartbeat for this long no longer counts as running. */
  'processes.silentAfter': 15_000,
  /** How often a page's record socket is pinged. */
  'realtime.ping': 10_000,
  /** A page without an answer for this long counts as gone. */
  'realtime.pingTimeout': 8_000,
  /** A record socket that has not proved a session by then is closed. */
  'realtime.admit': 10_000,
  /** How long a stopping api waits for clients that do not finish a request or do not read an answer; twice that while they send. */
  'api.unfinished': 4_000,
  /** How often a media node reports to the api; the api counts it as dead after six seconds. */
  'nodes.heartbeat': 2_000,
  /** How often a media node pings each call socket. */
  'calls.ping': 2_000,
  /** A call socket without an answer to a ping for this long is closed. */
  'calls.pingTimeout': 4_000,
  /** A browser without a consent check (RFC 7675) for this long is unreachable; browsers check every 2.5 to 5 seconds. Whole seconds. */
  'calls.consent': 10_000,
  /** A media node that stops gives participants this long to move to another one. */
  'calls.drainGrace': 4_000,
  /** A node that an operator drains asks one call to move in each of these intervals. */
  'calls.drainPace': 1_000,
  /** A media node that has missed a heartbeat and does not answer within this time loses the call: a healthy one answers within milliseconds. */
  'calls.nodeAnswer': 700,
  /** A connection to a media node whose request headers are not complete by then is closed. */
  'calls.requestHeaders': 5_000,
  /** A TCP connection to a worker that has not requested a transport by then is closed. */
  'calls.firstFrame': 10_000,
  /** How often the clock is compared with the database’s, and future times in the job queue are repaired. */
  'clock.check': 60_000,
  /** Timeout of waiting for a free or new database connection. */
  'database.connect': 5_000,
  /** A statement without an answer for this long ends its connection: slightly above the server's own statement timeout (15 s). */
  'database.answer': 17_000,
  /** How often refusals that were counted for one person, or one media node and visit, instead of recorded one by one are audited. */
  'audit.countedRefusals': 600_000,
  /** Delay after which audit entries are linked into their hospital's chain. */
  'audit.seal': 1_000,
  /** How long a start waits for a port in use: programs of a killed supervisor need a few seconds to end. */
  'ports.free': 10_000,
  /** `/readyz` answers within this time, whatever hangs. */
  'ready.answer': 2_000,
  /** A public page is sent without its head where the database has not answered by then. */
  'page.head': 2_000,
  /** A hospital’s public page is answered from memory for this long, so that anonymous visitors cannot overload the database. */
  'page.cached': 15_000,
  /** A worker thread without work for this long is stopped, because it holds tens of megabytes; starting one takes a third of a second. */
  'threads.idle': 120_000,
  /** A thread for safety checks that has not started by then is given up. */
  'safety.start': 10_000,
  /** A thread that has not read a draft by then is given up. */
  'safety.prepare': 5_000,
  /** A safety check without an answer by then is shown as “not checked”. One takes about a millisecond. */
  'safety.check': 2_000,
  /** Timeout of all checks of a draft, including threads that had to be started. */
  'safety.whole': 8_000,
  /** How long a draft waits for a thread to become free. */
  'safety.wait': 5_000,
  /** Timeout of an answer of the object store with files. */
  'files.answer': 15_000,
  /** Timeout of the identity service. */
  'identity.answer': 8_000,
} as const;

export type TimeoutName = keyof typeof standard;
export type Timeouts = Readonly<Record<TimeoutName, number>>;

/** Reads `TIMEOUTS`, for example `jobs.poll=200 processes.heartbeat=500` (milliseconds). Throws `ConfigError`. */
export function readTimeouts(env: Readonly<Record<string, string | undefined>>): Timeouts {
  const given = (env['TIMEOUTS'] ?? '').split(/[\s,]+/).filter(Boolean);
  if (given.length > 0 && env['NODE_ENV'] === 'production')
    throw new ConfigError(['TIMEOUTS: expected nothing in production']);
  const overrides = given.map((pair) => {
    const [name = '', text = ''] = pair.split('=');
    const milliseconds = Number(text);
    if (!(name in standard) || text === '' || !Number.isInteger(milliseconds) || milliseconds < 0) {
      throw new ConfigError([`TIMEOUTS: expected name=milliseconds with a name of timeouts.ts, not ${pair}`]);
    }
    return [name, milliseconds] as const;
  });
  return Object.freeze({ ...standard, ...Object.fromEntries(overrides) });
}

/** Read once, at process start. */
export const timeouts: Timeouts = readTimeouts(process.env);
