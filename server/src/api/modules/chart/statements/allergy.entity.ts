import { EntitySchema } from 'typeorm';
import type { Allergy } from '@yunzhen/shared/contract/chart';

/** FHIR AllergyIntolerance. A retracted row stays, as what was believed then. */
export interface AllergyRow {
  id: string;
  hospitalId: string;
  patientId: string;
  substance: string;
  substanceCode: string | null;
  category: Allergy['category'];
  reaction: string;
  severity: Allergy['severity'];
  recordedBy: Allergy['recordedBy'];
  recordedByAccountId: string | null;
  recordedAt: Date;
  retractedAt: Date | null;
  retractedByAccountId: string | null;
}

export const allergyEntity = new EntitySchema<AllergyRow>({
  name: 'allergy',
  tableName: 'allergy',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    patientId: { type: 'uuid', name: 'patient_id' },
    substance: { type: 'text' },
    substanceCode: { type: 'text', name: 'substance_code', nullable: true },
    category: { type: 'text' },
    reaction: { type: 'text' },
    severity: { type: 'text' },
    recordedBy: { type: 'text', name: 'recorded_by' },
    recordedByAccountId: { type: 'uuid', name: 'recorded_by_account_id', nullable: true },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
    retractedAt: { type: 'timestamptz', name: 'retracted_at', nullable: true },
    retractedByAccountId: { type: 'uuid', name: 'retracted_by_account_id', nullable: true },
  },
});
