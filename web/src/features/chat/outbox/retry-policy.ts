import type { ErrorCode } from '@yunzhen/shared/core/errors';

/** Temporary: the network, a restart, a rate limit, or a session that the same account renews. */
const passing = new Set<string>([
  'offline',
  'service.unavailable',
  'service.draining',
  'hospital.moving',
  'request.rate-limited',
  'auth.required',
  'auth.session-expired',
]);
/** Usually temporary; when the error persists, it is shown to the user. */
const doubtful = new Set<string>(['internal', 'resource.conflict']);
const doubtfulTries = 5;

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** Returns whether a failed message is retried after this many attempts. `forgotten`: its files must be uploaded again. */
export function isTriedAgain(code: ErrorCode | 'offline', tries: number, forgotten: boolean): boolean {
  return passing.has(code) || ((forgotten || doubtful.has(code)) && tries < doubtfulTries);
}

/** Returns the delay before the next attempt. An event such as a restored network ends the delay early. */
export function waitMs(tries: number): number {
  return Math.min(firstWaitMs * 2 ** tries, longestWaitMs);
}
