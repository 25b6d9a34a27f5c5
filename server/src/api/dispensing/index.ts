import type { ApiDeps } from '../core/area-deps.ts';
import type { AccountsArea } from '../accounts/index.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { SigningArea } from '../signing/index.ts';
import { ClaimEndings } from './claims/claim-endings.ts';
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
import { RoutingRepository } from './routing/routing.repository.ts';
import { registerRoutingRoutes } from './routing/routing.routes.ts';
import { RoutingService } from './routing/routing.service.ts';

export interface DispensingDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'counters' | 'cookie' | 'staff'>;
  administration: Pick<AdministrationArea, 'hospitals'>;
  notifications: Notify;
  prescribing: PrescribingArea;
  signing: Pick<SigningArea, 'hospitalSeal'>;
}

/** The handlers of prescribing’s hooks. */
export type DispensingArea = Pick<ClaimEndings, 'askCancellation' | 'expire' | 'summaries'> &
  Pick<RoutingService, 'changed'>;

/** Creates the dispensing area: pharmacies, their dispensers, and claims on approved prescriptions. */
export function createDispensingArea(deps: DispensingDeps): DispensingArea {
  const { transactions, routes } = deps;
  const { counters: accounts, cookie, staff } = deps.accounts;
  const { hospitals } = deps.administration;
  const claims = new ClaimRepository();
  const pharmacies = new PharmacyRepository();
  const invitations = new InvitationRepository();
  const routing = new RoutingRepository();
  const parts = {
    transactions,
    claims,
    pharmacies,
    invitations,
    routing,
    accounts,
    hospitals,
    notify: deps.notifications,
  };
  const records = deps.prescribing.dispensable;
  const { hospitalSeal } = deps.signing;
  const counter = new ClaimService({ ...parts, records, hospitalSeal });
  registerClaimRoutes(routes, counter);
  const sending = new RoutingService({ ...parts, records });
  registerRoutingRoutes(routes, sending, counter);
  registerReceiptRoutes(routes, new ReceiptService({ ...parts, records, hospitalSeal }));
  registerPharmacyRoutes(
    routes,
    new PharmacyService({ ...parts, staff, releaseAll: (tx, pharmacyId) => counter.releaseAll(tx, pharmacyId) }),
    new CounterService(parts),
    cookie,
  );
  const endings = new ClaimEndings(parts);
  return {
    changed: (tx, prescription) => sending.changed(tx, prescription),
    askCancellation: (tx, prescription, reason) => endings.askCancellation(tx, prescription, reason),
    expire: (tx, prescription) => endings.expire(tx, prescription),
    summaries: (tx, prescriptions) => endings.summaries(tx, prescriptions),
  };
}
