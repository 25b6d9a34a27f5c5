import { antibioticClasses, countedChecks, medicineClasses } from '@yunzhen/shared/metrics/measures';
import type { DomainEventFacts } from '../../core/domain-events.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';

type Facts = DomainEventFacts['prescription.signed'];
type Signed = Pick<PrescriptionRow, 'items' | 'safety' | 'acknowledgements'>;

/**
 * Returns what the statistics receive about a signed prescription. Contains counts of lines per class (ATC, antibiotics to the third level) and of
 * lines open to a generic, and the checks with alerts and overrides. Contains no products and no free text.
 */
export function signedFacts(
  { items, safety, acknowledgements }: Signed,
  atcOf: (productId: string) => string | undefined,
): Facts {
  const facts: Facts = {
    items: items.length,
    issues: safety?.issues.length ?? 0,
    overrides: acknowledgements.length,
  };
  for (const { productId, substitutionAllowed } of items) {
    const atc = atcOf(productId) ?? '';
    const first = medicineClasses.find((letter) => atc.startsWith(letter));
    if (first) facts[`lines.${first}`] = (facts[`lines.${first}`] ?? 0) + 1;
    if (first && substitutionAllowed) facts[`open-lines.${first}`] = (facts[`open-lines.${first}`] ?? 0) + 1;
    const third = antibioticClasses.find((letter) => atc.startsWith(`J01${letter}`));
    if (third) facts[`antibiotic.J01${third}`] = (facts[`antibiotic.J01${third}`] ?? 0) + 1;
  }
  const given = new Set(acknowledgements.map(({ issueId }) => issueId));
  for (const check of countedChecks) {
    const alerts = (safety?.issues ?? []).filter((issue) => issue.check === check);
    if (alerts.length > 0) facts[`alerts.${check}`] = 1;
    if (alerts.some(({ id }) => given.has(id))) facts[`overrides.${check}`] = 1;
  }
  return facts;
}
