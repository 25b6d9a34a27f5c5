import { defineRoute } from '../core/route.ts';
import type { conductSchemas } from './conduct.schemas.ts';

export type { GuestRelation, InvitationStatus } from './conduct.constants.ts';

export type { Invitation, CallConduct } from './conduct.schemas.ts';

export const readCallConduct = defineRoute<typeof conductSchemas, 'readCallConduct'>({
  name: 'readCallConduct',
  method: 'GET',
  path: '/api/visits/:visitId/call',
  permission: 'call.join',
});

export const holdCall = defineRoute<typeof conductSchemas, 'holdCall'>({
  name: 'holdCall',
  method: 'POST',
  path: '/api/visits/:visitId/call/hold',
  permission: 'visit.conduct',
});

export const inviteGuest = defineRoute<typeof conductSchemas, 'inviteGuest'>({
  name: 'inviteGuest',
  method: 'POST',
  path: '/api/visits/:visitId/call/invitations',
  permission: 'call.invite',
  status: 201,
});

export const answerInvitation = defineRoute<typeof conductSchemas, 'answerInvitation'>({
  name: 'answerInvitation',
  method: 'POST',
  path: '/api/visits/:visitId/call/invitations/:invitationId/answer',
  permission: 'call.agree',
});

export const withdrawInvitation = defineRoute<typeof conductSchemas, 'withdrawInvitation'>({
  name: 'withdrawInvitation',
  method: 'POST',
  path: '/api/visits/:visitId/call/invitations/:invitationId/withdrawal',
  permission: 'call.invite',
});

export const openInvitation = defineRoute<typeof conductSchemas, 'openInvitation'>({
  name: 'openInvitation',
  method: 'POST',
  path: '/api/invitations/:invitationId/opening',
  permission: 'public',
});

export const acceptInvitation = defineRoute<typeof conductSchemas, 'acceptInvitation'>({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/:invitationId/acceptance',
  permission: 'public',
  status: 201,
});

export const openGuestSession = defineRoute<typeof conductSchemas, 'openGuestSession'>({
  name: 'openGuestSession',
  method: 'POST',
  path: '/api/invitations/:invitationId/session',
  permission: 'public',
});
