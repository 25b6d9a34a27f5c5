import * as actingContract from '@yunzhen/shared/accounts/acting.contract';
import * as contract from '@yunzhen/shared/accounts/family.contract';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import type { ActorContext } from '../../../platform/context.ts';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { FamilyService } from './family.service.ts';

export function registerFamilyRoutes(
  routes: RouteRegistrar,
  family: FamilyService,
  actFor: (context: ActorContext, patientId: string | null) => Promise<SessionGrant>,
): void {
  routes.route(contract.readFamily, (context) => family.read(context));
  routes.route(contract.addChild, (context, { body }) => family.addChild(context, body));
  routes.route(contract.inviteDependant, (context, { body }) => family.invite(context, body));
  routes.route(contract.decideGuardianship, (context, { params, body }) =>
    family.decide(context, params.guardianshipId, body),
  );
  routes.route(contract.endGuardianship, (context, { params }) => family.end(context, params.guardianshipId));
  routes.route(actingContract.actFor, (context, { body }) => actFor(context, body.patientId));
}
