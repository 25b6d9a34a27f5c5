import { EntitySchema } from 'typeorm';
import type { LocalizedText } from '@yunzhen/shared/core/locale';

export interface PractitionerRow {
  id: string;
  hospitalId: string;
  accountId: string;
  kind: 'doctor' | 'pharmacist';
  name: string;
  nameLatin: string;
  title: LocalizedText;
  bio: LocalizedText;
  languages: string[];
  licenceNumber: string;
  /** Last day (ISO date) on which the licence holds. */
  licenceValidUntil: string;
  yearsOfPractice: number;
  onDuty: boolean;
  onDutySince: Date | null;
}

export const practitionerEntity = new EntitySchema<PractitionerRow>({
  name: 'practitioner',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    accountId: { name: 'account_id', type: 'uuid' },
    kind: { type: 'text' },
    name: { type: 'text' },
    nameLatin: { name: 'name_latin', type: 'text' },
    title: { type: 'jsonb' },
    bio: { type: 'jsonb' },
    languages: { type: 'text', array: true },
    licenceNumber: { name: 'licence_number', type: 'text' },
    licenceValidUntil: { name: 'licence_valid_until', type: 'date' },
    yearsOfPractice: { name: 'years_of_practice', type: 'int' },
    onDuty: { name: 'on_duty', type: 'boolean' },
    onDutySince: { name: 'on_duty_since', type: 'timestamptz', nullable: true },
  },
});
