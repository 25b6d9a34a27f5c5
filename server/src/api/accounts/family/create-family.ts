import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import type { ActingService } from '../acting/acting.service.ts';
import { DependantAccounts } from '../acting/dependant-accounts.ts';
import { registerFamilyRoutes } from './family.routes.ts';
import { FamilyService } from './family.service.ts';
import { GuardianshipsRepository } from './guardianships.repository.ts';
import { ofAgeJob } from './of-age.job.ts';

/** Family members and guardians: who may act for which patient. */
export function createFamily({ routes, jobs }: AccountsDeps, parts: AccountsParts, acting: ActingService) {
  const family = new FamilyService({
    transactions: parts.transactions,
    guardianships: new GuardianshipsRepository(),
    accounts: new DependantAccounts({ accounts: parts.accounts, acting }),
    keyEncryption: parts.keyEncryption,
    notify: parts.notify,
  });
  registerFamilyRoutes(routes, family, acting.actFor.bind(acting));
  jobs.define(ofAgeJob(parts.transactions, family));
  return family;
}
