import { z } from 'zod';
import { licenceStates, staffRoles } from './staff.ts';
import { mailStates } from '../notifications/notifications.contract.ts';
import { sessionGrant } from '../accounts/auth.contract.ts';
import { email, hospitalSlug, newPassword } from '../core/contact.ts';
import {
  date,
  empty,
  id,
  instant,
  locale,
  localizedText,
  page,
  personNames,
  sortedQuery,
  text,
  version,
} from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

const departmentIds = z.array(id).max(30);
const languages = z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)).max(12);

/** What the hospital must know of somebody who practises. */
export const practitionerDetails = z.strictObject({
  title: z.strictObject({ en: text(80, 1), zh: text(80, 1) }),
  bio: z.strictObject({ en: text(600), zh: text(600) }).default({ en: '', zh: '' }),
  /** What patients can speak with them; by it they are found. */
  languages: languages.min(1),
  licenceNumber: text(40, 1),
  /** Last day on which the licence holds. */
  licenceValidUntil: date,
  /** Whole years of independent practice. */
  yearsOfPractice: z.int().min(0).max(80),
  /** Where a doctor sees patients, who find doctors through their departments; none for a pharmacist. */
  departmentIds: departmentIds.default([]),
});
export type PractitionerDetails = z.output<typeof practitionerDetails>;

/** The same of a doctor; the hospital asks for it once it knows what somebody is. */
export const doctorDetails = practitionerDetails.extend({ departmentIds: departmentIds.min(1) });

/** Unanswered and good, unanswered and over, taken up, taken back. */
export const staffInvitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const;
export type StaffInvitationState = (typeof staffInvitationStates)[number];

const roles = z.array(z.enum(staffRoles)).min(1).max(staffRoles.length);

export const staffMember = z.strictObject({
  id,
  version,
  name: z.string(),
  nameLatin: z.string(),
  email: z.string(),
  roles: z.array(z.enum(staffRoles)),
  status: z.enum(['active', 'disabled']),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  hasSecondFactor: z.boolean(),
  practitioner: z
    .strictObject({
      id,
      kind: z.enum(['doctor', 'pharmacist']),
      title: localizedText,
      bio: localizedText,
      languages: z.array(z.string()),
      licenceNumber: z.string(),
      licenceValidUntil: date,
      licence: z.enum(licenceStates),
      yearsOfPractice: z.int(),
      departmentIds: z.array(id),
      /** Until when the certificate in force lets them sign; null without one. */
      certificateUntil: instant.nullable(),
    })
    .nullable(),
});
export type StaffMember = z.output<typeof staffMember>;

const staffParams = z.strictObject({ accountId: id });

export const staffSorts = ['name', 'created', 'last-seen', 'licence'] as const;
export type StaffSort = (typeof staffSorts)[number];

export const listStaff = defineRoute({
  name: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  summary: 'People who work in the hospital; `q` looks in names, e-mail addresses and licence numbers',
  permission: 'staff.manage',
  query: z.strictObject({
    ...sortedQuery(staffSorts),
    role: z.enum(staffRoles).optional(),
    status: z.enum(['active', 'disabled']).optional(),
    licence: z.enum(licenceStates).optional(),
  }),
  response: page(staffMember),
});

export const readStaffMember = defineRoute({
  name: 'readStaffMember',
  method: 'GET',
  path: '/api/staff/:accountId',
  summary: 'One person of the staff',
  permission: 'staff.manage',
  params: staffParams,
  response: staffMember,
});

const roleChange = z.strictObject({
  roles,
  /** Needed when a role of these makes somebody a practitioner for the first time. */
  practitioner: practitionerDetails.nullable().default(null),
});
export const doctorRoleChange = roleChange.extend({ practitioner: doctorDetails.nullable() });

export const setStaffRoles = defineRoute({
  name: 'setStaffRoles',
  method: 'PUT',
  path: '/api/staff/:accountId/roles',
  summary: 'Give and take roles; ends the person’s sessions. Asks for a second factor',
  permission: 'staff.manage',
  params: staffParams,
  ifMatch: true,
  body: roleChange,
  response: staffMember,
});

export const savePractitioner = defineRoute({
  name: 'savePractitioner',
  method: 'PUT',
  path: '/api/staff/:accountId/practitioner',
  summary: 'Change title, licence, languages and departments of somebody who practises',
  permission: 'staff.manage',
  params: staffParams,
  ifMatch: true,
  body: practitionerDetails,
  response: staffMember,
});

