import type { Account } from '@yunzhen/shared/contract/auth';
import type { AccountHolder } from './accounts.repository.ts';
import type { Hospital } from './hospitals.service.ts';
import { hasPassword } from './passwords.ts';

/** The account as its owner sees it. */
export function accountOf(holder: AccountHolder, hospital: Hospital): Account {
  return {
    id: holder.id,
    hospital: {
      id: hospital.id,
      slug: hospital.slug,
      name: hospital.name,
      jurisdiction: hospital.jurisdiction,
      timeZone: hospital.timeZone,
    },
    email: holder.email,
    phone: holder.phone,
    hasPassword: hasPassword(holder.passwordHash),
    roles: holder.roles,
    displayName: holder.displayName,
    displayNameLatin: holder.displayNameLatin,
    patientId: holder.patientId,
    practitionerId: holder.practitionerId,
    locale: holder.locale,
  };
}
