import { z } from 'zod';
import { empty, id, instant, locale, text } from '../core/common.ts';
import { codeSent } from './one-time-codes.schemas.ts';
import { passkeyOptions, passkeyResponse } from './passkeys.schemas.ts';
import { secondFactorKinds } from './second-factor.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const secondFactor = z.strictObject({
  id,
  kind: z.enum(secondFactorKinds),
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type SecondFactor = z.output<typeof secondFactor>;

export const secondFactorState = z.strictObject({
  factors: z.array(secondFactor),
  recoveryCodesLeft: z.int(),
  /** Until when this session may sign with one click; null when a factor is needed first. */
  confirmedUntil: instant.nullable(),
  /** Minutes for which one factor allows the session to sign. */
  minutes: z.int(),
  /** For how many days the hospital lets you trust a device at sign-in; 0 for never. */
  trustDays: z.int(),
  /** Staff: the last factor cannot be removed. */
  required: z.boolean(),
  /** Whether this address supports passkeys: they need a host name, not a bare IP address. */
  passkeys: z.boolean(),
  /** What a first factor still needs: a code to one of these contacts, which are masked. Null when this session needs none. */
  firstFactor: z
    .strictObject({ contacts: z.array(z.strictObject({ channel: z.enum(['mail', 'sms']), to: z.string() })) })
    .nullable(),
  /** In demo mode, the present code of a demo account’s authenticator; null in every other installation. */
  demoCode: z.string().nullable(),
});
export type SecondFactorState = z.output<typeof secondFactorState>;

/** Six digits of an authenticator app; spaces are ignored. */
export const oneTimeCode = z
  .string()
  .max(20)
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'one-time-code' }));

const factorParams = z.strictObject({ factorId: id });
const newCodes = z.strictObject({ recoveryCodes: z.array(z.string()).nullable(), state: secondFactorState });
/** The first factor is enrolled with the password and a code; any further one with an existing factor. */
const password = z.string().min(1).max(200).optional();

export const secondFactorSchemas = {
  readSecondFactors: {
    summary: 'List your second factors and whether this session confirmed one recently',
    response: secondFactorState,
  },
  askForEnrolmentCode: {
    summary: 'Send a code to your own address or phone, before you set up your first factor',
    body: z.strictObject({ channel: z.enum(['mail', 'sms']), locale }),
    response: codeSent,
    rateLimit: 10,
  },
  proveEnrolment: {
    summary: 'Enter the code; this session can then set up your first factor',
    body: z.strictObject({ code: oneTimeCode }),
    response: secondFactorState,
    rateLimit: 20,
  },
  beginAuthenticator: {
    summary: 'Create a secret for an authenticator app (RFC 6238); active after its first correct code',
    body: z.strictObject({ name: text(60, 1), password }),
    response: z.strictObject({
      id,
      /** Base32, for manual entry. */
      secret: z.string(),
      /** `otpauth://` address, for the code below or a link on the phone itself. */
      address: z.string(),
      /** The address as a QR code: an SVG path on a square of `size` modules. */
      code: z.strictObject({ size: z.int(), path: z.string() }),
    }),
    rateLimit: 20,
  },
  confirmAuthenticator: {
    summary: 'Confirm an authenticator with its first code; the first factor returns recovery codes, shown once',
    params: factorParams,
    body: z.strictObject({ code: oneTimeCode }),
    response: newCodes,
    rateLimit: 20,
  },
  beginPasskey: {
    summary: 'Get WebAuthn options to create a passkey',
    body: z.strictObject({ password }),
    response: passkeyOptions,
    rateLimit: 20,
  },
  addPasskey: {
    summary: 'Register the passkey the browser created',
    body: z.strictObject({ name: text(60, 1), response: passkeyResponse }),
    response: newCodes,
    rateLimit: 20,
  },
  removeSecondFactor: {
    summary: 'Remove a second factor; requires a second factor, and the last one of a signer stays',
    params: factorParams,
    response: secondFactorState,
  },
  renewRecoveryCodes: {
    summary: 'Create ten recovery codes, shown once; replaces earlier codes',
    response: newCodes,
    rateLimit: 10,
  },
  beginPasskeyConfirmation: {
    summary: 'Get a WebAuthn challenge to confirm this session',
    response: passkeyOptions,
    rateLimit: 60,
  },
  confirmSession: {
    summary: 'Give a second factor; this session can sign for a few minutes. Codes are single-use',
    body: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('totp'), code: oneTimeCode }),
      z.strictObject({ kind: z.literal('recovery'), code: text(40, 8) }),
      z.strictObject({ kind: z.literal('passkey'), response: passkeyResponse }),
    ]),
    response: secondFactorState,
    rateLimit: 60,
  },
  endConfirmation: {
    summary: 'Lock signing; the next signature requires a second factor',
    response: empty,
  },
} satisfies RouteSchemas;
