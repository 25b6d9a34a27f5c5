import * as contract from '@yunzhen/shared/directory/staff.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { SessionCookies } from '../../accounts/index.ts';
import type { InvitingService } from './inviting.service.ts';
import type { JoiningService } from './joining.service.ts';
import type { StaffService } from './staff.service.ts';

export function registerStaffRoutes(
  routes: RouteRegistrar,
  cookie: SessionCookies,
  services: { staff: StaffService; inviting: InvitingService; joining: JoiningService },
): void {
  const { staff, inviting, joining } = services;
  routes.route(contract.listStaff, (context, { query }) => staff.list(context, query));
  routes.route(contract.readStaffMember, (context, { params }) => staff.read(context, params.accountId));
  routes.route(contract.setStaffRoles, (context, { params, version, body }) =>
    staff.setRoles(context, params.accountId, version, body),
  );
  routes.route(contract.savePractitioner, (context, { params, version, body }) =>
    staff.savePractitioner(context, params.accountId, version, body),
  );
  routes.route(contract.resetSecondFactor, (context, { params }) => staff.resetSecondFactor(context, params.accountId));
  routes.route(contract.countMissingFactors, (context) => staff.countMissingFactors(context));
  routes.route(contract.remindOfSecondFactor, (context) => staff.remindOfSecondFactor(context));
  routes.route(contract.disableStaffMember, (context, { params }) => staff.disable(context, params.accountId));
  routes.route(contract.enableStaffMember, (context, { params }) => staff.enable(context, params.accountId));
  routes.route(contract.listStaffInvitations, (context, { query }) => inviting.list(context, query));
  routes.route(contract.inviteStaff, (context, { body }) => inviting.invite(context, body));
  routes.route(contract.renewStaffInvitation, (context, { params }) => inviting.renew(context, params.invitationId));
  routes.route(contract.withdrawStaffInvitation, (context, { params }) =>
    inviting.withdraw(context, params.invitationId),
  );
  routes.openRoute(contract.openStaffInvitation, (context, { body }) => joining.open(context, body));
  routes.openRoute(contract.acceptStaffInvitation, async (context, { body }, reply, request) => {
    const opened = await joining.accept(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });
}
