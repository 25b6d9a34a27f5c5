import { EntitySchema } from 'typeorm';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';

export interface AccountRow {
  id: string;
  hospitalId: string;
  email: string | null;
  /** In the international form of E.164. */
  phone: string | null;
  passwordHash: string;
  roles: Role[];
  displayName: string;
  displayNameLatin: string;
  locale: Locale;
  status: 'active' | 'disabled';
  createdAt: Date;
}

export const accountEntity = new EntitySchema<AccountRow>({
  name: 'account',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    email: { type: 'text', nullable: true },
    phone: { type: 'text', nullable: true },
    passwordHash: { name: 'password_hash', type: 'text' },
    roles: { type: 'text', array: true },
    displayName: { name: 'display_name', type: 'text' },
    displayNameLatin: { name: 'display_name_latin', type: 'text' },
    locale: { type: 'text' },
    status: { type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
  },
});
