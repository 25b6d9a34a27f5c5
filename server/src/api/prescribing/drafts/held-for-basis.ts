import type { Tx } from '../../../platform/db/transaction.ts';
import type { HeldPrescriptions } from '../../chart/index.ts';
import type { PrescriptionChecks } from '../safety/prescription-checks.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

/** Prescriptions that no longer count, so that the statement they were signed on may change. */
const closed = new Set(['draft', 'rejected', 'cancelled']);

/** Locks the prescriptions of a visit. The version of an examined draft does not change, so that a page with open lines does not become stale. */
export async function heldForBasis(
  { repository, visits, checks }: PrescribingPart<'repository' | 'visits'> & { checks: PrescriptionChecks },
  tx: Tx,
  visitId: string,
): Promise<HeldPrescriptions> {
  const rows = await repository.lockOfVisit(tx, visitId);
  const draft = rows.find(({ status }) => status === 'draft');
  return {
    signed: rows.some(({ status }) => !closed.has(status)),
    examineDraft: async () => {
      if (!draft) return;
      await checks.examine(tx, draft, await visits.getVisit(tx, visitId));
      await repository.save(tx, draft);
    },
  };
}
