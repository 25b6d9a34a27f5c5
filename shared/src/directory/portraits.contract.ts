import { z } from 'zod';
import { portraitTypes } from '../core/picture-types.ts';
import { hospitalSlug } from '../core/contact.ts';
import { fileBytes, id } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/** Sides of the square in pixels: for lists, and for a page about the doctor. */
export const portraitSizes = { small: 128, large: 384 } as const;
export type PortraitSize = keyof typeof portraitSizes;

const doctorParams = z.strictObject({ doctorId: id });
/** Without the size: `/small` or `/large` follows. */
const portrait = z.strictObject({ portrait: z.string().nullable() });

export const readOwnPortrait = defineRoute({
  name: 'readOwnPortrait',
  method: 'GET',
  path: '/api/doctors/:doctorId/portrait',
  summary: 'Where the doctor’s picture is; the doctor’s own, or any for an administrator',
  permission: 'portrait.manage',
  params: doctorParams,
  response: portrait,
});

export const savePortrait = defineRoute({
  name: 'savePortrait',
  method: 'PUT',
  path: '/api/doctors/:doctorId/portrait',
  summary: 'Take in a doctor’s picture: cut to a square and written anew from its pixels in two sizes',
  permission: 'portrait.manage',
  params: doctorParams,
  accepts: portraitTypes,
  response: portrait,
  bodyLimit: 10 * 1024 * 1024,
  rateLimit: 20,
});

export const removePortrait = defineRoute({
  name: 'removePortrait',
  method: 'DELETE',
  path: '/api/doctors/:doctorId/portrait',
  summary: 'Take a doctor’s picture away; initials stand in its place',
  permission: 'portrait.manage',
  params: doctorParams,
  response: portrait,
});

export const readPortrait = defineRoute({
  name: 'readPortrait',
  method: 'GET',
  path: '/api/hospitals/:hospital/portraits/:sha256/:size',
  summary: 'A picture that the hospital shows of a doctor, by what it shows, so that it never changes',
  permission: 'public',
  params: z.strictObject({
    hospital: hospitalSlug,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.enum(['small', 'large']),
  }),
  response: fileBytes,
  file: true,
});
