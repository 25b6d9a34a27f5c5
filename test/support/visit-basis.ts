import type { Pool } from 'pg';
import { newId } from '../../server/src/platform/ids.ts';

/**
 * Stores the statement of the visit’s doctor that it follows up these diagnoses, with evidence that the doctor has opened; for tests of what comes
 * after it. Later calls add a version.
 */
export async function statedFollowUp(db: Pool, visitId: string, ...codes: string[]): Promise<void> {
  const of = `v.hospital_id, v.patient_id, v.id`;
  await db.query(
    `INSERT INTO prior_diagnosis (id, hospital_id, patient_id, visit_id, source, institution, diagnosed_on, pages, recorded_by, account_id, recorded_at)
     SELECT $2, ${of}, 'outside', '市人民医院', current_date - 30, jsonb_build_array(jsonb_build_object('id', $3::text, 'sha256', repeat('0', 64))),
       'patient', d.account_id, now()
     FROM visit v JOIN practitioner d ON d.id = v.practitioner_id WHERE v.id = $1
     ON CONFLICT DO NOTHING`,
    [visitId, newId(), newId()],
  );
  await db.query(
    `INSERT INTO visit_basis (id, hospital_id, patient_id, visit_id, version, verdict, evidence_id, code, title, rule, max_age_days, account_id, stated_at)
     SELECT gen_random_uuid(), ${of}, (SELECT coalesce(max(version), 0) + 1 FROM visit_basis b WHERE b.visit_id = v.id), 'follow-up', e.id, c.code,
       '{"en":"","zh":""}', 'cn.follow-up-only', 183, d.account_id, now()
     FROM visit v JOIN practitioner d ON d.id = v.practitioner_id JOIN prior_diagnosis e ON e.visit_id = v.id, unnest($2::text[]) AS c (code)
     WHERE v.id = $1`,
    [visitId, codes],
  );
}
