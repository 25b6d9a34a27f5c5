import { OfflineError } from './offline-error.ts';

/** No answer came in time. Like every lost answer it leaves open what the request did; `changes` says whether it could do anything. */
export class DeadlineError extends OfflineError {
  readonly changes: boolean;

  constructor(method: string) {
    super(`no answer to the ${method} request in time`);
    this.name = 'DeadlineError';
    this.changes = method !== 'GET';
  }
}

/**
 * Runs a request with all its tries and the reading of its answer, for at most `milliseconds`. Then it is aborted and `DeadlineError`
 * thrown, also where the work itself ignores the signal.
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
