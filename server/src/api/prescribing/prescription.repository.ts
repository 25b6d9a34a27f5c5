import { In } from 'typeorm';
import { AppError } from '@yunzhen/shared/core/errors';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { PrescriptionStatus } from '@yunzhen/shared/prescribing/prescription';
import type { Circumstances } from '@yunzhen/shared/prescribing/rules.contract';
import type { ReturnedPrescription, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { BasisRepository, type StatedBasis } from '../chart/index.ts';
import { newId } from '../../platform/ids.ts';
import { placeValues, timedBy, type Place } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Prescriber } from './rules/rule.ts';
import { prescriptionEntity, type PrescriptionRow } from './prescription.entity.ts';
import {
  prescriptionSignatureEntity,
  type PrescriptionSignatureRow,
} from './signature/prescription-signature.entity.ts';
import { safetyCheckEntity, type SafetyCheckRow } from './safety-check.entity.ts';
import { insertUnlessThere } from '../../platform/db/insert-unless-there.ts';

/** Names and facts from other tables that a prescription shows. */
export interface Surroundings {
  patientName: string;
  patientNameLatin: string;
  patientSex: Sex;
  patientBirthDate: string;
  patientAccountId: string | null;
  identityLast4: string | null;
  recordNumber: string | null;
  /** Of the patient’s own account. */
  phoneLast4: string | null;
  doctorName: string;
  doctorNameLatin: string;
  doctorAccountId: string;
  doctorLicence: string;
  pharmacistName: string | null;
  pharmacistNameLatin: string | null;
  pharmacistLicence: string | null;
  department: LocalizedText;
  hospitalName: LocalizedText;
  hospitalSlug: string;
  hospitalPhone: string | null;
  timeZone: string;
  /** The paper size on which the hospital prints prescriptions. */
  paper: 'A4' | 'A5';
  circumstances: Circumstances;
  /** The statement under which it was signed; null for none. */
  basis: StatedBasis | null;
  sealed: boolean;
  /** When the doctor wrote to the patient after the pharmacist returned it and the visit had ended; null if not. */
  writtenAt: string | null;
}

/** Prescriptions in one of these states have a sealed PDF, or will get one. */
export const sealedStatuses: readonly PrescriptionStatus[] = ['approved', 'dispensing', 'dispensed'];

export type PrescriptionWithSurroundings = PrescriptionRow & { around: Surroundings };

export type SignatureRow = Pick<
  PrescriptionSignatureRow,
  'role' | 'practitionerId' | 'jws' | 'certificatePem' | 'signedAt'
>;

const surroundingsSql = `
  SELECT p.id, jsonb_build_object(
    'patientName', pt.name, 'patientNameLatin', pt.name_latin, 'patientSex', pt.sex, 'patientBirthDate', pt.birth_date,
    'patientAccountId', pt.account_id, 'identityLast4', pt.identity_last4, 'recordNumber', pt.record_number,
    'phoneLast4', right(pa.phone, 4),
    'doctorName', d.name, 'doctorNameLatin', d.name_latin, 'doctorAccountId', d.account_id, 'doctorLicence', d.licence_number,
    'pharmacistName', ph.name, 'pharmacistNameLatin', ph.name_latin, 'pharmacistLicence', ph.licence_number,
    'department', dep.name, 'hospitalName', h.name, 'hospitalSlug', h.slug,
    'hospitalPhone', nullif(trim(h.settings->>'phone'), ''), 'timeZone', h.time_zone,
    'paper', CASE WHEN h.settings->>'prescriptionPaper' = 'A5' THEN 'A5' ELSE 'A4' END,
    'circumstances', jsonb_build_object('guardian', pc.guardian, 'emergency', coalesce(pc.emergency, false),
      'validDays', coalesce(pc.valid_days, 1)),
    'sealed', EXISTS (SELECT 1 FROM prescription_document doc WHERE doc.prescription_id = p.id),
    'writtenAt', (SELECT min(m.sent_at) FROM visit v JOIN chat_message m ON m.visit_id = v.id
      WHERE p.status = 'rejected' AND v.id = p.visit_id AND v.ended_at IS NOT NULL AND m.author_role = 'doctor'
        AND m.sent_at >= greatest(p.decided_at, v.ended_at))) AS around
  FROM prescription p
  JOIN patient pt ON pt.id = p.patient_id
  LEFT JOIN account pa ON pa.id = pt.account_id
  JOIN practitioner d ON d.id = p.practitioner_id
  LEFT JOIN practitioner ph ON ph.id = p.pharmacist_id
  JOIN department dep ON dep.id = p.department_id
  JOIN hospital h ON h.id = p.hospital_id
  LEFT JOIN prescription_circumstances pc ON pc.prescription_id = p.id`;

export class PrescriptionRepository {
  readonly #basis = new BasisRepository();

  async find(tx: Tx, id: string): Promise<PrescriptionRow | null> {
    return tx.manager.findOneBy(prescriptionEntity, { id });
  }

