import { z } from 'zod';
import { empty, id, instant, text } from '../core/common.ts';
import { passkeyOptions, passkeyResponse } from './passkeys.contract.ts';
import { defineRoute } from '../core/route.ts';

export const secondFactorKinds = ['totp', 'passkey'] as const;

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
  /** Until when this session may sign with one click; null when a factor has to be given first. */
  confirmedUntil: instant.nullable(),
  /** For how long one factor lets the session sign. */
  minutes: z.int(),
  /** Who signs in the hospital’s name: the last factor can’t be taken away. */
  required: z.boolean(),
  /** Whether this address can have passkeys at all: they need a name, not a bare IP address. */
  passkeys: z.boolean(),
  /** In demo mode, the code that a demo person’s authenticator would show now; null on every other installation. */
  demoCode: z.string().nullable(),
});
export type SecondFactorState = z.output<typeof secondFactorState>;

/** Six digits of an authenticator app; spaces between them are the reader’s. */
export const oneTimeCode = z
  .string()
  .max(20)
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'one-time-code' }));

const factorParams = z.strictObject({ factorId: id });
const newCodes = z.strictObject({ recoveryCodes: z.array(z.string()).nullable(), state: secondFactorState });
/** The first factor is enrolled with the password again; any further one with a factor that is there already. */
const password = z.string().min(1).max(200).optional();

export const readSecondFactors = defineRoute({
  name: 'readSecondFactors',
  method: 'GET',
  path: '/api/account/second-factors',
  summary: 'One’s own second factors, and whether this session has given one within the last minutes',
  permission: 'second-factor.own',
  response: secondFactorState,
});

export const beginAuthenticator = defineRoute({
  name: 'beginAuthenticator',
  method: 'POST',
  path: '/api/account/second-factors/authenticators',
  summary: 'A fresh secret for an authenticator app (RFC 6238); counts once its first code is right',
  permission: 'second-factor.own',
  body: z.strictObject({ name: text(60, 1), password }),
  response: z.strictObject({
    id,
    /** Base32, for typing in. */
    secret: z.string(),
    /** `otpauth://` address, for the code below or a link on the phone itself. */
    address: z.string(),
    /** The address as a QR code: an SVG path on a square of `size` modules. */
    code: z.strictObject({ size: z.int(), path: z.string() }),
  }),
  status: 201,
  rateLimit: 20,
});

export const confirmAuthenticator = defineRoute({
  name: 'confirmAuthenticator',
  method: 'POST',
  path: '/api/account/second-factors/:factorId/confirmation',
  summary: 'The first code of the authenticator; the first factor of an account comes with recovery codes, shown once',
  permission: 'second-factor.own',
  params: factorParams,
  body: z.strictObject({ code: oneTimeCode }),
  response: newCodes,
  rateLimit: 20,
});

export const beginPasskey = defineRoute({
  name: 'beginPasskey',
  method: 'POST',
  path: '/api/account/second-factors/passkey-options',
  summary: 'What to create a passkey with (WebAuthn)',
  permission: 'second-factor.own',
  body: z.strictObject({ password }),
  response: passkeyOptions,
  rateLimit: 20,
});

export const addPasskey = defineRoute({
  name: 'addPasskey',
  method: 'POST',
  path: '/api/account/second-factors/passkeys',
  summary: 'Enrol the passkey that the browser has made',
  permission: 'second-factor.own',
  body: z.strictObject({ name: text(60, 1), response: passkeyResponse }),
  response: newCodes,
  status: 201,
  rateLimit: 20,
});

export const removeSecondFactor = defineRoute({
  name: 'removeSecondFactor',
  method: 'DELETE',
  path: '/api/account/second-factors/:factorId',
  summary: 'Take a factor away; asks for a second factor, and leaves who signs the last one',
  permission: 'second-factor.own',
  params: factorParams,
  response: secondFactorState,
});

export const renewRecoveryCodes = defineRoute({
  name: 'renewRecoveryCodes',
  method: 'POST',
  path: '/api/account/recovery-codes',
  summary: 'Ten new recovery codes, shown once; the former ones end',
  permission: 'second-factor.own',
  response: newCodes,
  rateLimit: 10,
});

export const beginPasskeyConfirmation = defineRoute({
  name: 'beginPasskeyConfirmation',
  method: 'POST',
  path: '/api/sessions/current/passkey-options',
  summary: 'What one’s passkey is to sign in order to confirm this session',
  permission: 'second-factor.own',
  response: passkeyOptions,
  rateLimit: 60,
});

export const confirmSession = defineRoute({
  name: 'confirmSession',
  method: 'POST',
  path: '/api/sessions/current/second-factor',
  summary: 'Give a second factor: this session may sign for some minutes. A code is good once',
  permission: 'second-factor.own',
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('totp'), code: oneTimeCode }),
    z.strictObject({ kind: z.literal('recovery'), code: text(40, 8) }),
    z.strictObject({ kind: z.literal('passkey'), response: passkeyResponse }),
  ]),
  response: secondFactorState,
  rateLimit: 60,
});

export const endConfirmation = defineRoute({
  name: 'endConfirmation',
  method: 'DELETE',
  path: '/api/sessions/current/second-factor',
  summary: 'Leaving the desk: the next signature asks for a factor again',
  permission: 'second-factor.own',
  response: empty,
  status: 204,
});
