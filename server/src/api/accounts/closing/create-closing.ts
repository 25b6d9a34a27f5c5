import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import type { FamilyService } from '../family/family.service.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import type { StaffAccounts } from '../staff-accounts.ts';
import { closingJob } from './closing.job.ts';
import { ClosingRepository } from './closing.repository.ts';
import { registerClosingRoutes } from './closing.routes.ts';
import { ClosingService } from './closing.service.ts';

/** Lets holders close their accounts. */
export function createClosing(
  { routes, jobs, log }: AccountsDeps,
  { transactions, notify }: AccountsParts,
  {
    family,
    staff,
    confirmPerson,
  }: { family: FamilyService; staff: StaffAccounts; confirmPerson: PersonConfirmationCheck },
): void {
  const closings = new ClosingRepository();
  registerClosingRoutes(routes, new ClosingService({ transactions, closings, family, notify, confirmPerson }));
  jobs.define(closingJob({ transactions, closings, family, notify, staff, log }));
}
