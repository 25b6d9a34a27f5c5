import { z } from 'zod';
import { licenceStates, staffRoles } from './staff.ts';
import { mailStates } from '../notifications/notifications.constants.ts';
import { sessionGrant } from '../accounts/auth.schemas.ts';
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
import { staffSorts, staffInvitationStates, staffInvitationSorts } from './staff.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

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

export const roleChange = z.strictObject({
  roles,
  /** Needed when a role of these makes somebody a practitioner for the first time. */
  practitioner: practitionerDetails.nullable().default(null),
});
export const doctorRoleChange = roleChange.extend({ practitioner: doctorDetails.nullable() });

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

export const invitation = z.strictObject({
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

const invitationParams = z.strictObject({ invitationId: id });

/** What the link of an invitation stands for. */
export const staffInvitationLink = z.strictObject({
  hospital: hospitalSlug,
  invitationId: id,
  secret: z.string().min(16).max(100),
});

export const staffSchemas = {
  listStaff: {
    summary: 'List staff; `q` searches names, e-mail addresses and licence numbers',
    query: z.strictObject({
      ...sortedQuery(staffSorts),
      role: z.enum(staffRoles).optional(),
      status: z.enum(['active', 'disabled']).optional(),
      licence: z.enum(licenceStates).optional(),
    }),
    response: page(staffMember),
  },
  readStaffMember: {
    summary: 'Get a staff member',
    params: staffParams,
    response: staffMember,
  },
  setStaffRoles: {
    summary: 'Change a person’s roles; ends their sessions. Requires a second factor',
    params: staffParams,
    body: roleChange,
    response: staffMember,
  },
  savePractitioner: {
    summary: 'Change a practitioner’s title, licence, languages and departments',
    params: staffParams,
    body: practitionerDetails,
    response: staffMember,
  },
  disableStaffMember: {
    summary: 'Close an account; ends its sessions and sockets and blocks sign-in',
    params: staffParams,
    response: staffMember,
  },
  enableStaffMember: {
    summary: 'Reopen a closed account. Requires a second factor',
    params: staffParams,
    response: staffMember,
  },
  resetSecondFactor: {
    summary:
      'Remove a colleague’s second factors and recovery codes and sign them out; they set up a new one when they sign in',
    params: staffParams,
    response: staffMember,
  },
  listStaffInvitations: {
    summary: 'List invitations, newest first, open ones by default; `q` searches names and addresses',
    query: z.strictObject({
      ...sortedQuery(staffInvitationSorts, 'desc'),
      state: z.enum(staffInvitationStates).optional(),
    }),
    response: page(staffInvitation),
  },
  inviteStaff: {
    summary:
      'Invite a staff member; the link is sent to the address and its secret is shown once. Requires a second factor',
    body: invitation,
    response: madeLink,
    rateLimit: 60,
  },
  renewStaffInvitation: {
    summary: 'Send a new invitation link valid for seven days; the previous link stops working',
    params: invitationParams,
    response: madeLink,
    rateLimit: 60,
  },
  withdrawStaffInvitation: {
    summary: 'Revoke an invitation link',
    params: invitationParams,
    response: empty,
  },
  openStaffInvitation: {
    summary: 'Get what an invitation is for; wrong and used links look the same',
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
  },
  acceptStaffInvitation: {
    summary: 'Accept with your name and a password; signs in and sets the refresh cookie',
    body: staffInvitationLink.extend({
      name: text(80, 1),
      nameLatin: text(120).default(''),
      password: newPassword,
      locale,
    }),
    response: sessionGrant,
    rateLimit: 10,
  },
} satisfies RouteSchemas;
