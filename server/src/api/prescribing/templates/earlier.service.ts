import type { EarlierPrescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import { Service } from '../../../platform/service.ts';
import type { OfferedFormulary, OfferedMedicines } from '../drafts/offered-medicines.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { copiedLines } from './copied-lines.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface EarlierServiceDeps extends PrescribingPart<'transactions' | 'repository' | 'visits'> {
  readonly offered: OfferedMedicines;
}

/** Lists earlier prescriptions of a patient for the doctor of the current visit. */
export class EarlierService extends Service<EarlierServiceDeps> {
  list(
    context: ActorContext,
    visitId: string,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: EarlierPrescription[]; next: string | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.requireConduct(tx, context.actor, visitId);
      const rows = await this.deps.repository.listOwn(
        tx,
        { patientId: visit.patientId },
        { limit: query.limit, after: decodeCursor(query.cursor), status: null },
      );
      await tx.audit('prescription.read', {
        entity: 'visit',
        entityId: visitId,
        patientId: visit.patientId,
        details: { count: Math.min(rows.length, query.limit), earlier: true },
      });
      const offered = await this.deps.offered.of(tx);
      const surrounded = await this.deps.repository.surround(tx, rows);
      return cutPage(
        surrounded,
        query.limit,
        (row) => ({ at: row.createdAt, id: row.id }),
        (row) => viewOf(row, offered),
      );
    });
  }
}

function viewOf(row: PrescriptionWithSurroundings, offered: OfferedFormulary): EarlierPrescription {
  const { id, number, status, around } = row;
  return {
    id,
    number,
    status,
    signedAt: (row.signedAt ?? row.createdAt).toISOString(),
    doctor: { id: row.practitionerId, name: around.doctorName, nameLatin: around.doctorNameLatin },
    diagnoses: row.diagnoses,
    lines: copiedLines(offered, row.items),
  };
}
