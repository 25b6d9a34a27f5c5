import { z } from 'zod';
import { roomPhases } from './call.constants.ts';
import { id, instant, locale, localizedText, text } from '../core/common.ts';
import { guestRelations, invitationStatuses, guestConsentVersion } from './conduct.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

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

// --- The guest, who has no account --------------------------------------------------------------------------------

const secret = z.string().min(20).max(100);
const openParams = z.strictObject({ invitationId: id });

export const conductSchemas = {
  readCallConduct: {
    summary: 'Hold and invitations of a call, for those who are in it; told of as `call` on the record socket',
    params: visitParams,
    response: callConduct,
  },
  holdCall: {
    summary: 'The doctor puts the patient apart, or takes the patient back; repeating it changes nothing',
    params: visitParams,
    body: z.strictObject({ held: z.boolean() }),
    response: callConduct,
  },
  inviteGuest: {
    summary: 'Invite a third person into the call by a link that is good once; at most three at a time',
    params: visitParams,
    body: z.strictObject({ relation: z.enum(guestRelations), name: text(80, 1) }),
    /** The secret is told once; the link is `{origin}/join/{id}#{secret}`. */
    response: z.strictObject({ invitation, secret: z.string() }),
  },
  answerInvitation: {
    summary: 'The patient agrees to the doctor’s invitation or declines it',
    params: invitationParams,
    body: z.strictObject({ agreed: z.boolean() }),
    response: callConduct,
  },
  withdrawInvitation: {
    summary: 'The doctor or the patient takes an invitation back; whoever came with it is put out of the call',
    params: invitationParams,
    response: callConduct,
  },
  openInvitation: {
    summary:
      'What a link leads to: which hospital, whose call by role, whether it is still good; uses nothing up and names no patient',
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
  },
  acceptInvitation: {
    summary:
      'Use the link: once. The key that is answered opens sessions for this visit only, until it ends or the guest is put out',
    params: openParams,
    body: z.strictObject({
      secret,
      name: text(80, 1),
      consent: z.strictObject({ version: z.literal(guestConsentVersion), locale }),
    }),
    response: z.strictObject({ key: z.string(), visitId: id }),
    rateLimit: 30,
  },
  openGuestSession: {
    summary: 'A fresh access token for an accepted guest; refused once the visit has ended or the guest was put out',
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
