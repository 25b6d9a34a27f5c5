import { AppError } from '@yunzhen/shared/core/errors';

/**
 * Runs tasks one after another, in order of arrival; a failure does not affect the others. Throws `service.unavailable` when too many are queued, so
 * that the client can retry in a moment.
 */
export function inTurn(maxWaiting: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= maxWaiting) throw new AppError('service.unavailable', 'too many files are being processed');
    waiting += 1;
    const mine = last.then(work);
    last = mine.then(
      () => (waiting -= 1),
      () => (waiting -= 1),
    );
    return mine;
  };
}
