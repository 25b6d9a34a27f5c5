import type { Tx } from '../../../platform/db/transaction.ts';
import type { HeldPrescriptions } from '../../chart/index.ts';
import type { PrescriptionChecks } from '../safety/prescription-checks.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

/** Prescriptions that do not count, so that their doctor may still call the visit a first visit. */
const closed = new Set(['draft', 'rejected', 'cancelled', 'expired']);

/** Locks the prescriptions of a visit. The version of an examined draft does not change, so that a page with open lines does not become stale. */
export async function heldForBasis(
  { repository, visits, checks }: PrescribingPart<'repository' | 'visits'> & { checks: PrescriptionChecks },
  tx: Tx,
  visitId: string,
): Promise<HeldPrescriptions> {
  const rows = await repository.lockOfVisit(tx, visitId);
  const draft = rows.find(({ status }) => status === 'draft');
  return {
    inForceOf: new Set(rows.filter(({ status }) => !closed.has(status)).map(({ practitionerId }) => practitionerId)),
    examineDraft: async () => {
      if (!draft) return;
      await checks.examine(tx, draft, await visits.getVisit(tx, visitId));
      await repository.save(tx, draft);
    },
  };
}
