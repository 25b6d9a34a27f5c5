/** The request never reached the hospital, or its answer never came back. Nothing is known about what it did. */
export class OfflineError extends Error {
  constructor(cause?: unknown) {
    super('the hospital could not be reached', { cause });
    this.name = 'OfflineError';
  }
}
