import { routesOf } from '../core/route.ts';
import type { staffSchemas } from './staff.schemas.ts';

export type { StaffInvitationState, StaffSort, StaffState } from './staff.constants.ts';

export type { PractitionerDetails, PractitionerDraft, StaffMember, StaffInvitation } from './staff.schemas.ts';

const defineRoute = routesOf<typeof staffSchemas>();

export const listStaff = defineRoute('listStaff', 'GET /api/staff', 'staff.manage');
export const readStaffMember = defineRoute('readStaffMember', 'GET /api/staff/:accountId', 'staff.manage');
export const setStaffRoles = defineRoute('setStaffRoles', 'PUT /api/staff/:accountId/roles', 'staff.manage', {
  ifMatch: true,
});
export const savePractitioner = defineRoute(
  'savePractitioner',
  'PUT /api/staff/:accountId/practitioner',
  'staff.manage',
  { ifMatch: true, confirmation: 'recent' },
);
export const confirmApplication = defineRoute(
  'confirmApplication',
  'POST /api/staff/:accountId/confirmation',
  'staff.manage',
  { ifMatch: true, confirmation: 'recent' },
);
export const returnApplication = defineRoute('returnApplication', 'POST /api/staff/:accountId/return', 'staff.manage', {
  ifMatch: true,
});
export const disableStaffMember = defineRoute(
  'disableStaffMember',
  'POST /api/staff/:accountId/disabling',
  'staff.manage',
  { confirmation: 'recent' },
);
export const enableStaffMember = defineRoute(
  'enableStaffMember',
  'POST /api/staff/:accountId/enabling',
  'staff.manage',
);
export const resetSecondFactor = defineRoute(
  'resetSecondFactor',
  'POST /api/staff/:accountId/second-factor-reset',
  'staff.manage',
  { confirmation: 'recent' },
);
export const countMissingFactors = defineRoute(
  'countMissingFactors',
  'GET /api/staff/second-factor-reminders',
  'staff.manage',
);
export const remindOfSecondFactor = defineRoute(
  'remindOfSecondFactor',
  'POST /api/staff/second-factor-reminders',
  'staff.manage',
);
export const listStaffInvitations = defineRoute('listStaffInvitations', 'GET /api/staff-invitations', 'staff.manage');
export const inviteStaff = defineRoute('inviteStaff', 'POST /api/staff-invitations', 'staff.manage', { status: 201 });
export const renewStaffInvitation = defineRoute(
  'renewStaffInvitation',
  'POST /api/staff-invitations/:invitationId/link',
  'staff.manage',
);
export const withdrawStaffInvitation = defineRoute(
  'withdrawStaffInvitation',
  'DELETE /api/staff-invitations/:invitationId',
  'staff.manage',
  { status: 204 },
);
export const openStaffInvitation = defineRoute('openStaffInvitation', 'POST /api/staff-invitations/opening', 'public');
export const acceptStaffInvitation = defineRoute(
  'acceptStaffInvitation',
  'POST /api/staff-invitations/acceptance',
  'public',
  { status: 201 },
);
