import { setTimeout as delay } from 'node:timers/promises';
import { timeouts } from '../platform/config/timeouts.ts';

/** One thing that serving needs: resolves to true when it is there. */
export type ReadinessCheck = () => Promise<boolean>;

export interface Readiness {
  ready: boolean;
  parts: Record<string, boolean>;
}

/** Asks all checks at once. One that fails, or has no answer in time, counts as not ready: the answer never hangs. */
export async function readinessOf(checks: Readonly<Record<string, ReadinessCheck>>): Promise<Readiness> {
  const limit = new AbortController();
  const tooLate = delay(timeouts['ready.answer'], false, { signal: limit.signal }).catch(() => false);
  const parts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await Promise.race([safely(check), tooLate])] as const),
  );
  limit.abort();
  return { ready: parts.every(([, fine]) => fine), parts: Object.fromEntries(parts) };
}

const safely = (check: ReadinessCheck): Promise<boolean> => check().catch(() => false);
