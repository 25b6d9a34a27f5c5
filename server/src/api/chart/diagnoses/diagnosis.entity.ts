import { EntitySchema } from 'typeorm';
import type { Diagnosis } from '@yunzhen/shared/chart/chart.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';

/** One coded diagnosis of a visit (FHIR Condition, encounter-diagnosis). */
export interface DiagnosisRow {
  id: string;
  hospitalId: string;
  visitId: string;
  patientId: string;
  code: string;
  title: LocalizedText;
  isPrimary: boolean;
  certainty: Diagnosis['certainty'];
  position: number;
  recordedAt: Date;
}

export const diagnosisEntity = new EntitySchema<DiagnosisRow>({
  name: 'diagnosis',
  tableName: 'diagnosis',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    visitId: { type: 'uuid', name: 'visit_id' },
    patientId: { type: 'uuid', name: 'patient_id' },
    code: { type: 'text' },
    title: { type: 'jsonb' },
    isPrimary: { type: 'boolean', name: 'is_primary' },
    certainty: { type: 'text' },
    position: { type: 'int' },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
  },
});
