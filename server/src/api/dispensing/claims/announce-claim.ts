import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';
import type { PharmacyRepository } from '../pharmacies/pharmacy.repository.ts';

/** Publishes a change of a claim to the people of its pharmacy, for their open pages. */
export async function announceClaim(
  tx: Tx,
  pharmacies: PharmacyRepository,
  { id, pharmacyId }: { id: string; pharmacyId: string },
  type: RecordEventType & `dispensing.${string}`,
): Promise<void> {
  const accountIds = await pharmacies.accountsOf(tx, pharmacyId);
  await emitEvent(tx, type, { entityId: id, changes: [{ entity: 'claim', id, to: { accountIds } }] });
}
