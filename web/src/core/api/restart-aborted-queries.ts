import type { PiniaColadaPlugin } from '@pinia/colada';

/**
 * Sends a query again when the previous page aborted it by closing and the next page needs it. Pinia Colada would wait for the aborted request, and
 * the page would load for ever.
 */
export const restartAbortedQueries: PiniaColadaPlugin = ({ queryCache }) => {
  queryCache.$onAction(({ name, args }) => {
    if (name !== 'track') return;
    const [entry] = args;
    if (entry.pending?.abortController.signal.aborted) queryCache.cancel(entry);
  });
};
