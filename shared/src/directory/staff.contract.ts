import { defineRoute } from '../core/route.ts';
import type { staffSchemas } from './staff.schemas.ts';

export type { StaffInvitationState, StaffSort, StaffState } from './staff.constants.ts';

export type { PractitionerDetails, PractitionerDraft, StaffMember, StaffInvitation } from './staff.schemas.ts';

export const listStaff = defineRoute<typeof staffSchemas, 'listStaff'>({
  name: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  permission: 'staff.manage',
});

export const readStaffMember = defineRoute<typeof staffSchemas, 'readStaffMember'>({
  name: 'readStaffMember',
  method: 'GET',
  path: '/api/staff/:accountId',
  permission: 'staff.manage',
});

export const setStaffRoles = defineRoute<typeof staffSchemas, 'setStaffRoles'>({
  name: 'setStaffRoles',
  method: 'PUT',
  path: '/api/staff/:accountId/roles',
  permission: 'staff.manage',
  ifMatch: true,
});

export const savePractitioner = defineRoute<typeof staffSchemas, 'savePractitioner'>({
  name: 'savePractitioner',
  method: 'PUT',
  path: '/api/staff/:accountId/practitioner',
  permission: 'staff.manage',
  ifMatch: true,
  confirmation: 'recent',
});

export const confirmApplication = defineRoute<typeof staffSchemas, 'confirmApplication'>({
  name: 'confirmApplication',
  method: 'POST',
  path: '/api/staff/:accountId/confirmation',
  permission: 'staff.manage',
  ifMatch: true,
  confirmation: 'recent',
});

export const returnApplication = defineRoute<typeof staffSchemas, 'returnApplication'>({
  name: 'returnApplication',
  method: 'POST',
  path: '/api/staff/:accountId/return',
  permission: 'staff.manage',
  ifMatch: true,
});

export const disableStaffMember = defineRoute<typeof staffSchemas, 'disableStaffMember'>({
  name: 'disableStaffMember',
  method: 'POST',
  path: '/api/staff/:accountId/disabling',
  permission: 'staff.manage',
  confirmation: 'recent',
});

export const enableStaffMember = defineRoute<typeof staffSchemas, 'enableStaffMember'>({
  name: 'enableStaffMember',
  method: 'POST',
  path: '/api/staff/:accountId/enabling',
  permission: 'staff.manage',
});

export const resetSecondFactor = defineRoute<typeof staffSchemas, 'resetSecondFactor'>({
  name: 'resetSecondFactor',
  method: 'POST',
  path: '/api/staff/:accountId/second-factor-reset',
  permission: 'staff.manage',
  confirmation: 'recent',
});

export const listStaffInvitations = defineRoute<typeof staffSchemas, 'listStaffInvitations'>({
  name: 'listStaffInvitations',
  method: 'GET',
  path: '/api/staff-invitations',
  permission: 'staff.manage',
});

export const inviteStaff = defineRoute<typeof staffSchemas, 'inviteStaff'>({
  name: 'inviteStaff',
  method: 'POST',
  path: '/api/staff-invitations',
  permission: 'staff.manage',
  status: 201,
});

export const renewStaffInvitation = defineRoute<typeof staffSchemas, 'renewStaffInvitation'>({
  name: 'renewStaffInvitation',
  method: 'POST',
  path: '/api/staff-invitations/:invitationId/link',
  permission: 'staff.manage',
});

export const withdrawStaffInvitation = defineRoute<typeof staffSchemas, 'withdrawStaffInvitation'>({
  name: 'withdrawStaffInvitation',
  method: 'DELETE',
  path: '/api/staff-invitations/:invitationId',
  permission: 'staff.manage',
  status: 204,
});

export const openStaffInvitation = defineRoute<typeof staffSchemas, 'openStaffInvitation'>({
  name: 'openStaffInvitation',
  method: 'POST',
  path: '/api/staff-invitations/opening',
  permission: 'public',
});

export const acceptStaffInvitation = defineRoute<typeof staffSchemas, 'acceptStaffInvitation'>({
  name: 'acceptStaffInvitation',
  method: 'POST',
  path: '/api/staff-invitations/acceptance',
  permission: 'public',
  status: 201,
});
