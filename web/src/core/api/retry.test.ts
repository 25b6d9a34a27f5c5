import { describe, expect, it } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { OfflineError } from './offline-error.ts';
import { withRetry } from './retry.ts';

/** Runs a request that always fails and tells how long it waited in between. */
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

describe('trying again', () => {
  it('waits longer each time and gives up after four tries', async () => {
    const { waits, tries } = await waitsOf(new OfflineError());
    expect(tries).toBe(4);
    expect(waits).toHaveLength(3);
    for (const [index, least] of [300, 900, 2700].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least);
      expect(waits[index]).toBeLessThanOrEqual(least * 1.5);
    }
  });

  it('is for what may pass, not for what was refused', async () => {
    expect((await waitsOf(new AppError('service.unavailable'))).tries).toBe(4);
    expect((await waitsOf(new AppError('internal'))).tries).toBe(1);
    expect((await waitsOf(new AppError('request.rate-limited'))).tries).toBe(1);
  });

  it('stops when nobody waits for the answer any more', async () => {
    expect((await waitsOf(new OfflineError(), AbortSignal.abort())).tries).toBe(1);
  });
});
