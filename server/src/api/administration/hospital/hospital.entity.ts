import { EntitySchema } from 'typeorm';
import type { Role } from '@yunzhen/shared/core/permission';
import type { HospitalBrand } from '../brand/hospital-brand.ts';
import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';

export interface DemoAccount {
  email: string;
  password: string;
  role: Role;
  name: string;
  nameLatin: string;
}

export interface HospitalRow {
  id: string;
  slug: string;
  name: LocalizedText;
  /** Which rule pack applies, e.g. `CN`. */
  jurisdiction: string;
  /** IANA name of the hospital’s calendar and clock. */
  timeZone: string;
  locale: Locale;
  settings: Record<string, unknown>;
  brand: HospitalBrand;
  /** Since when nobody can sign in; null while the hospital is open. */
  suspendedAt: Date | null;
  demoAccounts: DemoAccount[];
}

export const hospitalEntity = new EntitySchema<HospitalRow>({
  name: 'hospital',
  columns: {
    id: { type: 'uuid', primary: true },
    slug: { type: 'text' },
    name: { type: 'jsonb' },
    jurisdiction: { type: 'text' },
    timeZone: { name: 'time_zone', type: 'text' },
    locale: { type: 'text' },
    settings: { type: 'jsonb' },
    brand: { type: 'jsonb' },
    suspendedAt: { name: 'suspended_at', type: 'timestamptz', nullable: true },
    demoAccounts: { name: 'demo_accounts', type: 'jsonb' },
  },
});
