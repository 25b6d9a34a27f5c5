import { describe, expect, it } from 'vitest';
import { VisitAdmission } from './visit-admission.ts';

/** Returns how many visits a node of 64 cores accepts, after ten measurements of what it sends with that many running visits. */
function free(maxMbps: number | undefined, running: number, sentMbps: number | null, load = 0.1): number {
  const admission = new VisitAdmission({ loadLimit: 0.85, maxMbps });
  for (let n = 0; n < 200; n++) admission.measure({ workers: 64, load, running, waiting: 0, sentMbps });
  return admission.free(running);
}

describe('admission by what the network carries', () => {
  it('accepts as many visits as fit beside what is sent', () => {
    expect(free(1_000, 0, 0)).toBe(300);
    // Visits of 2 Mbit/s: (900 - 400) / 2.
    expect(free(1_000, 200, 400)).toBeGreaterThan(240);
    expect(free(1_000, 200, 400)).toBeLessThan(252);
    expect(free(1_000, 400, 899)).toBe(0);
    expect(free(1_000, 500, 1_200)).toBe(0);
  });

  it('does not bill other traffic of the machine to few visits', () => {
    // At most twice the assumed 3 Mbit/s: (900 - 500) / 6.
    expect(free(1_000, 2, 500, 0)).toBeGreaterThanOrEqual(65);
    expect(free(1_000, 2, 500, 0)).toBeLessThanOrEqual(67);
  });

  it('is no limit without a setting, and goes by the last known rate', () => {
    expect(free(undefined, 200, 400)).toBeGreaterThan(1_000);
    expect(free(1_000, 0, null)).toBe(300);
  });

  it('counts visits that were opened since the measurement', () => {
    const admission = new VisitAdmission({ loadLimit: 0.85, maxMbps: 100 });
    admission.measure({ workers: 64, load: 0, running: 0, waiting: 0, sentMbps: 0 });
    expect([admission.free(0), admission.free(29), admission.free(30)]).toEqual([30, 1, 0]);
  });
});
