import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { ageInYears, type Sex } from '@yunzhen/shared/core/patient';
import { needsOf, readWishes, visitNeeds } from '@yunzhen/shared/accounts/wishes';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { namesOf } from '../../../platform/db/person-names.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

/** A patient with internal facts: the account, and since when "no known allergies" has been recorded. */
export interface PatientRecord {
  patient: Chart['patient'];
  accountId: string | null;
  /** ISO date in the hospital’s calendar. */
  today: string;
  noKnownAllergiesAt: Date | null;
}

interface StoredPatient {
  id: string;
  accountId: string | null;
  name: string;
  nameLatin: string;
  sex: Sex;
  birthDate: string;
  phone: string | null;
  identityLast4: string | null;
  identityVerifiedAt: Date | null;
  /** Preferences of the patient, and of a child’s guardians, because they are in the call. */
  wishes: unknown[];
  noKnownAllergiesAt: Date | null;
  timeZone: string;
}

/** Earlier visits are available in the list of visits. */
const visitsShown = 50;

export class ChartRepository {
  /** Returns null when the hospital has no such patient. The age is that of today in the hospital’s calendar. */
  patient(tx: Tx, patientId: string): Promise<PatientRecord | null> {
    return this.#patient(tx, patientId, '');
  }

  /** Also locks the patient’s row, so that "none known" and a new allergy can’t be recorded concurrently. */
  patientForChange(tx: Tx, patientId: string): Promise<PatientRecord | null> {
    return this.#patient(tx, patientId, 'FOR NO KEY UPDATE OF p');
  }

  async #patient(tx: Tx, patientId: string, lock: string): Promise<PatientRecord | null> {
    const [row] = await tx.query<StoredPatient>(
      `SELECT p.id, p.account_id AS "accountId", p.name, p.name_latin AS "nameLatin", p.sex, p.birth_date::text AS "birthDate", p.phone,
         p.identity_last4 AS "identityLast4", p.identity_verified_at AS "identityVerifiedAt",
         ARRAY(SELECT a.wishes FROM account a WHERE a.id = p.account_id OR a.id IN (SELECT g.guardian_account_id FROM guardianship g
           WHERE g.patient_id = p.id AND g.state = 'active' AND g.basis = 'minor')) AS wishes,
         p.no_known_allergies_at AS "noKnownAllergiesAt", h.time_zone AS "timeZone"
       FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1 ${lock}`,
      [patientId],
    );
    if (!row) return null;
    const today = dayIn(row.timeZone, tx.now);
    return {
      today,
      patient: {
        id: row.id,
        name: row.name,
        nameLatin: row.nameLatin,
        sex: row.sex,
        birthDate: row.birthDate,
        age: ageInYears(row.birthDate, today),
        phone: row.phone,
        identityLast4: row.identityLast4,
        identityVerifiedAt: row.identityVerifiedAt?.toISOString() ?? null,
        needs: visitNeeds.filter((need) => row.wishes.some((wishes) => needsOf(readWishes(wishes)).includes(need))),
      },
      accountId: row.accountId,
      noKnownAllergiesAt: row.noKnownAllergiesAt,
    };
  }

  /** Locks the patient’s row. Returns false when the hospital has no such patient. */
  async lockPatient(tx: Tx, patientId: string): Promise<boolean> {
    const rows = await tx.query('SELECT id FROM patient WHERE id = $1 FOR NO KEY UPDATE', [patientId]);
    return rows.length > 0;
  }

  /** Returns the practitioner’s waiting or running visit with the patient; a running one first. */
  async openVisit(tx: Tx, patientId: string, practitionerId: string | null): Promise<string | null> {
    if (practitionerId === null) return null;
    const [visit] = await tx.query<{ id: string }>(
      `SELECT id FROM visit WHERE patient_id = $1 AND practitioner_id = $2 AND status IN ('waiting', 'in-progress')
       ORDER BY status, created_at LIMIT 1`,
      [patientId, practitionerId],
    );
    return visit?.id ?? null;
  }

  /** Returns visits newest first. `endedOnly` omits the diagnoses of open visits. */
  async visits(tx: Tx, patientId: string, endedOnly: boolean): Promise<Chart['visits']> {
    const rows = await tx.query<Omit<Chart['visits'][number], 'at'> & { at: Date }>(
      `SELECT v.id, v.status, v.created_at AS at, d.name AS department, ${namesOf('pr.name', 'pr.name_latin')} AS doctor,
         coalesce((SELECT json_agg(json_build_object('code', g.code, 'title', g.title) ORDER BY g.position)
           FROM diagnosis g WHERE g.visit_id = v.id AND (v.ended_at IS NOT NULL OR NOT $2)), '[]') AS diagnoses,
         coalesce((SELECT json_agg(json_build_object('id', s.id, 'status', s.status, 'medicines',
             (SELECT json_agg(i.item->'productName' ORDER BY i.place) FROM jsonb_array_elements(s.items) WITH ORDINALITY i(item, place)))
             ORDER BY s.signed_at)
           FROM prescription s WHERE s.visit_id = v.id AND s.signed_at IS NOT NULL), '[]') AS prescriptions
       FROM visit v JOIN department d ON d.id = v.department_id JOIN practitioner pr ON pr.id = v.practitioner_id
       WHERE v.patient_id = $1 ORDER BY v.created_at DESC, v.id DESC LIMIT ${visitsShown}`,
      [patientId, endedOnly],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
