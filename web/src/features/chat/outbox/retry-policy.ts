import type { ErrorCode } from '@yunzhen/shared/core/errors';

/** Ends by itself: the network, a restart, a busy moment, a session that the same person opens again. */
const passing = new Set<string>([
  'offline',
  'service.unavailable',
  'service.draining',
  'request.rate-limited',
  'auth.required',
  'auth.session-expired',
]);
/** Ends by itself as a rule; when it does not, the person is told. */
const doubtful = new Set<string>(['internal', 'resource.conflict']);
const doubtfulTries = 5;

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** Whether a message that failed so is sent again, after so many tries. `forgotten`: files of it are to be uploaded once more. */
export function isTriedAgain(code: ErrorCode | 'offline', tries: number, forgotten: boolean): boolean {
  return passing.has(code) || ((forgotten || doubtful.has(code)) && tries < doubtfulTries);
}

/** How long to wait before the next try. Whatever may help, such as a network that is back, ends the wait. */
export function waitMs(tries: number): number {
  return Math.min(firstWaitMs * 2 ** tries, longestWaitMs);
}
