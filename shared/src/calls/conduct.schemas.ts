import { z } from 'zod';
import { roomPhases } from './call.constants.ts';
import { id, instant, locale, localizedText } from '../core/common.ts';
import { printedName } from '../core/printed-name.ts';
import { guestRelations, invitationStatuses, guestConsentVersion } from './conduct.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const invitation = z.strictObject({
  id,
  relation: z.enum(guestRelations),
  /** As the inviter wrote it; the guest confirms or corrects it when entering. */
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

// --- The guest, who has no account --------------------------------------------------------------------------------

const secret = z.string().min(20).max(100);
const openParams = z.strictObject({ invitationId: id });

export const conductSchemas = {
  readCallConduct: {
    summary:
      'Get the hold state and invitations of a call, for its participants; changes are sent as `call` on the record socket',
    params: visitParams,
    response: callConduct,
  },
  holdCall: {
    summary: 'Put the patient on hold, or resume; repeating changes nothing',
    params: visitParams,
    body: z.strictObject({ held: z.boolean() }),
    response: callConduct,
  },
  inviteGuest: {
    summary: 'Invite a guest to the call with a single-use link; at most three at a time',
    params: visitParams,
    body: z.strictObject({ relation: z.enum(guestRelations), name: printedName(80) }),
    /** The secret is sent once; the link is `{origin}/join/{id}#{secret}`. */
    response: z.strictObject({ invitation, secret: z.string() }),
  },
  answerInvitation: {
    summary: 'Accept or decline a guest invitation as the patient',
    params: invitationParams,
    body: z.strictObject({ agreed: z.boolean() }),
    response: callConduct,
  },
  withdrawInvitation: {
    summary: 'Withdraw a guest invitation; removes its guest from the call',
    params: invitationParams,
    response: callConduct,
  },
  openInvitation: {
    summary:
      'Get what a guest link is for: hospital, role of the host, validity; does not redeem it and names no patient',
    params: openParams,
    body: z.strictObject({ secret }),
    response: z.strictObject({
      hospital: z.strictObject({ slug: z.string(), name: localizedText }),
      doctorName: z.string(),
      doctorNameLatin: z.string().optional(),
      invitedBy: z.enum(['patient', 'doctor']),
      relation: z.enum(guestRelations),
      name: z.string(),
      status: z.enum(invitationStatuses),
    }),
    rateLimit: 30,
  },
  acceptInvitation: {
    summary:
      'Redeem a guest link (once); returns a key for this visit only, valid until it ends or the guest is removed',
    params: openParams,
    body: z.strictObject({
      secret,
      name: printedName(80),
      consent: z.strictObject({ version: z.literal(guestConsentVersion), locale }),
    }),
    response: z.strictObject({ key: z.string(), visitId: id }),
    rateLimit: 30,
  },
  openGuestSession: {
    summary: 'Get a new access token for an accepted guest; refused after the visit ends or the guest is removed',
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
  },
} satisfies RouteSchemas;
