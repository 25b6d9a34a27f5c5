import { EntitySchema } from 'typeorm';
import type { Locale } from '@yunzhen/shared/core/locale';

/** The patient’s consent to one visit: which text, in which language, who gave it and when. Never changed. */
export interface ConsentRow {
  id: string;
  hospitalId: string;
  visitId: string;
  patientId: string;
  textVersion: string;
  textLocale: Locale;
  givenByAccountId: string;
  givenAt: Date;
}

export const consentEntity = new EntitySchema<ConsentRow>({
  name: 'consent',
  tableName: 'consent',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    visitId: { type: 'uuid', name: 'visit_id' },
    patientId: { type: 'uuid', name: 'patient_id' },
    textVersion: { type: 'text', name: 'text_version' },
    textLocale: { type: 'text', name: 'text_locale' },
    givenByAccountId: { type: 'uuid', name: 'given_by_account_id' },
    givenAt: { type: 'timestamptz', name: 'given_at' },
  },
});
