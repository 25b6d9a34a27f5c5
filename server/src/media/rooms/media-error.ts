import { WorkerClosedError } from 'mediasoup/errors';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';

/**
 * Runs a mediasoup operation on parameters that came from a browser. What mediasoup refuses is the browser's fault and gets
 * `refusedWith`; a worker that has died in the middle is nobody's and gets `service.unavailable`, which says "try again".
 */
export async function guardMedia<Value>(refusedWith: ErrorCode, operate: () => Promise<Value>): Promise<Value> {
  try {
    return await operate();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof WorkerClosedError ? 'service.unavailable' : refusedWith;
    throw new AppError(code, error instanceof Error ? error.message : 'media operation refused', { cause: error });
  }
}
