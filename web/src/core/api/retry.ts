import { AppError } from '@yunzhen/shared/core/errors';
import { timeouts } from '../timeouts.ts';
import { OfflineError } from './offline-error.ts';

/** Waits before the second, third and fourth attempt, in milliseconds, each lengthened by up to half at random. */
const waits = [1, 3, 9].map((times) => times * timeouts['api.retry']);

const passing = new Set(['service.unavailable', 'service.draining', 'hospital.moving']);

/** Returns true when the same request may succeed shortly and repeating it is harmless. */
export function mayPass(error: unknown): boolean {
  return error instanceof OfflineError || (error instanceof AppError && passing.has(error.code));
}

export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Runs the request and retries temporary failures. Stops at once when the signal is aborted. */
export async function withRetry<T>(
  request: () => Promise<T>,
  options: {
    signal?: AbortSignal | undefined;
    pause?: Pause | undefined;
  } = {},
): Promise<T> {
  const pause = options.pause ?? pauseFor;
  for (let attempt = 0; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      const wait = waits[attempt];
      if (wait === undefined || !mayPass(error) || options.signal?.aborted) throw error;
      await pause(wait * (1 + Math.random() / 2), options.signal);
    }
  }
}

const pauseFor: Pause = (milliseconds, signal) => {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    }
    signal?.addEventListener('abort', stop, { once: true });
  });
};
