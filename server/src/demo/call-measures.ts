import type { DomainEventFacts } from '../api/core/domain-events.ts';
import { createRandom } from './random.ts';

/**
 * Returns quality measures for a call of that many seconds: most connections are good, one in nine drops briefly, a few are audio-only for a while.
 * It uses its own random sequence, so that the rest of the history does not change.
 */
export function inventMeasures(seconds: number, bookedAt: Date, badLine = false): DomainEventFacts['call.measured'] {
  const random = createRandom(`call of ${bookedAt.toISOString()}`);
  const poor = random.chance(badLine ? 0.55 : 0.12);
  const mosMedian = poor ? random.between(270, 370) : random.between(395, 438);
  const drops = random.chance(poor ? 0.5 : 0.06) ? random.between(1, 2) : 0;
  return {
    measuredSeconds: seconds * 2,
    audioOnlySeconds: poor ? Math.round(seconds * 2 * random.next() * 0.4) : 0,
    mosMedian,
    mosMean: mosMedian - random.between(0, 12),
    drops,
    recoveryMedianMs: drops > 0 ? Math.round(random.logNormal(1900, 0.35)) : null,
    firstPictureMs: Math.round(random.logNormal(420, 0.4)),
  };
}