  /** Returns the existing rows with these ids, in the order of the ids. */
  async findAll(tx: Tx, ids: readonly string[]): Promise<PrescriptionRow[]> {
    if (ids.length === 0) return [];
    const rows = await tx.manager.findBy(prescriptionEntity, { id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Loads the row and locks it until the transaction ends, so that two commands run one after the other. */
  async lock(tx: Tx, id: string): Promise<PrescriptionRow | null> {
    return tx.manager.findOne(prescriptionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The same; throws `resource.not-found`. */
  async lockExisting(tx: Tx, id: string): Promise<PrescriptionRow> {
    const row = await this.lock(tx, id);
    if (!row) throw new AppError('resource.not-found', 'prescription not found');
    return row;
  }

  async findDraft(tx: Tx, visitId: string): Promise<PrescriptionRow | null> {
    return tx.manager.findOneBy(prescriptionEntity, { visitId, status: 'draft' });
  }

  /** Loads the prescriptions of a visit, locked until the transaction ends. */
  lockOfVisit(tx: Tx, visitId: string): Promise<PrescriptionRow[]> {
    const order = { id: 'ASC' } as const;
    return tx.manager.find(prescriptionEntity, { where: { visitId }, order, lock: { mode: 'pessimistic_write' } });
  }

  async ofVisit(tx: Tx, visitId: string): Promise<PrescriptionRow[]> {
    return tx.manager.find(prescriptionEntity, { where: { visitId }, order: { createdAt: 'ASC' } });
  }

  /** Returns the patient’s prescriptions, except one, whose medicines may still be taken: approved or dispensed, or signed and still valid. */
  async activeOf(tx: Tx, patientId: string, exceptId: string | null): Promise<PrescriptionRow[]> {
    const ids = await tx.query<{ id: string }>(
      `SELECT id FROM prescription WHERE patient_id = $1 AND ($2::uuid IS NULL OR id <> $2)
         AND (status IN ('approved', 'dispensing', 'dispensed') OR status IN ('signed', 'under-review') AND valid_until > $3)
         AND signed_at > $3::timestamptz - interval '100 days' ORDER BY signed_at DESC LIMIT 50`,
      [patientId, exceptId, tx.now],
    );
    return this.findAll(
      tx,
      ids.map(({ id }) => id),
    );
  }

  /** Inserts a draft unless the visit has one. A unique index resolves races. Returns whether it inserted. */
  insertDraft(tx: Tx, row: PrescriptionRow): Promise<boolean> {
    const { id, hospitalId, number, visitId, patientId, practitionerId, departmentId, createdAt } = row;
    const of = { number, visitId, patientId, practitionerId, departmentId };
    const draft = { ...of, id, hospitalId, status: 'draft', version: 1, createdAt, updatedAt: createdAt } as const;
    return insertUnlessThere(tx, prescriptionEntity, draft);
  }

  async moveDraft(tx: Tx, visit: { visitId: string; to: string; departmentId: string }): Promise<void> {
    await tx.query(
      `UPDATE prescription SET practitioner_id = $2, department_id = $3, acknowledgements = '[]', version = version + 1, updated_at = $4
       WHERE visit_id = $1 AND status = 'draft'`,
      [visit.visitId, visit.to, visit.departmentId, tx.now],
    );
  }

  async save(tx: Tx, row: PrescriptionRow): Promise<void> {
    await tx.manager.save(prescriptionEntity, row);
  }

  /** Saves the row as its next version. */
  saveVersion(tx: Tx, row: PrescriptionRow): Promise<void> {
    row.version += 1;
    row.updatedAt = tx.now;
    return this.save(tx, row);
  }

  async addSignature(tx: Tx, prescriptionId: string, signature: SignatureRow): Promise<void> {
    const { role, practitionerId, jws, certificatePem, signedAt } = signature;
    const signed = { role, practitionerId, jws, certificatePem, signedAt };
    const { hospitalId } = tx;
    await tx.manager.insert(prescriptionSignatureEntity, { ...signed, id: newId(), hospitalId, prescriptionId });
  }

  async signaturesOf(tx: Tx, id: string): Promise<{ doctor: SignatureRow | null; pharmacist: SignatureRow | null }> {
    const rows = await tx.manager.findBy(prescriptionSignatureEntity, { prescriptionId: id });
    const by = (role: SignatureRow['role']) => rows.find((row) => row.role === role) ?? null;
    return { doctor: by('doctor'), pharmacist: by('pharmacist') };
  }

  /** Adds the surroundings to the rows, in the same order. */
  async surround(tx: Tx, rows: readonly PrescriptionRow[]): Promise<PrescriptionWithSurroundings[]> {
    if (rows.length === 0) return [];
    const found = await tx.query<{ id: string; around: Omit<Surroundings, 'basis'> }>(
      `${surroundingsSql} WHERE p.id = ANY($1)`,
      [rows.map((row) => row.id)],
    );
    const stated = rows.flatMap(({ id, visitId, basisVersion: version }) =>
      version ? [{ id, visitId, version }] : [],
    );
    const statements = await this.#basis.all(tx, stated);
    const basisOf = new Map(stated.map(({ id }, place) => [id, statements[place] ?? null]));
    const byId = new Map(found.map(({ id, around }) => [id, { ...around, basis: basisOf.get(id) ?? null }]));
    return rows.flatMap((row) => {
      const around = byId.get(row.id);
      return around ? [{ ...row, around }] : [];
    });
  }

  /** Returns prescriptions of the patient or the doctor, newest first, one more than the limit. Patients don't see unsigned ones. */
  async listOwn(
    tx: Tx,
    whose: { patientId: string } | { practitionerId: string },
    page: { limit: number; after: Place | null; status: PrescriptionStatus | null },
  ): Promise<PrescriptionRow[]> {
    const isPatient = 'patientId' in whose;
    const timed = timedBy('created_at', 'id', 'desc', 2);
    const ids = await tx.query<{ id: string }>(
      `SELECT id FROM prescription
       WHERE ${isPatient ? "patient_id = $1 AND status <> 'draft' AND signed_at IS NOT NULL" : 'practitioner_id = $1'}
         AND ${timed.where} AND ($4::text IS NULL OR status = $4)
       ORDER BY ${timed.order} LIMIT $5`,
      [isPatient ? whose.patientId : whose.practitionerId, ...placeValues(page.after), page.status, page.limit + 1],
    );
    return this.findAll(
      tx,
      ids.map(({ id }) => id),
    );
  }

  /** Returns the patient’s returned prescriptions of a doctor’s visits that nothing replaced yet, of the last ninety days, newest first. */
  async returnedOf(tx: Tx, patientId: string, practitionerId: string): Promise<ReturnedPrescription[]> {
    const rows = await tx.query<Omit<ReturnedPrescription, 'decidedAt'> & { decidedAt: Date }>(
      `SELECT p.id, p.number, p.visit_id AS "visitId", p.decided_at AS "decidedAt",
         (SELECT jsonb_agg(i -> 'productName') FROM jsonb_array_elements(p.items) i) AS medicines
       FROM prescription p JOIN visit v ON v.id = p.visit_id
       WHERE p.patient_id = $1 AND v.practitioner_id = $2 AND p.status = 'rejected' AND p.follow_up IS NULL
         AND p.decided_at > $3::timestamptz - interval '90 days'
       ORDER BY p.decided_at DESC, p.id LIMIT 20`,
      [patientId, practitionerId, tx.now],
    );
    return rows.map(({ decidedAt, ...row }) => ({ ...row, decidedAt: decidedAt.toISOString() }));
  }

  async prescriberOf(tx: Tx, practitionerId: string): Promise<Prescriber> {
    const [row] = await tx.query<{ jurisdiction: string; zone: string; years: number; until: string }>(
      `SELECT h.jurisdiction, h.time_zone AS zone, d.years_of_practice AS years, d.licence_valid_until::text AS until
       FROM practitioner d JOIN hospital h ON h.id = d.hospital_id WHERE d.id = $1`,
      [practitionerId],
    );
    if (!row) throw new AppError('resource.not-found', 'practitioner not found');
    return {
      jurisdiction: row.jurisdiction,
      timeZone: row.zone,
      yearsOfPractice: row.years,
      licenceValidUntil: row.until,
    };
  }

  /** Returns the ids of sealed states without a document that were decided before the given time, oldest first. */
  async withoutDocument(tx: Tx, decidedBefore: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT p.id FROM prescription p
       WHERE p.status = ANY($1) AND p.decided_at < $2
         AND NOT EXISTS (SELECT 1 FROM prescription_document d WHERE d.prescription_id = p.id)
       ORDER BY p.decided_at LIMIT 100`,
      [sealedStatuses, decidedBefore],
    );
    return rows.map((row) => row.id);
  }

  /** Returns the ids of prescriptions that are past their last day and still open, oldest first. */
  async runOut(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM prescription WHERE status IN ('signed', 'under-review', 'approved', 'dispensing') AND valid_until <= $1
       ORDER BY valid_until LIMIT 500`,
      [tx.now],
    );
    return rows.map((row) => row.id);
  }

  /** Returns how many prescriptions were signed since, and the ids of the newest of them. */
  async signedSince(tx: Tx, since: Date, limit: number): Promise<{ ids: string[]; total: number }> {
    const rows = await tx.query<{ id: string; total: number }>(
      `SELECT id, count(*) OVER ()::int AS total FROM prescription WHERE signed_at >= $1 ORDER BY signed_at DESC, id LIMIT $2`,
      [since, limit],
    );
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  async keepSafetyCheck(
    tx: Tx,
    prescription: PrescriptionRow,
    phase: SafetyCheckRow['phase'],
    report: SafetyReport,
  ): Promise<void> {
    const of = { prescriptionId: prescription.id, prescriptionVersion: prescription.version, phase };
    const check = {
      ...of,
      id: newId(),
      hospitalId: tx.hospitalId,
      dataVersion: report.dataVersion,
      report,
      at: tx.now,
    };
    await tx.manager.insert(safetyCheckEntity, check);
  }
}
