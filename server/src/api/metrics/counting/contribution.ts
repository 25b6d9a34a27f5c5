import type { CounterId, HistogramId } from '@yunzhen/shared/metrics/measures';
import type { CountedEvent } from './counted-event.ts';

/** An increment for the group and hour of an event. */
export type Contribution = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly departmentId: string | null;
  readonly practitionerId: string | null;
} & (
  | { readonly counter: CounterId; readonly by: number }
  | { readonly histogram: HistogramId; readonly value: number }
  /** Seconds that ended at `at`, distributed over the hours in which they passed. */
  | { readonly spread: CounterId; readonly seconds: number }
);

/** Collects what one event adds, or one event of a whole subject. */
export class Contributions {
  readonly list: Contribution[] = [];

  count(event: CountedEvent, counter: CounterId, by = 1): void {
    if (by !== 0) this.list.push({ ...groupOf(event), counter, by });
  }

  note(event: CountedEvent, histogram: HistogramId, value: number | null): void {
    if (value !== null) this.list.push({ ...groupOf(event), histogram, value });
  }

  spread(event: CountedEvent, spread: CounterId, seconds: number): void {
    if (seconds > 0) this.list.push({ ...groupOf(event), spread, seconds: Math.round(seconds) });
  }
}

function groupOf({ at, departmentId, practitionerId }: CountedEvent) {
  return { at: at.getTime(), departmentId, practitionerId };
}

/** Returns a fact that is a finite number, else null: an event of an older release may lack it. */
export function numberIn({ facts }: CountedEvent, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
