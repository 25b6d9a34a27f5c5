import type { ApiDeps } from '../core/area-deps.ts';
import type { AuthModule } from '../accounts/index.ts';
import type { HospitalsService } from '../administration/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { PrescribingModule } from '../prescribing/index.ts';
import type { SigningModule } from '../signing/index.ts';
import { claimHooks, dispensingView } from './claims/claim-endings.ts';
import { ClaimRepository } from './claims/claim.repository.ts';
import { registerClaimRoutes } from './claims/claim.routes.ts';
import { ClaimService } from './claims/claim.service.ts';
import { CounterService } from './pharmacies/counter.service.ts';
import { InvitationRepository } from './pharmacies/invitation.repository.ts';
import { PharmacyRepository } from './pharmacies/pharmacy.repository.ts';
import { registerPharmacyRoutes } from './pharmacies/pharmacy.routes.ts';
import { PharmacyService } from './pharmacies/pharmacy.service.ts';
import { registerReceiptRoutes } from './receipts/receipt.routes.ts';
import { ReceiptService } from './receipts/receipt.service.ts';

/** Pharmacies, who works there, and what they do with a prescription that was approved. */
export function createDispensingModule(
  deps: ApiDeps,
  auth: Pick<AuthModule, 'counters' | 'cookie'>,
  hospitals: HospitalsService,
  prescribing: PrescribingModule,
  { hospitalSeal }: SigningModule,
  notify: Notify,
): void {
  const { transactions, routes } = deps;
  const claims = new ClaimRepository();
  const pharmacies = new PharmacyRepository();
  const invitations = new InvitationRepository();
  const { counters: accounts } = auth;
  const parts = { transactions, claims, pharmacies, invitations, accounts, hospitals, notify };
  prescribing.addSigningHooks(claimHooks(parts));
  prescribing.showDispensing(dispensingView(parts));
  const records = prescribing.dispensable;
  const counter = new ClaimService({ ...parts, records, hospitalSeal });
  registerClaimRoutes(routes, counter);
  registerReceiptRoutes(routes, new ReceiptService({ ...parts, records, hospitalSeal }));
  registerPharmacyRoutes(
    routes,
    new PharmacyService({ ...parts, releaseAll: (tx, pharmacyId) => counter.releaseAll(tx, pharmacyId) }),
    new CounterService(parts),
    auth.cookie,
  );
}
