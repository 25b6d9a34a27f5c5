import { EntitySchema } from 'typeorm';
import type { Acknowledgement, PrescriptionItem, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PrescriptionStatus, RejectionReason } from '@yunzhen/shared/prescribing/prescription';
import type { KeptFinding } from './rules/rule-pack.ts';

export interface PrescribedDiagnosis {
  code: string;
  title: LocalizedText;
  primary: boolean;
}

/** A row of `prescription`. Lines and diagnoses are a snapshot: a signed record says what was known when it was signed. */
export interface PrescriptionRow {
  id: string;
  hospitalId: string;
  number: string;
  visitId: string;
  patientId: string;
  practitionerId: string;
  departmentId: string;
  status: PrescriptionStatus;
  version: number;
  items: PrescriptionItem[];
  diagnoses: PrescribedDiagnosis[];
  safety: SafetyReport | null;
  blockedBy: KeptFinding[];
  acknowledgements: Acknowledgement[];
  signedPayload: string | null;
  createdAt: Date;
  updatedAt: Date;
  signedAt: Date | null;
  validUntil: Date | null;
  pharmacistId: string | null;
  decidedAt: Date | null;
  rejection: { reason: RejectionReason; text: string } | null;
  cancelReason: string | null;
  secretHash: Buffer | null;
  secretSealed: string | null;
}

export const prescriptionEntity = new EntitySchema<PrescriptionRow>({
  name: 'Prescription',
  tableName: 'prescription',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    number: { type: 'text' },
    visitId: { name: 'visit_id', type: 'uuid' },
    patientId: { name: 'patient_id', type: 'uuid' },
    practitionerId: { name: 'practitioner_id', type: 'uuid' },
    departmentId: { name: 'department_id', type: 'uuid' },
    status: { type: 'text' },
    version: { type: 'int' },
    items: { type: 'jsonb' },
    diagnoses: { type: 'jsonb' },
    safety: { type: 'jsonb', nullable: true },
    blockedBy: { name: 'blocked_by', type: 'jsonb' },
    acknowledgements: { type: 'jsonb' },
    signedPayload: { name: 'signed_payload', type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    signedAt: { name: 'signed_at', type: 'timestamptz', nullable: true },
    validUntil: { name: 'valid_until', type: 'timestamptz', nullable: true },
    pharmacistId: { name: 'pharmacist_id', type: 'uuid', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
    rejection: { type: 'jsonb', nullable: true },
    cancelReason: { name: 'cancel_reason', type: 'text', nullable: true },
    secretHash: { name: 'secret_hash', type: 'bytea', nullable: true },
    secretSealed: { name: 'secret_sealed', type: 'text', nullable: true },
  },
});
