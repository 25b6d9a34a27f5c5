import { timeouts } from '../../timeouts.ts';
import type { CallFailure } from './call-failure.ts';

/**
 * What was lost. `transport`: packets pass no more, the signalling may live. `socket`: signalling is gone, picture and
 * sound may flow. `notice`: the node is about to go, but still carries the call. `place`: the node has closed this
 * participant’s place. `join`: an attempt to come in has failed.
 */
export type Loss = 'transport' | 'socket' | 'notice' | 'place' | 'join';

/** Why a call is over for this page. */
export type StopReason = 'left' | 'ended' | 'replaced' | 'removed' | 'refused' | 'signed-out' | 'unsupported';

export interface ReconnectHistory {
  lost: Loss;
  /** What the last attempt or the node reported; null when a connection simply went. */
  failure: CallFailure | null;
  /** Attempts to join since the call was last whole. */
  joins: number;
  /** Attempts to take the present stay up again on a new socket, since packets last passed. */
  resumes: number;
  /** ICE restarts on the present transports since packets last passed. */
  iceRestarts: number;
  /** Times that the present stay got new transports since packets last passed. */
  rebuilds: number;
  /** There is a stay on a node that may still be taken up again. */
  resumable: boolean;
  socketUp: boolean;
  mediaUp: boolean;
  /** What the browser says of its network. */
  online: boolean;
}

export type NextStep =
  | { rung: 'ice-restart' | 'resume' | 'rebuild'; delayMs: number }
  /** `keepMedia`: the present transports still carry the call, so they stay until the new ones have joined. */
  | { rung: 'rejoin'; delayMs: number; keepMedia: boolean }
  | { rung: 'stop'; reason: StopReason };

export type Rung = Exclude<NextStep['rung'], 'stop'>;

/**
 * Waiting before the n-th attempt to join. The last one repeats for as long as the visit is open. A node that died is back, or
 * its visits are elsewhere, after three to six seconds: until then two attempts a second find it soon.
 */
const rejoinDelaysMs = [0, 300, 400, 500, 500, 500, 500, 500, 500, 500, 2000, 3000, 4000, 5000] as const;
export const longestDelayMs = 5000;
/** When a worker or a node dies, all its participants come back at once: the first attempt spreads over this time. */
const firstSpreadMs = 200;
/** How much of a delay the jitter may take away, so that no delay ever exceeds the longest one. */
const jitterShare = 0.3;
/** A full node or a rate limit asks for patience: start this far up the list of delays. */
const patientIndex = 10;
/** A refusal of our own parameters may be a race with a node that is closing, but not three times. */
const invalidParametersLimit = 3;

const stops: Partial<Record<CallFailure, StopReason>> = {
  'call.ended': 'ended',
  'call.replaced': 'replaced',
  'call.removed': 'removed',
  'call.not-permitted': 'refused',
  // Before the patient has checked in.
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
 * The next rung of the recovery ladder: ICE restart on the same transports, taking the stay up again on a new socket, new
 * transports on the same socket, joining anew. Pure: the same history and jitter give the same step.
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
  // A stay and the node that has it may outlive a long absence, the api’s pin as well: both are tried in turn.
  if (!socketUp) return resumable && resumes <= joins ? 'resume' : 'rejoin';
  if (lost === 'join') return 'rejoin';
  // Signalling lives. A resume has restarted ICE as well.
  if (iceRestarts + resumes === 0) return 'ice-restart';
  return rebuilds === 0 ? 'rebuild' : 'rejoin';
}

/** Rungs on the present stay have had the time that packets get to come back, so the next one follows at once. */
function delayOf(rung: Rung, history: ReconnectHistory, jitter: number): number {
  const { failure, joins, resumes } = history;
  const patient = failure !== null && patientCodes.has(failure);
  if (rung === 'ice-restart' || rung === 'rebuild') return patient ? spread(patientIndex, jitter) : 0;
  // A resume that has just failed has waited for this attempt already.
  const waited = rung === 'rejoin' && joins > 0 && resumes > joins;
  if (rung === 'resume' && joins === 0) return 0;
  if (waited && !patient) return 0;
  return spread(Math.max(joins, patient ? patientIndex : 0), jitter);
}

function spread(index: number, jitter: number): number {
  const delay = rejoinDelaysMs[Math.min(index, rejoinDelaysMs.length - 1)] ?? longestDelayMs;
  return Math.round(delay === 0 ? firstSpreadMs * jitter : delay * (1 - jitterShare * jitter));
}

/** So many losses within this time, and the line is not trusted with pictures. */
const lossesForAudioOnly = 3;
const longestSteadyMs = 240_000;

/** Whether the line is to carry sound alone. @param losses when the call was lost, any clock in milliseconds */
export function wantsAudioOnly(losses: readonly number[], now: number): boolean {
  return losses.filter((at) => now - at < timeouts['calls.lossWindow']).length >= lossesForAudioOnly;
}

/**
 * How long the line has to be steady before pictures come back. A line that failed again has to prove itself longer each time.
 *
 * @param times how often the call went down to sound alone
 */
export function steadyBeforePicturesMs(times: number): number {
  return Math.min(timeouts['calls.steady'] * 2 ** Math.max(times - 1, 0), longestSteadyMs);
}
