import { EntitySchema } from 'typeorm';
import type { MedicationStatement } from '@yunzhen/shared/contract/chart';

/** FHIR MedicationStatement: a medicine that the patient says they take. A retracted row stays. */
export interface MedicationStatementRow {
  id: string;
  hospitalId: string;
  patientId: string;
  productId: string | null;
  text: string;
  dosage: string;
  recordedBy: MedicationStatement['recordedBy'];
  recordedByAccountId: string | null;
  recordedAt: Date;
  retractedAt: Date | null;
  retractedByAccountId: string | null;
}

export const medicationStatementEntity = new EntitySchema<MedicationStatementRow>({
  name: 'medication_statement',
  tableName: 'medication_statement',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    patientId: { type: 'uuid', name: 'patient_id' },
    productId: { type: 'text', name: 'product_id', nullable: true },
    text: { type: 'text' },
    dosage: { type: 'text' },
    recordedBy: { type: 'text', name: 'recorded_by' },
    recordedByAccountId: { type: 'uuid', name: 'recorded_by_account_id', nullable: true },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
    retractedAt: { type: 'timestamptz', name: 'retracted_at', nullable: true },
    retractedByAccountId: { type: 'uuid', name: 'retracted_by_account_id', nullable: true },
  },
});
