import { timeouts } from '../../timeouts.ts';

/** One sample of the uplink. */
export interface UplinkSample {
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
  /** The browser’s estimate of the uplink, in kbit/s; null while unknown. */
  readonly availableKbps: number | null;
  /** Share of sent packets that did not reach the node, 0 to 1; null until reported. */
  readonly lossSent: number | null;
  readonly roundTripMs: number | null;
}

/**
 * What is sent of the picture. `full`; `paused`: nothing, so that sound has the whole connection; `trial`: the smallest picture, to test whether the
 * connection carries it again.
 */
export type SentPicture = 'full' | 'paused' | 'trial';

export interface UplinkState {
  readonly picture: SentPicture;
  /** Start of this state. */
  readonly sinceMs: number;
  /** Since when every sample was weak; null when the last one was not. */
  readonly weakSinceMs: number | null;
  /** Consecutive failed trials. */
  readonly failures: number;
}

/**
 * Below this bandwidth the connection is reserved for sound. Sound takes about 50 kbit/s with headers, and the rest cannot carry even the smallest
 * picture in which a face is recognisable.
 */
const enoughKbps = 160;
/** Above this loss the bandwidth estimate is irrelevant: frames arrive too incomplete to be shown. */
const hopelessLoss = 0.4;
/** A send queue this long must drain before sound can be a conversation. */
const hopelessRoundTripMs = 1500;
/** Time for the browser to estimate the bandwidth of a new connection. */
const settlingMs = 6000;
/** After a picture was stable for this long, the next pause is a short one. */
const provenMs = 60_000;
/** Maximum loss and round trip of sound before a picture is tried. */
const calm = { loss: 0.15, roundTripMs: 800 };

export function uplinkAtStart(atMs: number): UplinkState {
  return { picture: 'full', sinceMs: atMs, weakSinceMs: null, failures: 0 };
}

/**
 * Decides whether the local picture is sent. Pauses it after some seconds on a weak connection and tries a small one after a pause; each failed trial
 * doubles the pause, up to a minute.
 */
export function nextUplinkState(state: UplinkState, sample: UplinkSample): UplinkState {
  const { picture, sinceMs } = state;
  const forMs = sample.atMs - sinceMs;
  if (picture === 'paused') {
    const rested = forMs >= pauseMs(state.failures) && isCalm(sample);
    return rested ? tried(state, sample.atMs) : state;
  }
  const settled = picture === 'trial' || forMs >= settlingMs;
  const weakSinceMs = settled && isWeak(sample) ? (state.weakSinceMs ?? sample.atMs) : null;
  // A trial runs on a connection known to be weak, so its harm shows sooner.
  const patienceMs = timeouts[picture === 'trial' ? 'calls.weakInTrial' : 'calls.weakFor'];
  if (weakSinceMs !== null && sample.atMs - weakSinceMs >= patienceMs) {
    const failures = picture === 'trial' || forMs < provenMs ? state.failures + 1 : 1;
    return { picture: 'paused', sinceMs: sample.atMs, weakSinceMs: null, failures };
  }
  if (picture === 'trial' && weakSinceMs === null && forMs >= timeouts['calls.pictureTrial']) {
    return { ...state, picture: 'full', sinceMs: sample.atMs, weakSinceMs };
  }
  return { ...state, weakSinceMs };
}

/** Starts a trial of a paused picture, whatever the connection was like. */
export function tried(state: UplinkState, atMs: number): UplinkState {
  return state.picture === 'paused' ? { ...state, picture: 'trial', sinceMs: atMs, weakSinceMs: null } : state;
}

/** Returns the length of the pause after this many consecutive failures; the first pause counts as one. */
export function pauseMs(failures: number): number {
  return Math.min(timeouts['calls.longestPause'], timeouts['calls.firstPause'] * 2 ** Math.max(0, failures - 1));
}

function isWeak({ availableKbps, lossSent, roundTripMs }: UplinkSample): boolean {
  return (
    (availableKbps !== null && availableKbps < enoughKbps) ||
    (lossSent ?? 0) > hopelessLoss ||
    (roundTripMs ?? 0) > hopelessRoundTripMs
  );
}

function isCalm({ lossSent, roundTripMs }: UplinkSample): boolean {
  return (lossSent ?? 0) <= calm.loss && (roundTripMs ?? 0) <= calm.roundTripMs;
}
