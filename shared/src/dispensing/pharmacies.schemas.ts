import { z } from 'zod';
import { pharmacyKinds } from './dispensing.ts';
import { mailStates } from '../notifications/notifications.constants.ts';
import { sessionGrant } from '../accounts/auth.schemas.ts';
import { email, hospitalSlug, newPassword } from '../core/contact.ts';
import { empty, id, instant, locale, localizedText, page, sortedQuery, text, version } from '../core/common.ts';
import { pharmacySorts, pharmacyStates } from './pharmacies.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const pharmacy = z.strictObject({
  id,
  version,
  name: localizedText,
  kind: z.enum(pharmacyKinds),
  phone: z.string(),
  createdAt: instant,
  withdrawnAt: instant.nullable(),
  /** Since when its key is good; null when it has none. The key itself is never shown again. */
  keyMadeAt: instant.nullable(),
  dispensers: z.array(z.strictObject({ accountId: id, name: z.string(), nameLatin: z.string(), email: z.string() })),
  /** Not answered yet; those that are over can be renewed. */
  invitations: z.array(
    z.strictObject({
      id,
      name: z.string(),
      email: z.string(),
      invitedAt: instant,
      expiresAt: instant,
      expired: z.boolean(),
      /** What has become of the mail with the link that is good now. */
      mail: z.enum(mailStates),
    }),
  ),
  /** How much it has in hand now. */
  openClaims: z.int(),
});
export type Pharmacy = z.output<typeof pharmacy>;

const pharmacyParams = z.strictObject({ pharmacyId: id });
/** A secret that is good once: the part of an address after `#`, as with the printed code. */
const secret = z.string().min(16).max(100);

const madeLink = z.strictObject({ invitationId: id, secret: z.string(), expiresAt: instant, pharmacy });

/** What the link of an invitation holds. */
export const pharmacyInvitationLink = z.strictObject({ hospital: hospitalSlug, invitationId: id, secret });

export const createPharmacyBody = z.strictObject({
  /** Made by the page, so that a doubled command makes one. */
  id,
  name: z.strictObject({ en: text(120, 1), zh: text(120, 1) }),
  kind: z.enum(pharmacyKinds),
  phone: text(40).default(''),
});

export const inviteDispenserBody = z.strictObject({
  email,
  name: text(80, 1),
  nameLatin: text(120).default(''),
  locale: locale.default('zh-CN'),
});

export const pharmaciesSchemas = {
  listPharmacies: {
    summary:
      'Pharmacies that may dispense the hospital’s prescriptions; `q` looks in their names and telephone numbers and in who works there',
    query: z.strictObject({ ...sortedQuery(pharmacySorts, 'desc'), state: z.enum(pharmacyStates).optional() }),
    response: page(pharmacy),
  },
  createPharmacy: {
    summary: 'Let a pharmacy dispense the hospital’s prescriptions',
    body: createPharmacyBody,
    response: pharmacy,
  },
  withdrawPharmacy: {
    summary:
      'End a pharmacy’s right to dispense: its accounts and its key end, what it has in hand returns to the pool',
    params: pharmacyParams,
    response: pharmacy,
  },
  makePharmacyKey: {
    summary: 'Make a key for the pharmacy’s counter; shown once, the one before it stops working',
    params: pharmacyParams,
    response: z.strictObject({ key: z.string(), pharmacy }),
  },
  withdrawPharmacyKey: {
    summary: 'Make the pharmacy’s key worthless; whoever is signed in with it is signed out',
    params: pharmacyParams,
    response: pharmacy,
  },
  inviteDispenser: {
    summary: 'Invite a person of the pharmacy: the link goes to the address, and its secret is shown once',
    params: pharmacyParams,
    body: inviteDispenserBody,
    response: madeLink,
  },
  renewPharmacyInvitation: {
    summary: 'Make and mail a new link, good for another seven days; the one before stops working',
    params: pharmacyParams.extend({ invitationId: id }),
    response: madeLink,
    rateLimit: 60,
  },
  withdrawDispenser: {
    summary: 'End a person’s account at the pharmacy',
    params: pharmacyParams.extend({ accountId: id }),
    response: pharmacy,
  },
  withdrawPharmacyInvitation: {
    summary: 'Take an invitation back that was not answered',
    params: pharmacyParams.extend({ invitationId: id }),
    response: pharmacy,
  },
  openPharmacyInvitation: {
    summary: 'What an invitation is for, told to whoever holds its link',
    body: pharmacyInvitationLink,
    response: z.strictObject({ pharmacy: localizedText, hospital: localizedText, name: z.string(), email: z.string() }),
    rateLimit: 30,
  },
  acceptPharmacyInvitation: {
    summary: 'Accept an invitation with a password of one’s own; makes the account. Sign in with it afterwards',
    body: pharmacyInvitationLink.extend({ password: newPassword, locale }),
    response: empty,
    rateLimit: 10,
  },
  openCounter: {
    summary: 'Sign a pharmacy’s counter in with its key; sets the refresh cookie',
    body: z.strictObject({ hospital: hospitalSlug, key: z.string().trim().min(16).max(100) }),
    response: sessionGrant,
    rateLimit: 10,
  },
} satisfies RouteSchemas;
