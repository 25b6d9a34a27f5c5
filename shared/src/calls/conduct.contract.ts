import { routesOf } from '../core/route.ts';
import type { conductSchemas } from './conduct.schemas.ts';

export type { GuestRelation, InvitationStatus } from './conduct.constants.ts';

export type { Invitation, CallConduct } from './conduct.schemas.ts';

const defineRoute = routesOf<typeof conductSchemas>();

export const readCallConduct = defineRoute('readCallConduct', 'GET /api/visits/:visitId/call', 'call.join');
export const holdCall = defineRoute('holdCall', 'POST /api/visits/:visitId/call/hold', 'visit.conduct');
export const inviteGuest = defineRoute('inviteGuest', 'POST /api/visits/:visitId/call/invitations', 'call.invite', {
  status: 201,
});
export const answerInvitation = defineRoute(
  'answerInvitation',
  'POST /api/visits/:visitId/call/invitations/:invitationId/answer',
  'call.agree',
);
export const withdrawInvitation = defineRoute(
  'withdrawInvitation',
  'POST /api/visits/:visitId/call/invitations/:invitationId/withdrawal',
  'call.invite',
);
export const openInvitation = defineRoute('openInvitation', 'POST /api/invitations/:invitationId/opening', 'public');
export const acceptInvitation = defineRoute(
  'acceptInvitation',
  'POST /api/invitations/:invitationId/acceptance',
  'public',
  { status: 201 },
);
export const openGuestSession = defineRoute(
  'openGuestSession',
  'POST /api/invitations/:invitationId/session',
  'public',
);
