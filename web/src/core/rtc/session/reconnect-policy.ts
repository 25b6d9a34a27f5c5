import { timeouts } from '../../timeouts.ts';
import type { CallFailure } from './call-failure.ts';

/**
 * What was lost. `transport`: packets do not pass; the signalling may work. `socket`: signalling is lost; media may flow. `notice`: the node is
 * draining, but still carries the call.
 * `place`: the node has closed this participant’s stay. `join`: an attempt to join has failed.
 */
export type Loss = 'transport' | 'socket' | 'notice' | 'place' | 'join';

/** Why a call is over for this page. */
export type StopReason = 'left' | 'ended' | 'replaced' | 'removed' | 'refused' | 'signed-out' | 'unsupported';

export interface ReconnectHistory {
  lost: Loss;
  /** Failure of the last attempt or reported by the node; null when a connection was simply lost. */
  failure: CallFailure | null;
  /** Attempts to join since the call was last fully connected. */
  joins: number;
  /** Attempts to resume the present stay on a new socket, since packets last passed. */
  resumes: number;
  /** ICE restarts on the present transports since packets last passed. */
  iceRestarts: number;
  /** Rebuilds of the present stay’s transports since packets last passed. */
  rebuilds: number;
  /** Whether a stay on a node may still be resumed. */
  resumable: boolean;
  socketUp: boolean;
  mediaUp: boolean;
  /** The browser’s network state. */
  online: boolean;
}

export type NextStep =
  | { rung: 'ice-restart' | 'resume' | 'rebuild'; delayMs: number }
  /** `keepMedia`: the present transports still carry the call, so they stay until the new ones have joined. */
  | { rung: 'rejoin'; delayMs: number; keepMedia: boolean }
  | { rung: 'stop'; reason: StopReason };

export type Rung = Exclude<NextStep['rung'], 'stop'>;

/**
 * Delays before the n-th attempt to join; the last one repeats while the visit is open. A dead node, or a replacement for its visits, is available
 * after three to six seconds: until then two attempts a second find it soon.
 */
const rejoinDelaysMs = [0, 300, 400, 500, 500, 500, 500, 500, 500, 500, 2000, 3000, 4000, 5000] as const;
export const longestDelayMs = 5000;
/** When a worker or a node dies, all its participants return at once: their first attempts spread over this time. */
const firstSpreadMs = 200;
/** Largest share that jitter subtracts from a delay, so that no delay exceeds the longest one. */
const jitterShare = 0.3;
/** After "node full" or a rate limit, delays start at this index of the list. */
const patientIndex = 10;
/** A rejection of our parameters may be a race with a closing node, but not three times. */
const invalidParametersLimit = 3;

const stops: Partial<Record<CallFailure, StopReason>> = {
  'call.ended': 'ended',
  'call.replaced': 'replaced',
  'call.removed': 'removed',
  'call.not-permitted': 'refused',
  // The patient has not checked in yet.
  'visit.not-in-progress': 'refused',
  'auth.forbidden': 'refused',
  'visit.not-your-visit': 'refused',
  'resource.not-found': 'refused',
  'auth.required': 'signed-out',
  'auth.session-expired': 'signed-out',
  'auth.session-reused': 'signed-out',
  unsupported: 'unsupported',
};

const patientCodes: ReadonlySet<CallFailure> = new Set<CallFailure>(['call.busy', 'request.rate-limited']);

/**
 * Returns the next step of the recovery ladder: ICE restart on the same transports, resume on a new socket, new transports on the same socket,
 * rejoin. Pure: the same history and jitter give the same step.
 *
 * @param jitter a number in [0, 1), drawn by the caller
 */
export function nextStep(history: ReconnectHistory, jitter: number): NextStep {
  const stop = history.failure === null ? undefined : stops[history.failure];
  if (stop !== undefined) return { rung: 'stop', reason: stop };
  if (history.failure === 'call.invalid-parameters' && history.joins >= invalidParametersLimit) {
    return { rung: 'stop', reason: 'unsupported' };
  }
  const rung = rungOf(history);
  const delayMs = history.online ? delayOf(rung, history, jitter) : longestDelayMs;
  if (rung !== 'rejoin') return { rung, delayMs };
  return { rung, delayMs, keepMedia: history.mediaUp && history.lost !== 'place' };
}

function rungOf({ lost, joins, resumes, iceRestarts, rebuilds, resumable, socketUp }: ReconnectHistory): Rung {
  if (lost === 'place' || lost === 'notice') return 'rejoin';
  // Stay and node may survive a long absence, and so may the API’s assignment of the node: both are tried in turn.
  if (!socketUp) return resumable && resumes <= joins ? 'resume' : 'rejoin';
  if (lost === 'join') return 'rejoin';
  // Signalling works. A resume has restarted ICE as well.
  if (iceRestarts + resumes === 0) return 'ice-restart';
  return rebuilds === 0 ? 'rebuild' : 'rejoin';
}

/** Returns the delay of a step. Steps on the present stay already gave packets time to return, so the next one follows at once. */
function delayOf(rung: Rung, history: ReconnectHistory, jitter: number): number {
  const { failure, joins, resumes } = history;
  const patient = failure !== null && patientCodes.has(failure);
  if (rung === 'ice-restart' || rung === 'rebuild') return patient ? spread(patientIndex, jitter) : 0;
  // The resume that just failed has already waited for this attempt.
  const waited = rung === 'rejoin' && joins > 0 && resumes > joins;
  if (rung === 'resume' && joins === 0) return 0;
  if (waited && !patient) return 0;
  return spread(Math.max(joins, patient ? patientIndex : 0), jitter);
}

function spread(index: number, jitter: number): number {
  const delay = rejoinDelaysMs[Math.min(index, rejoinDelaysMs.length - 1)] ?? longestDelayMs;
  return Math.round(delay === 0 ? firstSpreadMs * jitter : delay * (1 - jitterShare * jitter));
}

/** After this many losses within the window, the connection is not trusted with pictures. */
const lossesForAudioOnly = 3;
const longestSteadyMs = 240_000;

/** Returns whether the connection should carry sound alone. @param losses times of losses, any clock in milliseconds */
export function wantsAudioOnly(losses: readonly number[], now: number): boolean {
  return losses.filter((at) => now - at < timeouts['calls.lossWindow']).length >= lossesForAudioOnly;
}

/**
 * Returns how long the connection must be steady before pictures return; longer after each failure.
 *
 * @param times how often the call was reduced to sound alone
 */
export function steadyBeforePicturesMs(times: number): number {
  return Math.min(timeouts['calls.steady'] * 2 ** Math.max(times - 1, 0), longestSteadyMs);
}
