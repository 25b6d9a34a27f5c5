import { OfflineError } from './offline-error.ts';

/** No answer arrived before the deadline, so the outcome is unknown. `changes` tells whether the request could have changed anything. */
export class DeadlineError extends OfflineError {
  readonly changes: boolean;

  constructor(method: string) {
    super(`no answer to the ${method} request in time`);
    this.name = 'DeadlineError';
    this.changes = method !== 'GET';
  }
}

/**
 * Runs a request, including retries and reading the response, for at most `milliseconds`. Then aborts it and throws `DeadlineError`, even where the
 * work ignores the signal.
 */
export async function withDeadline<T>(
  request: { method: string; milliseconds: number; signal?: AbortSignal | null | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, deadline.signal]) : deadline.signal;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new DeadlineError(request.method);
      deadline.abort(error);
      reject(error);
    }, request.milliseconds);
  });
  try {
    return await Promise.race([work(signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
