import { z } from 'zod';
import { roomPhases } from './call.contract.ts';
import { id, instant, locale, localizedText, text } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/** Who a third person in the call is. */
export const guestRelations = ['family', 'interpreter', 'doctor', 'other'] as const;
export type GuestRelation = (typeof guestRelations)[number];

/**
 * `asked`: the doctor invited, the patient has not agreed yet, the link opens nothing. `ready`: the link may be used once.
 * `accepted`: a person has come with it, said their name and agreed. `declined`: the patient said no. `withdrawn`: taken back,
 * or the person was put out.
 */
export const invitationStatuses = ['asked', 'ready', 'accepted', 'declined', 'withdrawn'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

export const invitation = z.strictObject({
  id,
  relation: z.enum(guestRelations),
  /** As the inviter wrote it; the guest confirms or corrects it on coming in. */
  name: z.string(),
  status: z.enum(invitationStatuses),
  invitedBy: z.enum(['patient', 'doctor']),
  /** The participant id in the call, once accepted. */
  participantId: id.nullable(),
  createdAt: instant,
});
export type Invitation = z.output<typeof invitation>;

const visitParams = z.strictObject({ visitId: id });
const invitationParams = visitParams.extend({ invitationId: id });

export const callConduct = z.strictObject({
  visitId: id,
  phase: z.enum(roomPhases),
  invitations: z.array(invitation),
});
export type CallConduct = z.output<typeof callConduct>;

export const readCallConduct = defineRoute({
  name: 'readCallConduct',
  method: 'GET',
  path: '/api/visits/:visitId/call',
  summary: 'Hold and invitations of a call, for those who are in it; told of as `call` on the record socket',
  permission: 'call.join',
  params: visitParams,
  response: callConduct,
});

export const holdCall = defineRoute({
  name: 'holdCall',
  method: 'POST',
  path: '/api/visits/:visitId/call/hold',
  summary: 'The doctor puts the patient apart, or takes the patient back; repeating it changes nothing',
  permission: 'visit.conduct',
  params: visitParams,
  body: z.strictObject({ held: z.boolean() }),
  response: callConduct,
});

export const inviteGuest = defineRoute({
  name: 'inviteGuest',
  method: 'POST',
  path: '/api/visits/:visitId/call/invitations',
  summary: 'Invite a third person into the call by a link that is good once; at most three at a time',
  permission: 'call.invite',
  params: visitParams,
  body: z.strictObject({ relation: z.enum(guestRelations), name: text(80, 1) }),
  /** The secret is told once; the link is `{origin}/join/{id}#{secret}`. */
  response: z.strictObject({ invitation, secret: z.string() }),
  status: 201,
});

export const answerInvitation = defineRoute({
  name: 'answerInvitation',
  method: 'POST',
  path: '/api/visits/:visitId/call/invitations/:invitationId/answer',
  summary: 'The patient agrees to the doctor’s invitation or declines it',
  permission: 'call.agree',
  params: invitationParams,
  body: z.strictObject({ agreed: z.boolean() }),
  response: callConduct,
});

export const withdrawInvitation = defineRoute({
  name: 'withdrawInvitation',
  method: 'POST',
  path: '/api/visits/:visitId/call/invitations/:invitationId/withdrawal',
  summary: 'The doctor or the patient takes an invitation back; whoever came with it is put out of the call',
  permission: 'call.invite',
  params: invitationParams,
  response: callConduct,
});

// --- The guest, who has no account --------------------------------------------------------------------------------

const secret = z.string().min(20).max(100);
const openParams = z.strictObject({ invitationId: id });

export const openInvitation = defineRoute({
  name: 'openInvitation',
  method: 'POST',
  path: '/api/invitations/:invitationId/opening',
  summary:
    'What a link leads to: which hospital, whose call by role, whether it is still good; uses nothing up and names no patient',
  permission: 'public',
  params: openParams,
  body: z.strictObject({ secret }),
  response: z.strictObject({
    hospital: z.strictObject({ slug: z.string(), name: localizedText }),
    doctorName: z.string(),
    invitedBy: z.enum(['patient', 'doctor']),
    relation: z.enum(guestRelations),
    name: z.string(),
    status: z.enum(invitationStatuses),
  }),
  rateLimit: 30,
});

/** Which text the guest agreed to; its words are the page’s `join.consent` of this version. */
export const guestConsentVersion = '2026-11';

export const acceptInvitation = defineRoute({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/:invitationId/acceptance',
  summary:
    'Use the link: once. The key that is answered opens sessions for this visit only, until it ends or the guest is put out',
  permission: 'public',
  params: openParams,
  body: z.strictObject({
    secret,
    name: text(80, 1),
    consent: z.strictObject({ version: z.literal(guestConsentVersion), locale }),
  }),
  response: z.strictObject({ key: z.string(), visitId: id }),
  status: 201,
  rateLimit: 30,
});

export const openGuestSession = defineRoute({
  name: 'openGuestSession',
  method: 'POST',
  path: '/api/invitations/:invitationId/session',
  summary: 'A fresh access token for an accepted guest; refused once the visit has ended or the guest was put out',
  permission: 'public',
  params: openParams,
  body: z.strictObject({ key: secret }),
  response: z.strictObject({
    accessToken: z.string(),
    expiresAt: instant,
    visitId: id,
    participantId: id,
    name: z.string(),
  }),
  rateLimit: 60,
});
