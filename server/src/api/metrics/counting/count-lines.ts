import { antibioticClasses, countedChecks, medicineClasses } from '@yunzhen/shared/metrics/measures';
import { numberIn, type Contributions } from './contribution.ts';
import type { CountedEvent } from './counted-event.ts';

/** Counts the lines of a signed prescription by medicine class, and its alerts by check. Facts have the same names as counters. */
export function countLines(into: Contributions, event: CountedEvent): void {
  const take = (name: Parameters<Contributions['count']>[1]) => {
    const times = numberIn(event, name) ?? 0;
    into.count(event, name, times);
    return times;
  };
  into.count(event, 'lines.prescribed', numberIn(event, 'items') ?? 0);
  let open = 0;
  for (const atc of medicineClasses) {
    take(`lines.${atc}`);
    open += take(`open-lines.${atc}`);
  }
  into.count(event, 'lines.open-to-generic', open);
  let antibiotics = 0;
  for (const atc of antibioticClasses) antibiotics += take(`antibiotic.J01${atc}`);
  into.count(event, 'lines.antibiotic', antibiotics);
  for (const check of countedChecks) {
    take(`alerts.${check}`);
    take(`overrides.${check}`);
  }
}
