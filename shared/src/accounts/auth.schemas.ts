import { isTimeZone } from '../core/time/time-zone.ts';
import { z } from 'zod';
import { roles } from '../core/permission.ts';
import { agreedTexts } from './agreements.schemas.ts';
import { guardianRelations } from './guardianship.ts';
import { interpreterWishes, messageWays, readQuietHours } from './wishes.ts';
import { date, empty, id, instant, locale, localizedText } from '../core/common.ts';
import { email, hospitalSlug, phone } from '../core/contact.ts';
import { recordPosition } from '../core/record-socket.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** Preferences for reading, hearing and messages. */
export const accountWishes = z.strictObject({
  language: locale.nullable(),
  largerText: z.boolean(),
  highContrast: z.boolean(),
  reducedMotion: z.boolean(),
  captions: z.boolean(),
  writes: z.boolean(),
  screenReader: z.boolean(),
  interpreter: z.enum(interpreterWishes),
  messages: z.enum(messageWays),
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'time-zone' }).nullable(),
  quietHours: z
    .strictObject({ from: z.string(), until: z.string() })
    .refine((hours) => readQuietHours(hours) !== null, { error: 'quiet-hours' })
    .nullable(),
});

/** A hospital’s brand besides its name; null means the product’s own. */
export const shownBrand = z.strictObject({
  /** Colours as `#rrggbb`: normal and high contrast, on light and on dark backgrounds. */
  palette: z
    .strictObject({ light: z.string(), dark: z.string(), lightStrong: z.string(), darkStrong: z.string() })
    .nullable(),
  /** Address of the logo without the size: `/small` or `/large` follows. */
  logo: z.string().nullable(),
});

export const account = z.strictObject({
  id,
  hospital: z.strictObject({
    id,
    slug: hospitalSlug,
    name: localizedText,
    jurisdiction: z.string(),
    timeZone: z.string(),
    /** The hospital’s telephone number; null without one. */
    phone: z.string().nullable(),
    brand: shownBrand,
  }),
  /** An account has an e-mail address, a phone, or both. */
  email: email.nullable(),
  phone: z.string().nullable(),
  /** Without one its holder signs in with codes. */
  hasPassword: z.boolean(),
  roles: z.array(z.enum(roles)),
  /** The session waits for its second factor: it has no roles until then. */
  secondFactorPending: z.boolean(),
  displayName: z.string(),
  displayNameLatin: z.string(),
  patientId: id.nullable(),
  practitionerId: id.nullable(),
  /** The dependant for whom this session acts; then `patientId` is theirs. */
  acting: z
    .strictObject({
      patientId: id,
      name: z.string(),
      nameLatin: z.string(),
      birthDate: date,
      relation: z.enum(guardianRelations),
    })
    .nullable(),
  locale,
  wishes: accountWishes,
  /** The hospital treats this patient only once their identity is verified. */
  identityNeeded: z.boolean(),
  /** Versions of the privacy notice and terms that the account’s holder is asked to agree to. */
  agreementsDue: agreedTexts,
});
export type Account = z.output<typeof account>;

export const sessionGrant = z.strictObject({
  accessToken: z.string(),
  /** Expiry of the access token. */
  expiresAt: instant,
  account,
  /** With a renewal: the page receives changes from here on, also those before its socket connects. */
  changesSince: recordPosition.optional(),
});
export type SessionGrant = z.output<typeof sessionGrant>;

export const authSchemas = {
  listHospitals: {
    summary: 'List hospitals open for sign-in, with demo accounts in demo mode',
    response: z.strictObject({
      demo: z.boolean(),
      /** Channels by which this installation can send codes and messages. */
      channels: z.array(z.enum(['mail', 'sms'])),
      /** Whether passkeys work here: they need a host name, not a bare IP address. */
      passkeys: z.boolean(),
      /** The address of the request names a hospital: only that one is offered. */
      bound: z.boolean(),
      hospitals: z.array(
        z.strictObject({
          id,
          slug: hospitalSlug,
          name: localizedText,
          brand: shownBrand,
          /** The hospital’s telephone number; null without one. */
          phone: z.string().nullable(),
          demoAccounts: z.array(
            z.strictObject({
              email: z.string(),
              password: z.string(),
              role: z.enum(roles),
              name: z.string(),
              nameLatin: z.string(),
            }),
          ),
        }),
      ),
    }),
  },
  signIn: {
    summary: 'Sign in; sets the refresh cookie',
    body: z
      .strictObject({
        hospital: hospitalSlug,
        email: email.optional(),
        phone: phone.optional(),
        password: z.string().min(1).max(200),
      })
      .refine((given) => (given.email === undefined) !== (given.phone === undefined), {
        error: 'required',
        path: ['email'],
      }),
    response: sessionGrant,
    rateLimit: 20,
  },
  refreshSession: {
    summary:
      'Exchange the refresh cookie for a new access token; the cookie rotates, and reusing an old one ends the session',
    response: sessionGrant,
  },
  signOut: {
    summary: 'End the session of the refresh cookie, with its access token and sockets',
    response: empty,
  },
  readAccount: {
    summary: 'Get the signed-in user',
    response: account,
  },
  updateAccount: {
    summary: 'Change your settings',
    /** Absent preferences stay unchanged. */
    body: z.strictObject({ locale: locale.optional(), wishes: accountWishes.partial().optional() }),
    response: account,
  },
} satisfies RouteSchemas;
