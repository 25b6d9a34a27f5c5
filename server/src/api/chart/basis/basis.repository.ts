import type { BasisVerdict } from '@yunzhen/shared/chart/visit-basis';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { priorDiagnosisEntity, type PriorDiagnosisRow } from './prior-diagnosis.entity.ts';
import { visitBasisEntity, type VisitBasisRow } from './visit-basis.entity.ts';

export type Evidence = Pick<
  PriorDiagnosisRow,
  'id' | 'source' | 'earlierVisitId' | 'institution' | 'diagnosedOn' | 'diagnoses' | 'pages'
>;

/** What the doctor of a visit stated, with the evidence, as prescriptions read and sign it. */
export interface StatedBasis {
  version: number;
  verdict: BasisVerdict;
  rule: string;
  maxAgeDays: number;
  accountId: string;
  statedAt: Date;
  /** In the order of their codes, by code point; empty for a first visit and a withdrawn statement. */
  conditions: { code: string; title: LocalizedText; evidence: Evidence }[];
}

/** A visit in this hospital that proves diagnoses. */
export interface ProvingVisit {
  visitId: string;
  /** ISO date in the hospital’s calendar. */
  diagnosedOn: string;
  diagnoses: { code: string; title: LocalizedText }[];
}

const evidenceJson = `jsonb_build_object('id', e.id, 'source', e.source, 'earlierVisitId', e.earlier_visit_id, 'institution', e.institution,
  'diagnosedOn', e.diagnosed_on, 'diagnoses', e.diagnoses, 'pages', e.pages)`;

/** Stores evidence of earlier diagnoses and the statements on them; nothing is changed or deleted. */
export class BasisRepository {
  async addEvidence(tx: Tx, row: PriorDiagnosisRow): Promise<boolean> {
    return insertUnlessThere(tx, priorDiagnosisEntity, row);
  }

  async evidenceOf(tx: Tx, visitId: string): Promise<Evidence[]> {
    const rows = await tx.query<{ evidence: Evidence }>(
      `SELECT ${evidenceJson} AS evidence FROM prior_diagnosis e WHERE e.visit_id = $1 ORDER BY e.recorded_at, e.id`,
      [visitId],
    );
    return rows.map(({ evidence }) => evidence);
  }

  /** Returns the digests of pictures among the answers of the visit. */
  pages(tx: Tx, visitId: string, ids: readonly string[]): Promise<{ id: string; sha256: string }[]> {
    return tx.query(
      `SELECT id, coalesce(object->>'sha256', encode(sha256(content), 'hex')) AS sha256 FROM intake_picture WHERE visit_id = $1 AND id = ANY($2) ORDER BY uploaded_at, id`,
      [visitId, ids],
    );
  }

  /** Returns the pictures that this account has opened, by the audit of every reading. */
  async opened(tx: Tx, accountId: string, patientId: string, pageIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (pageIds.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT entity_id AS id FROM audit_event
       WHERE hospital_id = $1 AND patient_id = $2 AND actor_account_id = $3 AND action = 'intake.picture-read' AND outcome = 'done'
         AND entity_id = ANY($4)`,
      [tx.hospitalId, patientId, accountId, pageIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async addStatement(tx: Tx, rows: readonly VisitBasisRow[]): Promise<void> {
    await tx.manager.insert(visitBasisEntity, [...rows]);
  }

  /** Returns the last statement; null before the first. */
  async latest(tx: Tx, visitId: string): Promise<StatedBasis | null> {
    const [row] = await tx.query<{ version: number | null }>(
      'SELECT max(version) AS version FROM visit_basis WHERE visit_id = $1',
      [visitId],
    );
    const version = row?.version ?? null;
    return version === null ? null : this.at(tx, visitId, version);
  }

  /** Returns the statement of a version; null for none. */
  async at(tx: Tx, visitId: string, version: number): Promise<StatedBasis | null> {
    return (await this.all(tx, [{ visitId, version }]))[0] ?? null;
  }

  /** Returns the statements of these versions, in the same order; null where there is none. */
  async all(tx: Tx, versions: readonly { visitId: string; version: number }[]): Promise<(StatedBasis | null)[]> {
    if (versions.length === 0) return [];
    type Row = Omit<StatedBasis, 'conditions'> & {
      visitId: string;
      condition: StatedBasis['conditions'][number] | null;
    };
    const rows = await tx.query<Row>(
      `SELECT b.visit_id AS "visitId", b.version, b.verdict, b.rule, b.max_age_days AS "maxAgeDays", b.account_id AS "accountId",
         b.stated_at AS "statedAt",
         CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('code', b.code, 'title', b.title, 'evidence', ${evidenceJson}) END AS condition
       FROM visit_basis b LEFT JOIN prior_diagnosis e ON e.id = b.evidence_id
       JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::int[])) w (visit_id, version) ON w.visit_id = b.visit_id AND w.version = b.version
       ORDER BY b.code COLLATE "C"`,
      [versions.map(({ visitId }) => visitId), versions.map(({ version }) => version)],
    );
    return versions.map(({ visitId, version }) => {
      const [first, ...others] = rows.filter((row) => row.visitId === visitId && row.version === version);
      if (!first) return null;
      const { condition, visitId: _, ...statement } = first;
      return {
        ...statement,
        conditions: [condition, ...others.map((row) => row.condition)].filter((each) => each !== null),
      };
    });
  }

  /**
   * Returns the patient’s earlier visits here that prove diagnoses: completed, and stated by the doctor who ended them as a
   * follow-up of what was diagnosed in them. A first visit online proves nothing, because no one examined the patient.
   */
  proving(tx: Tx, patientId: string, exceptVisitId: string | null): Promise<ProvingVisit[]> {
    return tx.query(
      `SELECT v.id AS "visitId", (v.ended_at AT TIME ZONE h.time_zone)::date::text AS "diagnosedOn",
         jsonb_agg(jsonb_build_object('code', b.code, 'title', b.title) ORDER BY b.code COLLATE "C") AS diagnoses
       FROM visit v JOIN hospital h ON h.id = v.hospital_id
       JOIN practitioner p ON p.id = v.practitioner_id
       JOIN visit_basis b ON b.visit_id = v.id AND b.verdict = 'follow-up' AND b.account_id = p.account_id
         AND b.version = (SELECT max(version) FROM visit_basis WHERE visit_id = v.id)
       WHERE v.patient_id = $1 AND v.id IS DISTINCT FROM $2 AND v.status = 'completed'
         AND EXISTS (SELECT 1 FROM diagnosis d WHERE d.visit_id = v.id AND left(d.code, 3) = left(b.code, 3))
       GROUP BY v.id, h.time_zone ORDER BY v.ended_at DESC, v.id LIMIT 20`,
      [patientId, exceptVisitId],
    );
  }

  /** Returns the hospital’s jurisdiction and its calendar day. */
  async place(tx: Tx): Promise<{ jurisdiction: string; timeZone: string }> {
    const [row] = await tx.query<{ jurisdiction: string; timeZone: string }>(
      'SELECT jurisdiction, time_zone AS "timeZone" FROM hospital WHERE id = $1',
      [tx.hospitalId],
    );
    return row ?? { jurisdiction: '', timeZone: 'UTC' };
  }
}
