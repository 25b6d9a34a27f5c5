import type { DispensingView, PrescriptionRow } from '../../prescribing/index.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { PharmacyRepository } from '../pharmacies/pharmacy.repository.ts';
import { announceClaim } from './announce-claim.ts';
import type { ClaimRepository } from './claim.repository.ts';
import { toSummary } from './claim.view.ts';

const reached = new Set(['approved', 'dispensing', 'dispensed', 'cancelled', 'expired']);

interface ClaimEndingsDeps {
  claims: ClaimRepository;
  pharmacies: PharmacyRepository;
}

/** Ends claims for a doctor’s cancellation or for expiry, in the transaction of that change. */
export class ClaimEndings extends Service<ClaimEndingsDeps> {
  /** Asks the pharmacies with an open claim to agree to the doctor’s cancellation. */
  async askCancellation(tx: Tx, row: PrescriptionRow, reason: string): Promise<void> {
    for (const claim of await this.deps.claims.openOf(tx, [row.id])) {
      await this.deps.claims.askCancellation(tx, newId(), claim, reason);
      await announceClaim(tx, this.deps.pharmacies, claim, 'dispensing.cancel-asked');
    }
  }

  async expire(tx: Tx, row: PrescriptionRow): Promise<void> {
    for (const claim of await this.deps.claims.openOf(tx, [row.id])) {
      await this.deps.claims.end(tx, claim.id, 'expired', null);
      const about = { entity: 'claim', entityId: claim.id, patientId: row.patientId };
      await tx.audit('dispensing.expired', { ...about, details: { prescriptionId: row.id } });
      await announceClaim(tx, this.deps.pharmacies, claim, 'dispensing.expired');
    }
  }

  /** Returns the dispensing progress of each prescription for everyone who may read it. */
  async summaries(tx: Tx, prescriptions: readonly PrescriptionRow[]): ReturnType<DispensingView> {
    const rows = prescriptions.filter((row) => row.decidedAt !== null && reached.has(row.status));
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const open = new Map((await this.deps.claims.openOf(tx, ids)).map((claim) => [claim.prescriptionId, claim]));
    const dispenses = Map.groupBy(await this.deps.claims.dispensesOf(tx, ids), ({ prescriptionId }) => prescriptionId);
    const asked = new Map(
      (await this.deps.claims.cancellationsOf(tx, ids)).map((entry) => [entry.prescriptionId, entry]),
    );
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
  }
}
