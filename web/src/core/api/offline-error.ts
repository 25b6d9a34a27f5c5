/** The request did not reach the hospital, or its answer was lost. The outcome is unknown. */
export class OfflineError extends Error {
  constructor(cause?: unknown) {
    super('the hospital could not be reached', { cause });
    this.name = 'OfflineError';
  }
}
