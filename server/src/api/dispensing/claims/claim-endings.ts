import type { DispensingView, PrescriptionRow, SigningHooks } from '../../prescribing/index.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';
import type { PharmacyRepository } from '../pharmacies/pharmacy.repository.ts';
import type { ClaimRepository } from './claim.repository.ts';
import { toSummary } from './claim.view.ts';

interface Parts {
  claims: ClaimRepository;
  pharmacies: PharmacyRepository;
}

/** What happens to a claim from the doctor’s side and from the calendar’s, in the transaction that makes it happen. */
export function claimHooks({ claims, pharmacies }: Parts): SigningHooks {
  const tell = async (tx: Tx, claimId: string, pharmacyId: string, type: RecordEventType & `dispensing.${string}`) => {
    const accountIds = await pharmacies.accountsOf(tx, pharmacyId);
    await emitEvent(tx, type, { entityId: claimId, changes: [{ entity: 'claim', id: claimId, to: { accountIds } }] });
  };
  return {
    cancelAsked: async (tx, row, reason) => {
      for (const claim of await claims.openOf(tx, [row.id])) {
        await claims.askCancellation(tx, newId(), claim, reason);
        await tell(tx, claim.id, claim.pharmacyId, 'dispensing.cancel-asked');
      }
    },
    expired: async (tx, row) => {
      for (const claim of await claims.openOf(tx, [row.id])) {
        await claims.end(tx, claim.id, 'expired', null);
        const about = { entity: 'claim', entityId: claim.id, patientId: row.patientId };
        await tx.audit('dispensing.expired', { ...about, details: { prescriptionId: row.id } });
        await tell(tx, claim.id, claim.pharmacyId, 'dispensing.expired');
      }
    },
  };
}

const reached = new Set(['approved', 'dispensing', 'dispensed', 'cancelled', 'expired']);

/** How far the dispensing of each has come, for all who may read the prescription. */
export function dispensingView({ claims }: Parts): DispensingView {
  return async (tx: Tx, prescriptions: readonly PrescriptionRow[]) => {
    const rows = prescriptions.filter((row) => row.decidedAt !== null && reached.has(row.status));
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const open = new Map((await claims.openOf(tx, ids)).map((claim) => [claim.prescriptionId, claim]));
    const dispenses = Map.groupBy(await claims.dispensesOf(tx, ids), ({ prescriptionId }) => prescriptionId);
    const asked = new Map((await claims.cancellationsOf(tx, ids)).map((entry) => [entry.prescriptionId, entry]));
    return new Map(
      rows.map((row) => [
        row.id,
        toSummary(row, {
          claim: open.get(row.id) ?? null,
          dispenses: dispenses.get(row.id) ?? [],
          cancellation: asked.get(row.id) ?? null,
        }),
      ]),
    );
  };
}
