import { z } from 'zod';
import { portraitTypes } from '../core/picture-types.ts';
import { hospitalSlug } from '../core/contact.ts';
import { fileBytes, id } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

const doctorParams = z.strictObject({ doctorId: id });
/** Without the size: `/small` or `/large` follows. */
const portrait = z.strictObject({ portrait: z.string().nullable() });

export const portraitsSchemas = {
  readOwnPortrait: {
    summary: 'Where the doctor’s picture is; the doctor’s own, or any for an administrator',
    params: doctorParams,
    response: portrait,
  },
  savePortrait: {
    summary: 'Take in a doctor’s picture: cut to a square and written anew from its pixels in two sizes',
    params: doctorParams,
    accepts: portraitTypes,
    response: portrait,
    bodyLimit: 10 * 1024 * 1024,
    rateLimit: 20,
  },
  removePortrait: {
    summary: 'Take a doctor’s picture away; initials stand in its place',
    params: doctorParams,
    response: portrait,
  },
  readPortrait: {
    summary: 'A picture that the hospital shows of a doctor, by what it shows, so that it never changes',
    params: z.strictObject({
      hospital: hospitalSlug,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      size: z.enum(['small', 'large']),
    }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
