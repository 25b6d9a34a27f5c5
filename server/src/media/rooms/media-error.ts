import { WorkerClosedError } from 'mediasoup/errors';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';

/**
 * Runs a mediasoup operation with parameters from a browser. A rejection by mediasoup is the browser's fault and becomes `refusedWith`; the death of
 * a worker becomes `service.unavailable`, after which the client retries.
 */
export async function guardMedia<Value>(refusedWith: ErrorCode, operate: () => Promise<Value>): Promise<Value> {
  try {
    return await operate();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof WorkerClosedError ? 'service.unavailable' : refusedWith;
    throw new AppError(code, error instanceof Error ? error.message : 'media operation failed', { cause: error });
  }
}
