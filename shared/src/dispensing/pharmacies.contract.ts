import { z } from 'zod';
import { pharmacyKinds } from './dispensing.ts';
import { mailStates } from '../notifications/notifications.contract.ts';
import { sessionGrant } from '../accounts/auth.contract.ts';
import { email, hospitalSlug, newPassword } from '../core/contact.ts';
import { empty, id, instant, locale, localizedText, page, sortedQuery, text, version } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

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

export const pharmacySorts = ['added', 'name', 'state'] as const;
export const pharmacyStates = ['in-force', 'withdrawn'] as const;

export const listPharmacies = defineRoute({
  name: 'listPharmacies',
  method: 'GET',
  path: '/api/pharmacies',
  summary:
    'Pharmacies that may dispense the hospital’s prescriptions; `q` looks in their names and telephone numbers and in who works there',
  permission: 'pharmacy.manage',
  query: z.strictObject({ ...sortedQuery(pharmacySorts, 'desc'), state: z.enum(pharmacyStates).optional() }),
  response: page(pharmacy),
});

export const createPharmacy = defineRoute({
  name: 'createPharmacy',
  method: 'POST',
  path: '/api/pharmacies',
  summary: 'Let a pharmacy dispense the hospital’s prescriptions',
  permission: 'pharmacy.manage',
  body: z.strictObject({
    /** Made by the page, so that a doubled command makes one. */
    id,
    name: z.strictObject({ en: text(120, 1), zh: text(120, 1) }),
    kind: z.enum(pharmacyKinds),
    phone: text(40).default(''),
  }),
  response: pharmacy,
  status: 201,
});

export const withdrawPharmacy = defineRoute({
  name: 'withdrawPharmacy',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/withdrawal',
  summary: 'End a pharmacy’s right to dispense: its accounts and its key end, what it has in hand returns to the pool',
  permission: 'pharmacy.manage',
  params: pharmacyParams,
  response: pharmacy,
});

export const makePharmacyKey = defineRoute({
  name: 'makePharmacyKey',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/key',
  summary: 'Make a key for the pharmacy’s counter; shown once, the one before it stops working',
  permission: 'pharmacy.manage',
  params: pharmacyParams,
  response: z.strictObject({ key: z.string(), pharmacy }),
});

export const withdrawPharmacyKey = defineRoute({
  name: 'withdrawPharmacyKey',
  method: 'DELETE',
  path: '/api/pharmacies/:pharmacyId/key',
  summary: 'Make the pharmacy’s key worthless; whoever is signed in with it is signed out',
  permission: 'pharmacy.manage',
  params: pharmacyParams,
  response: pharmacy,
});

export const inviteDispenser = defineRoute({
  name: 'inviteDispenser',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/invitations',
  summary: 'Invite a person of the pharmacy: the link goes to the address, and its secret is shown once',
  permission: 'pharmacy.manage',
  params: pharmacyParams,
  body: z.strictObject({ email, name: text(80, 1), nameLatin: text(120).default(''), locale: locale.default('zh-CN') }),
  response: madeLink,
});

export const renewPharmacyInvitation = defineRoute({
  name: 'renewPharmacyInvitation',
  method: 'POST',
  path: '/api/pharmacies/:pharmacyId/invitations/:invitationId/link',
  summary: 'Make and mail a new link, good for another seven days; the one before stops working',
  permission: 'pharmacy.manage',
  params: pharmacyParams.extend({ invitationId: id }),
  response: madeLink,
  rateLimit: 60,
});

export const withdrawDispenser = defineRoute({
  name: 'withdrawDispenser',
  method: 'DELETE',
  path: '/api/pharmacies/:pharmacyId/dispensers/:accountId',
  summary: 'End a person’s account at the pharmacy',
  permission: 'pharmacy.manage',
  params: pharmacyParams.extend({ accountId: id }),
  response: pharmacy,
});

export const withdrawInvitation = defineRoute({
  name: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/pharmacies/:pharmacyId/invitations/:invitationId',
  summary: 'Take an invitation back that was not answered',
  permission: 'pharmacy.manage',
  params: pharmacyParams.extend({ invitationId: id }),
  response: pharmacy,
});

/** What the link of an invitation holds. */
export const pharmacyInvitationLink = z.strictObject({ hospital: hospitalSlug, invitationId: id, secret });

export const openPharmacyInvitation = defineRoute({
  name: 'openPharmacyInvitation',
  method: 'POST',
  path: '/api/pharmacy-invitations/opening',
  summary: 'What an invitation is for, told to whoever holds its link',
  permission: 'public',
  body: pharmacyInvitationLink,
  response: z.strictObject({ pharmacy: localizedText, hospital: localizedText, name: z.string(), email: z.string() }),
  rateLimit: 30,
});

export const acceptPharmacyInvitation = defineRoute({
  name: 'acceptPharmacyInvitation',
  method: 'POST',
  path: '/api/pharmacy-invitations/acceptance',
  summary: 'Accept an invitation with a password of one’s own; makes the account. Sign in with it afterwards',
  permission: 'public',
  body: pharmacyInvitationLink.extend({ password: newPassword, locale }),
  response: empty,
  status: 204,
  rateLimit: 10,
});

export const openCounter = defineRoute({
  name: 'openCounter',
  method: 'POST',
  path: '/api/pharmacy-sessions',
  summary: 'Sign a pharmacy’s counter in with its key; sets the refresh cookie',
  permission: 'public',
  body: z.strictObject({ hospital: hospitalSlug, key: z.string().trim().min(16).max(100) }),
  response: sessionGrant,
  status: 201,
  rateLimit: 10,
});
