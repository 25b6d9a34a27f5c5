import { performance } from 'node:perf_hooks';
import { loadCuratedFormulary } from '../../server/src/api/catalogues/formulary/curated-formulary.ts';
import type { ReleasedRules } from '../../server/src/api/prescribing/safety/knowledge/released-knowledge.ts';
import { SafetyThreads } from '../../server/src/api/prescribing/safety/threads/safety-threads.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { draftItem, safetyCase } from '../../server/src/api/prescribing/safety/testing/safety-case.ts';

export interface SafetyCheckFigures {
  /** Milliseconds of one check of ten lines against twenty active medicines. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Processor time of all threads for one check, which a busy machine changes little. */
  readonly processorMs: number;
  readonly issues: number;
}

/**
 * Measures ten lines against twenty active medicines, half of them free text, cycling through the formulary, as the save of a draft runs it. Includes
 * the round trip to the worker thread. `release`: the rules of a hospital instead of those of the program.
 */
export async function measureSafetyCheck(
  rounds = 400,
  release: ReleasedRules | null = null,
): Promise<SafetyCheckFigures> {
  const threads = new SafetyThreads(createLogger({ level: 'silent', name: 'bench' }));
  const { products } = loadCuratedFormulary();
  const at = (n: number) => products[(n * 37) % products.length];
  let issues = 0;
  let since = process.cpuUsage();
  const times: number[] = [];
  for (let round = 0; round < rounds + 50; round++) {
    const items = Array.from({ length: 10 }, (_, n) => ({
      ...draftItem(at(round + n)?.id ?? ''),
      id: `line-${n}`,
    }));
    const activeMedicines = Array.from({ length: 20 }, (_, n) => {
      const product = at(round * 3 + n + 100);
      return {
        id: `active-${n}`,
        origin: n % 2 === 0 ? ('prescription' as const) : ('stated' as const),
        productId: n % 2 === 0 ? (product?.id ?? null) : null,
        prescribedAt: null,
        text: `${product?.name.zh ?? ''} 每日1次`,
      };
    });
    const input = safetyCase({ items, activeMedicines, conditionCodes: ['I10', 'E11.9', 'N18.3', 'J45.9'], release });
    const begun = performance.now();
    const found = await threads.check(input);
    const took = performance.now() - begun;
    // The first rounds load the tables and warm up.
    if (round < 50) {
      since = process.cpuUsage();
      continue;
    }
    times.push(took);
    issues += found.issues.length;
  }
  const used = process.cpuUsage(since);
  await threads.stop();
  times.sort((a, b) => a - b);
  const quantile = (q: number) => times[Math.floor(times.length * q)] ?? Number.NaN;
  return {
    medianMs: quantile(0.5),
    p95Ms: quantile(0.95),
    processorMs: (used.user + used.system) / 1000 / rounds,
    issues,
  };
}
