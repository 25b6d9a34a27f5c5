import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Acknowledgement, PrescriptionItem, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { PrescriptionStatus, RejectionReason } from '@yunzhen/shared/prescribing/prescription';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';
import type { StoredFinding } from './rules/stored-finding.ts';

export interface PrescribedDiagnosis {
  code: string;
  title: LocalizedText;
  primary: boolean;
}

/** What the doctor did about a returned prescription. A message is a row of the chat instead. */
export interface StoredFollowUp {
  kind: 'replaced' | 'not-needed';
  reason: string;
  /** The prescription that replaces it. */
  prescriptionId: string | null;
  practitionerId: string;
  at: string;
}

export const prescriptionEntity = defineTable('prescription', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  number: column('text'),
  visitId: column('uuid'),
  patientId: column('uuid'),
  practitionerId: column('uuid'),
  departmentId: column('uuid'),
  status: column<PrescriptionStatus>('text'),
  version: column('integer'),
  items: column<PrescriptionItem[]>('jsonb'),
  diagnoses: column<PrescribedDiagnosis[]>('jsonb'),
  safety: nullable<SafetyReport>('jsonb'),
  blockedBy: column<StoredFinding[]>('jsonb'),
  acknowledgements: column<Acknowledgement[]>('jsonb'),
  signedPayload: nullable('text'),
  createdAt: column('timestamptz'),
  updatedAt: column('timestamptz'),
  signedAt: nullable('timestamptz'),
  validUntil: nullable('timestamptz'),
  pharmacistId: nullable('uuid'),
  decidedAt: nullable('timestamptz'),
  rejection: nullable<{ reason: RejectionReason; also?: RejectionReason[]; text: string }>('jsonb'),
  followUp: nullable<StoredFollowUp>('jsonb'),
  cancelReason: nullable('text'),
  secretHash: nullable('bytea'),
  secretSealed: nullable('text'),
  basisVersion: nullable('integer'),
});
export type PrescriptionRow = RowOf<typeof prescriptionEntity>;
