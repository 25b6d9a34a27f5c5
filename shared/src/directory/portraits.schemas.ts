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
    summary: 'Get the location of a doctor’s picture: your own, or any as an administrator',
    params: doctorParams,
    response: portrait,
  },
  savePortrait: {
    summary: 'Upload a doctor’s picture, cropped to a square and re-encoded in two sizes',
    params: doctorParams,
    accepts: portraitTypes,
    response: portrait,
    bodyLimit: 10 * 1024 * 1024,
    rateLimit: 20,
  },
  removePortrait: {
    summary: 'Remove a doctor’s picture; initials are shown instead',
    params: doctorParams,
    response: portrait,
  },
  readPortrait: {
    summary: 'Get a doctor’s picture by content hash; the content never changes',
    params: z.strictObject({
      hospital: hospitalSlug,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      size: z.enum(['small', 'large']),
    }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
