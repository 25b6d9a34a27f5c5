import type { ErrorCode } from '@yunzhen/shared/core/errors';

/**
 * Why something in a call failed: an error code of the API or node, or a failure that only the browser detects. `unreachable`: no answer in time or
 * no connection. `unsupported`: this browser does not support such a call.
 */
export type CallFailure = ErrorCode | 'unreachable' | 'unsupported';

export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure, message: string = failure, cause?: unknown) {
    super(message, { cause });
    this.name = 'CallError';
    this.failure = failure;
  }
}

/** Derives the failure from any thrown value: our own errors have a code, mediasoup-client’s have a name. */
export function failureOf(error: unknown): CallFailure {
  if (error instanceof CallError) return error.failure;
  if (typeof error !== 'object' || error === null) return 'unreachable';
  if ('code' in error && typeof error.code === 'string') return error.code as ErrorCode;
  if ('name' in error && error.name === 'UnsupportedError') return 'unsupported';
  return 'unreachable';
}

/** Rejects with `unreachable` when the promise has not settled after `milliseconds`. */
export async function withDeadline<Value>(promise: Promise<Value>, milliseconds: number, what: string): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CallError('unreachable', `${what}: no answer in ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