export const disableStaffMember = defineRoute({
  name: 'disableStaffMember',
  method: 'POST',
  path: '/api/staff/:accountId/disabling',
  summary: 'Close an account: its sessions and sockets end at once, nobody signs in to it',
  permission: 'staff.manage',
  params: staffParams,
  response: staffMember,
});

export const enableStaffMember = defineRoute({
  name: 'enableStaffMember',
  method: 'POST',
  path: '/api/staff/:accountId/enabling',
  summary: 'Open a closed account again. Asks for a second factor',
  permission: 'staff.manage',
  params: staffParams,
  response: staffMember,
});

export const staffInvitation = z.strictObject({
  id,
  name: z.string(),
  nameLatin: z.string(),
  email: z.string(),
  roles: z.array(z.enum(staffRoles)),
  invitedAt: instant,
  /** Null where the operator invited, for a new hospital. */
  invitedBy: personNames.nullable(),
  expiresAt: instant,
  state: z.enum(staffInvitationStates),
  /** What has become of the mail with the link that is good now. */
  mail: z.enum(mailStates),
  /** In which version of the hospital’s words that mail went out; 0 for the house’s own, null before it has. */
  mailWords: z.int().nullable(),
});
export type StaffInvitation = z.output<typeof staffInvitation>;

/** The secret of a link that is good once: the part of an address after `#`. */
const madeLink = z.strictObject({ invitation: staffInvitation, secret: z.string() });

export const staffInvitationSorts = ['invited', 'expires', 'name'] as const;

export const listStaffInvitations = defineRoute({
  name: 'listStaffInvitations',
  method: 'GET',
  path: '/api/staff-invitations',
  summary:
    'Invitations, newest first; without a state those that nobody has answered or taken back. `q` looks in names and addresses',
  permission: 'staff.manage',
  query: z.strictObject({
    ...sortedQuery(staffInvitationSorts, 'desc'),
    state: z.enum(staffInvitationStates).optional(),
  }),
  response: page(staffInvitation),
});

const invitation = z.strictObject({
  /** Made by the page, so that a doubled command makes one; the link of the later answer is the good one. */
  id,
  email,
  name: text(80, 1),
  nameLatin: text(120).default(''),
  locale,
  roles,
  practitioner: practitionerDetails.nullable().default(null),
});
export const doctorInvitation = invitation.extend({ practitioner: doctorDetails.nullable() });

export const inviteStaff = defineRoute({
  name: 'inviteStaff',
  method: 'POST',
  path: '/api/staff-invitations',
  summary: 'Invite a person: the link goes to the address, and its secret is shown once. Asks for a second factor',
  permission: 'staff.manage',
  body: invitation,
  response: madeLink,
  status: 201,
  rateLimit: 60,
});

const invitationParams = z.strictObject({ invitationId: id });

export const renewStaffInvitation = defineRoute({
  name: 'renewStaffInvitation',
  method: 'POST',
  path: '/api/staff-invitations/:invitationId/link',
  summary: 'Make and mail a new link, good for another seven days; the one before stops working',
  permission: 'staff.manage',
  params: invitationParams,
  response: madeLink,
  rateLimit: 60,
});

export const withdrawStaffInvitation = defineRoute({
  name: 'withdrawStaffInvitation',
  method: 'DELETE',
  path: '/api/staff-invitations/:invitationId',
  summary: 'Make an invitation’s link worthless',
  permission: 'staff.manage',
  params: invitationParams,
  response: empty,
  status: 204,
});

/** What the link of an invitation stands for. */
export const staffInvitationLink = z.strictObject({
  hospital: hospitalSlug,
  invitationId: id,
  secret: z.string().min(16).max(100),
});

export const openStaffInvitation = defineRoute({
  name: 'openStaffInvitation',
  method: 'POST',
  path: '/api/staff-invitations/opening',
  summary: 'What an invitation is for; a wrong link and one that was used look the same',
  permission: 'public',
  body: staffInvitationLink,
  response: z.strictObject({
    hospital: localizedText,
    name: z.string(),
    nameLatin: z.string(),
    email: z.string(),
    roles: z.array(z.enum(staffRoles)),
    expiresAt: instant,
  }),
  rateLimit: 30,
});

export const acceptStaffInvitation = defineRoute({
  name: 'acceptStaffInvitation',
  method: 'POST',
  path: '/api/staff-invitations/acceptance',
  summary: 'Accept with one’s name and a password of one’s own; signs in and sets the refresh cookie',
  permission: 'public',
  body: staffInvitationLink.extend({
    name: text(80, 1),
    nameLatin: text(120).default(''),
    password: newPassword,
    locale,
  }),
  response: sessionGrant,
  status: 201,
  rateLimit: 10,
});
