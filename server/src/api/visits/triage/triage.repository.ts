import type { TriageDecision } from '@yunzhen/shared/visits/triage.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { visitTriageEntity, type VisitTriageRow } from './visit-triage.entity.ts';

type ViewRow = Omit<TriageDecision, 'at'> & { visitId: string; at: Date };

/** Stores doctors’ decisions on the urgency of visits; rows are only inserted. */
export class TriageRepository {
  async insert(
    tx: Tx,
    {
      practitionerId,
      ...row
    }: Pick<VisitTriageRow, 'id' | 'visitId' | 'priority' | 'reason'> & { practitionerId: string },
  ): Promise<void> {
    const decision = { ...row, hospitalId: tx.hospitalId, byPractitionerId: practitionerId, at: tx.now };
    await tx.manager.insert(visitTriageEntity, decision);
  }

  /** Returns the latest decision on each of these visits. */
  async latest(tx: Tx, visitIds: readonly string[]): Promise<Map<string, TriageDecision>> {
    if (visitIds.length === 0) return new Map();
    const rows = await tx.query<ViewRow>(
      `SELECT DISTINCT ON (t.visit_id) t.visit_id AS "visitId", t.priority, t.reason, t.at,
         json_build_object('id', p.id, 'name', p.name, 'nameLatin', p.name_latin) AS by
       FROM visit_triage t JOIN practitioner p ON p.id = t.by_practitioner_id
       WHERE t.visit_id = ANY($1) ORDER BY t.visit_id, t.at DESC, t.id DESC`,
      [visitIds],
    );
    return new Map(rows.map(({ visitId, at, ...row }) => [visitId, { ...row, at: at.toISOString() }]));
  }
}
