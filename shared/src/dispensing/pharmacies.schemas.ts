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
      'List pharmacies that can dispense the hospital’s prescriptions; `q` searches names, telephone numbers and users',
    query: z.strictObject({ ...sortedQuery(pharmacySorts, 'desc'), state: z.enum(pharmacyStates).optional() }),
    response: page(pharmacy),
  },
  createPharmacy: {
    summary: 'Add a pharmacy that can dispense the hospital’s prescriptions',
    body: createPharmacyBody,
    response: pharmacy,
  },
  withdrawPharmacy: {
    summary: 'Remove a pharmacy; closes its accounts, revokes its key and releases its claims',
    params: pharmacyParams,
    response: pharmacy,
  },
  makePharmacyKey: {
    summary: 'Create a counter key for the pharmacy; shown once, and replaces the previous key',
    params: pharmacyParams,
    response: z.strictObject({ key: z.string(), pharmacy }),
  },
  withdrawPharmacyKey: {
    summary: 'Revoke the pharmacy’s counter key and sign out everyone who used it',
    params: pharmacyParams,
    response: pharmacy,
  },
  inviteDispenser: {
    summary: 'Invite a pharmacy user; the link is sent to the address and its secret is shown once',
    params: pharmacyParams,
    body: inviteDispenserBody,
    response: madeLink,
  },
  renewPharmacyInvitation: {
    summary: 'Send a new invitation link valid for seven days; the previous link stops working',
    params: pharmacyParams.extend({ invitationId: id }),
    response: madeLink,
    rateLimit: 60,
  },
  withdrawDispenser: {
    summary: 'Close a person’s pharmacy account',
    params: pharmacyParams.extend({ accountId: id }),
    response: pharmacy,
  },
  withdrawPharmacyInvitation: {
    summary: 'Withdraw an unanswered invitation',
    params: pharmacyParams.extend({ invitationId: id }),
    response: pharmacy,
  },
  openPharmacyInvitation: {
    summary: 'Get what an invitation is for, by its link',
    body: pharmacyInvitationLink,
    response: z.strictObject({ pharmacy: localizedText, hospital: localizedText, name: z.string(), email: z.string() }),
    rateLimit: 30,
  },
  acceptPharmacyInvitation: {
    summary: 'Accept an invitation and set a password; creates the account. Sign in afterwards',
    body: pharmacyInvitationLink.extend({ password: newPassword, locale }),
    response: empty,
    rateLimit: 10,
  },
  openCounter: {
    summary: 'Sign in a pharmacy counter with its key; sets the refresh cookie',
    body: z.strictObject({ hospital: hospitalSlug, key: z.string().trim().min(16).max(100) }),
    response: sessionGrant,
    rateLimit: 10,
  },
} satisfies RouteSchemas;
