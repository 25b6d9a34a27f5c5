import type { Icd10Hit } from '@yunzhen/shared/chart/chart.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { diagnosisUseEntity } from './diagnosis-use.entity.ts';

const SHOWN = 10;

/** Stores which diagnoses a doctor uses often, without patient data. */
export class DiagnosisUseRepository {
  favourites(tx: Tx, practitionerId: string): Promise<Icd10Hit[]> {
    return tx.query<Icd10Hit>(
      `SELECT code, title FROM diagnosis_use WHERE practitioner_id = $1 AND favourite
       ORDER BY used_at DESC NULLS LAST, code LIMIT 50`,
      [practitionerId],
    );
  }

  recent(tx: Tx, practitionerId: string): Promise<Icd10Hit[]> {
    return tx.query<Icd10Hit>(
      `SELECT code, title FROM diagnosis_use WHERE practitioner_id = $1 AND NOT favourite AND used_at IS NOT NULL
       ORDER BY used_at DESC, code LIMIT $2`,
      [practitionerId, SHOWN],
    );
  }

  async used(tx: Tx, practitionerId: string, diagnoses: readonly Icd10Hit[]): Promise<void> {
    // A fixed order prevents a deadlock between two saves of one doctor.
    const ordered = [...diagnoses].sort((a, b) => (a.code < b.code ? -1 : 1));
    await tx.query(
      `INSERT INTO diagnosis_use (practitioner_id, code, hospital_id, title, used_at)
       SELECT $1, d.code, $2, d.title, $3 FROM unnest($4::text[], $5::jsonb[]) AS d(code, title)
       ON CONFLICT (practitioner_id, code) DO UPDATE SET title = excluded.title, used_at = excluded.used_at`,
      [
        practitionerId,
        tx.hospitalId,
        tx.now,
        ordered.map(({ code }) => code),
        ordered.map(({ title }) => JSON.stringify(title)),
      ],
    );
  }

  async setFavourite(tx: Tx, practitionerId: string, { code, title }: Icd10Hit, favourite: boolean): Promise<void> {
    const use = { practitionerId, code, hospitalId: tx.hospitalId, title, favourite };
    await tx.manager.upsert(diagnosisUseEntity, use, ['practitionerId', 'code']);
  }
}
