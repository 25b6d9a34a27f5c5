import type { CallFailure } from './call-failure.ts';

/**
 * What was lost. `transport`: packets pass no more, the signalling may live. `socket`: signalling is gone, picture and
 * sound may flow. `notice`: the node is about to go, but still carries the call. `place`: the node has closed this
 * participant’s place. `join`: an attempt to come in has failed.
 */
export type Loss = 'transport' | 'socket' | 'notice' | 'place' | 'join';

/** Why a call is over for this page. */
export type StopReason = 'left' | 'ended' | 'replaced' | 'refused' | 'signed-out' | 'unsupported';

export interface ReconnectHistory {
  lost: Loss;
  /** What the last attempt or the node reported; null when a connection simply went. */
  failure: CallFailure | null;
  /** Attempts to join since the call was last whole. */
  joins: number;
  /** ICE restarts since media last flowed. */
  iceRestarts: number;
  socketUp: boolean;
  mediaUp: boolean;
  /** What the browser says of its network. */
  online: boolean;
}

export type NextStep =
  | { rung: 'restart-ice'; delayMs: number }
  /** `keepMedia`: the present transports still carry the call, so they stay until the new ones have joined. */
  | { rung: 'rejoin'; delayMs: number; keepMedia: boolean }
  | { rung: 'stop'; reason: StopReason };

/** Waiting before the n-th attempt to join. The last one repeats for as long as the visit is open. */
const rejoinDelaysMs = [0, 300, 600, 1200, 2000, 3000, 4000, 5000] as const;
export const longestDelayMs = 5000;
const iceRestartDelaysMs = [0, 500] as const;
/** When a worker or a node dies, all its participants come back at once: the first attempt spreads over this time. */
const firstSpreadMs = 200;
/** How much of a delay the jitter may take away, so that no delay ever exceeds the longest one. */
const jitterShare = 0.3;
/** A full node or a rate limit asks for patience: start this far up the list of delays. */
const patientIndex = 4;
/** A refusal of our own parameters may be a race with a node that is closing, but not three times. */
const invalidParametersLimit = 3;

const stops: Partial<Record<CallFailure, StopReason>> = {
  'call.ended': 'ended',
  'call.replaced': 'replaced',
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
 * The next rung of the recovery ladder. Pure: the same history and jitter give the same step.
 *
 * @param jitter a number in [0, 1), drawn by the caller
 */
export function nextStep(history: ReconnectHistory, jitter: number): NextStep {
  const stop = history.failure === null ? undefined : stops[history.failure];
  if (stop !== undefined) return { rung: 'stop', reason: stop };
  if (history.failure === 'call.invalid-parameters' && history.joins >= invalidParametersLimit) {
    return { rung: 'stop', reason: 'unsupported' };
  }

  const iceDelay = iceRestartDelaysMs[history.iceRestarts];
  if (history.lost === 'transport' && history.socketUp && iceDelay !== undefined) {
    return { rung: 'restart-ice', delayMs: history.online ? iceDelay : longestDelayMs };
  }
  return {
    rung: 'rejoin',
    delayMs: history.online ? rejoinDelay(history, jitter) : longestDelayMs,
    keepMedia: history.mediaUp && history.lost !== 'place',
  };
}

function rejoinDelay({ failure, joins }: ReconnectHistory, jitter: number): number {
  const patient = failure !== null && patientCodes.has(failure);
  const index = Math.min(Math.max(joins, patient ? patientIndex : 0), rejoinDelaysMs.length - 1);
  const delay = rejoinDelaysMs[index] ?? longestDelayMs;
  return Math.round(delay === 0 ? firstSpreadMs * jitter : delay * (1 - jitterShare * jitter));
}
