import { AppError } from '@yunzhen/shared/core/errors';

/**
 * Runs works one after another, in the order in which they were asked for; a failed one holds up nobody. Throws
 * `service.unavailable` when so many wait that one more would only fill the memory: asking again in a moment may work.
 */
export function inTurn(maxWaiting: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= maxWaiting) throw new AppError('service.unavailable', 'too many files at once');
    waiting += 1;
    const mine = last.then(work);
    last = mine.then(
      () => (waiting -= 1),
      () => (waiting -= 1),
    );
    return mine;
  };
}
