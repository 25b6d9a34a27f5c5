import type { AgreedText } from '@yunzhen/shared/accounts/agreements.contract';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';
import { needsRealName } from '@yunzhen/shared/accounts/identity';
import { readWishes } from '@yunzhen/shared/accounts/wishes';
import type { Dependant } from './acting/acting.repository.ts';
import type { AccountHolder } from './accounts.repository.ts';
import { publicFactsOf, shownBrand, type Hospital } from '../administration/index.ts';
import { hasPassword } from './sign-in/passwords.ts';

/** Returns the account as its owner sees it, with the dependant whom the session acts for. */
export function accountOf(
  holder: AccountHolder,
  hospital: Hospital,
  dependant: Dependant | null,
  agreementsDue: AgreedText[],
): Account {
  return {
    id: holder.id,
    hospital: {
      id: hospital.id,
      slug: hospital.slug,
      name: hospital.name,
      jurisdiction: hospital.jurisdiction,
      timeZone: hospital.timeZone,
      phone: publicFactsOf(hospital.settings).phone,
      brand: shownBrand(hospital),
    },
    email: holder.email,
    phone: holder.phone,
    hasPassword: hasPassword(holder.passwordHash),
    roles: dependant ? ['patient'] : holder.roles,
    displayName: holder.displayName,
    displayNameLatin: holder.displayNameLatin,
    patientId: dependant?.patientId ?? holder.patientId,
    practitionerId: dependant ? null : holder.practitionerId,
    acting: dependant && {
      patientId: dependant.patientId,
      name: dependant.name,
      nameLatin: dependant.nameLatin,
      birthDate: dependant.birthDate,
      relation: dependant.relation,
    },
    secondFactorPending: false,
    agreementsDue,
    locale: holder.locale,
    wishes: readWishes(holder.wishes),
    identityNeeded:
      needsRealName(hospital.jurisdiction) &&
      (dependant ? !dependant.identityVerified : holder.patientId !== null && !holder.identityVerified),
  };
}

/** Returns the account of a session that still waits for its second factor: without e-mail address and phone. */
export function pendingAccountOf(account: Account): Account {
  return {
    ...account,
    email: null,
    phone: null,
    roles: [],
    acting: null,
    agreementsDue: [],
    secondFactorPending: true,
  };
}
