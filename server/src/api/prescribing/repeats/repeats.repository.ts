import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { RepeatStatus } from '@yunzhen/shared/prescribing/repeat-request';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { repeatRequestEntity, type RepeatRequestRow } from './repeat-request.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

/** A request with the columns from other tables that its pages show. */
export interface RepeatRow extends Omit<RepeatRequestRow, 'hospitalId'> {
  number: string;
  medicines: LocalizedText[];
  visitId: string;
  departmentId: string;
  department: LocalizedText;
  patientName: string;
  patientNameLatin: string;
  patientAccountId: string | null;
  doctorName: string;
  doctorNameLatin: string;
  doctorAccountId: string;
}

const select = `
  SELECT ${columnsOf(repeatRequestEntity, 'r')},
    p.number, (SELECT jsonb_agg(i -> 'productName') FROM jsonb_array_elements(p.items) i) AS medicines,
    p.visit_id AS "visitId", p.department_id AS "departmentId", dep.name AS department,
    pt.name AS "patientName", pt.name_latin AS "patientNameLatin", pt.account_id AS "patientAccountId",
    d.name AS "doctorName", d.name_latin AS "doctorNameLatin", d.account_id AS "doctorAccountId"
  FROM repeat_request r JOIN prescription p ON p.id = r.prescription_id
  JOIN department dep ON dep.id = p.department_id
  JOIN patient pt ON pt.id = r.patient_id JOIN practitioner d ON d.id = r.practitioner_id`;

export class RepeatsRepository {
  async find(tx: Tx, id: string): Promise<RepeatRow | null> {
    const [row] = await tx.query<RepeatRow>(`${select} WHERE r.id = $1`, [id]);
    return row ?? null;
  }

  /** Locks the request until the transaction ends, so that two decisions run one after the other. */
  async lock(tx: Tx, id: string): Promise<RepeatRow | null> {
    const [row] = await tx.query<RepeatRow>(`${select} WHERE r.id = $1 FOR UPDATE OF r`, [id]);
    return row ?? null;
  }

  async findOpen(tx: Tx, prescriptionId: string): Promise<RepeatRow | null> {
    const [row] = await tx.query<RepeatRow>(`${select} WHERE r.prescription_id = $1 AND r.status = 'asked'`, [
      prescriptionId,
    ]);
    return row ?? null;
  }

  /** Inserts a request unless the prescription has an open one. A unique index resolves races. */
  insert(
    tx: Tx,
    row: Pick<
      RepeatRow,
      'id' | 'prescriptionId' | 'patientId' | 'practitionerId' | 'note' | 'dangerAnswer' | 'redFlags'
    >,
  ): Promise<boolean> {
    const asked = { hospitalId: tx.hospitalId, status: 'asked', askedAt: tx.now } as const;
    return insertUnlessThere(tx, repeatRequestEntity, { ...row, ...asked });
  }

  async decide(tx: Tx, id: string, status: RepeatStatus, reason: string): Promise<void> {
    await tx.manager.update(repeatRequestEntity, { id }, { status, reason, decidedAt: tx.now });
  }

  /** Returns the requests of a patient or to a doctor, newest first, one more than the limit. */
  list(
    tx: Tx,
    whose: { patientId: string } | { practitionerId: string },
    query: {
      status: RepeatStatus | null;
      prescriptionId: string | null;
      limit: number;
      after: Place | null;
    },
  ): Promise<RepeatRow[]> {
    const isPatient = 'patientId' in whose;
    const timed = timedBy('r.asked_at', 'r.id', 'desc', 4);
    return tx.query<RepeatRow>(
      `${select} WHERE ${isPatient ? 'r.patient_id' : 'r.practitioner_id'} = $1
         AND ($2::text IS NULL OR r.status = $2) AND ($3::uuid IS NULL OR r.prescription_id = $3)
         AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $6`,
      [
        isPatient ? whose.patientId : whose.practitionerId,
        query.status,
        query.prescriptionId,
        ...placeValues(query.after),
        query.limit + 1,
      ],
    );
  }
}
