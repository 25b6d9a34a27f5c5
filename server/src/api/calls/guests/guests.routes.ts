import * as contract from '@yunzhen/shared/calls/conduct.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { CallConductService } from '../rooms/call-conduct.service.ts';
import type { GuestDoorService } from './guest-door.service.ts';
import type { InvitationsService } from './invitations.service.ts';

export function registerGuestRoutes(
  routes: RouteRegistrar,
  services: { conduct: CallConductService; invitations: InvitationsService; door: GuestDoorService },
): void {
  const { conduct, invitations, door } = services;

  routes.route(contract.readCallConduct, (context, { params }) => conduct.read(context, params.visitId));
  routes.route(contract.holdCall, (context, { params, body }) => conduct.hold(context, params.visitId, body.held));

  routes.route(contract.inviteGuest, (context, { params, body }) => invitations.invite(context, params.visitId, body));
  routes.route(contract.answerInvitation, (context, { params, body }) =>
    invitations.answer(context, params.visitId, params.invitationId, body.agreed),
  );
  routes.route(contract.withdrawInvitation, (context, { params }) =>
    invitations.withdraw(context, params.visitId, params.invitationId),
  );

  routes.openRoute(contract.openInvitation, (context, { params, body }) =>
    door.open(context, params.invitationId, body.secret),
  );
  routes.openRoute(contract.acceptInvitation, (context, { params, body }) =>
    door.accept(context, params.invitationId, body),
  );
  routes.openRoute(contract.openGuestSession, (context, { params, body }) =>
    door.session(context, params.invitationId, body.key),
  );
}
