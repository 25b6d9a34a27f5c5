import * as contract from '@yunzhen/shared/dispensing/pharmacies.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { SessionCookies } from '../../accounts/index.ts';
import type { CounterService } from './counter.service.ts';
import type { PharmacyService } from './pharmacy.service.ts';

export function registerPharmacyRoutes(
  routes: RouteRegistrar,
  pharmacies: PharmacyService,
  counter: CounterService,
  cookie: SessionCookies,
): void {
  routes.route(contract.listPharmacies, (context, { query }) => pharmacies.list(context, query));
  routes.route(contract.createPharmacy, (context, { body }) => pharmacies.create(context, body));
  routes.route(contract.withdrawPharmacy, (context, { params }) => pharmacies.withdraw(context, params.pharmacyId));
  routes.route(contract.makePharmacyKey, (context, { params }) => pharmacies.makeKey(context, params.pharmacyId));
  routes.route(contract.withdrawPharmacyKey, (context, { params }) =>
    pharmacies.withdrawKey(context, params.pharmacyId),
  );
  routes.route(contract.inviteDispenser, (context, { params, body }) =>
    pharmacies.invite(context, params.pharmacyId, body),
  );
  routes.route(contract.renewPharmacyInvitation, (context, { params }) =>
    pharmacies.renewInvitation(context, params.pharmacyId, params.invitationId),
  );
  routes.route(contract.withdrawPharmacyInvitation, (context, { params }) =>
    pharmacies.withdrawInvitation(context, params.pharmacyId, params.invitationId),
  );
  routes.route(contract.withdrawDispenser, (context, { params }) =>
    pharmacies.withdrawDispenser(context, params.pharmacyId, params.accountId),
  );
  routes.route(contract.resetDispenserFactor, (context, { params }) =>
    pharmacies.resetDispenserFactor(context, params.pharmacyId, params.accountId),
  );
  routes.openRoute(contract.openPharmacyInvitation, (context, { body }) => counter.openInvitation(context, body));
  routes.openRoute(contract.acceptPharmacyInvitation, async (context, { body }, reply, request) => {
    const opened = await counter.accept(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });
  routes.openRoute(contract.openCounter, async (context, { body }, reply, request) => {
    const opened = await counter.open(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });
}
