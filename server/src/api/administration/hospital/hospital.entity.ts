import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';
import type { HospitalBrand } from '../brand/hospital-brand.ts';

export interface DemoAccount {
  email: string;
  password: string;
  role: Role;
  name: string;
  nameLatin: string;
}

/** A hospital of the installation. */
export const hospitalEntity = defineTable('hospital', {
  id: key('uuid'),
  slug: column('text'),
  name: column<LocalizedText>('jsonb'),
  /** The rule pack that applies, e.g. `CN`. */
  jurisdiction: column('text'),
  /** IANA name of the hospital’s time zone. */
  timeZone: column('text'),
  locale: column<Locale>('text'),
  settings: column<Record<string, unknown>>('jsonb'),
  demoAccounts: column<DemoAccount[]>('jsonb'),
  createdAt: column('timestamptz'),
  version: column('integer'),
  /** When sign-in was closed; null while the hospital is open. */
  suspendedAt: nullable('timestamptz'),
  brand: column<HospitalBrand>('jsonb'),
  /** Places of media nodes that calls prefer, in this order. */
  callPlaces: column('text[]'),
  /** Set while the hospital is closed for its move to another installation, and since it has moved. */
  moveState: nullable<'closed' | 'moved'>('text'),
  /** The address of a hospital that has moved. */
  movedTo: nullable('text'),
});
export type HospitalRow = RowOf<typeof hospitalEntity>;
