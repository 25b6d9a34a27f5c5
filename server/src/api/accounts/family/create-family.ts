import type { ApiDeps } from '../../core/area-deps.ts';
import type { AuthModule } from '../index.ts';
import type { Notify } from '../../notifications/index.ts';
import { registerFamilyRoutes } from './family.routes.ts';
import { FamilyService } from './family.service.ts';
import { GuardianshipsRepository } from './guardianships.repository.ts';
import { ofAgeJob } from './of-age.job.ts';

/** What a person who leaves means for those they act for, and who act for them. */
export type FamilyModule = Pick<FamilyService, 'endAllOf' | 'onlyGuardianOf'>;

/** Family members and guardians: who acts for whom. */
export function createFamilyModule(deps: ApiDeps, auth: AuthModule, notify: Notify): FamilyModule {
  const { transactions, keyEncryption } = deps;
  const guardianships = new GuardianshipsRepository();
  const parts = { transactions, guardianships, accounts: auth.dependants, vault: keyEncryption, notify };
  const family = new FamilyService(parts);
  registerFamilyRoutes(deps.routes, family, auth.actFor);
  deps.jobs.define(ofAgeJob(transactions, family));
  return {
    endAllOf: family.endAllOf.bind(family),
    onlyGuardianOf: family.onlyGuardianOf.bind(family),
  };
}
