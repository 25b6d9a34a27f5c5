import { z } from 'zod';
import { sexes } from '../core/patient.ts';
import { agreedTexts } from './agreements.schemas.ts';
import { sessionGrant } from './auth.schemas.ts';
import { date, locale } from '../core/common.ts';
import { printedName } from '../core/printed-name.ts';
import { hospitalSlug, newPassword, phone } from '../core/contact.ts';
import type { RouteSchemas } from '../core/route.ts';

export const signUpBody = z.strictObject({
  hospital: hospitalSlug,
  /** The proof of a code that was sent for the sign-up. */
  proof: z.string().regex(/^[\w-]{43}$/),
  /** If absent, the account is opened with codes only. */
  password: newPassword.optional(),
  name: printedName(80),
  nameLatin: printedName(120, 0).default(''),
  birthDate: date,
  sex: z.enum(sexes),
  /** Where the doctor reaches the patient when the video fails; if absent, the proven number. */
  phone: phone.optional(),
  /** The privacy notice and the terms in the versions that were shown; without the ones in force there is no account. */
  agreed: agreedTexts.default([]),
  locale,
});

export const signUpSchemas = {
  signUp: {
    summary: 'Create a patient account with a proven address or phone and sign in; sets the refresh cookie',
    body: signUpBody,
    response: sessionGrant,
    rateLimit: 10,
  },
} satisfies RouteSchemas;
