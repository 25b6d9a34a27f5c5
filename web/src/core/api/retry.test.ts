import { describe, expect, it } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { OfflineError } from './offline-error.ts';
import { withRetry } from './retry.ts';

/** Runs a request that always fails and returns the waits between its attempts. */
async function waitsOf(error: Error, signal?: AbortSignal) {
  const waits: number[] = [];
  let tries = 0;
  const pause = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const request = () => {
    tries++;
    return Promise.reject(error);
  };
  await expect(withRetry(request, { pause, signal })).rejects.toBe(error);
  return { waits, tries };
}

describe('withRetry', () => {
  it('waits longer after each attempt and stops after four', async () => {
    const { waits, tries } = await waitsOf(new OfflineError());
    expect(tries).toBe(4);
    expect(waits).toHaveLength(3);
    for (const [index, least] of [300, 900, 2700].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least);
      expect(waits[index]).toBeLessThanOrEqual(least * 1.5);
    }
  });

  it('retries temporary failures but not rejections', async () => {
    expect((await waitsOf(new AppError('service.unavailable'))).tries).toBe(4);
    expect((await waitsOf(new AppError('internal'))).tries).toBe(1);
    expect((await waitsOf(new AppError('request.rate-limited'))).tries).toBe(1);
  });

  it('stops when the caller aborts', async () => {
    expect((await waitsOf(new OfflineError(), AbortSignal.abort())).tries).toBe(1);
  });
});
