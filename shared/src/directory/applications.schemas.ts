import { z } from 'zod';
import { practitionerDetails, practitionerDraft } from './staff.schemas.ts';
import { instant, version } from '../core/common.ts';
import { portraitTypes } from '../core/picture-types.ts';
import { staffRoles } from './staff.ts';
import type { RouteSchemas } from '../core/route.ts';

/** What a person states who joins as a practitioner. */
export const ownApplication = z.strictObject({
  version,
  roles: z.array(z.enum(staffRoles)),
  draft: practitionerDraft,
  /** Null until it is sent, and after the hospital returned it. */
  submittedAt: instant.nullable(),
  returnedAt: instant.nullable(),
  /** What the hospital asks to correct. */
  note: z.string(),
  portrait: z.string().nullable(),
});
export type OwnApplication = z.output<typeof ownApplication>;

export const applicationsSchemas = {
  readOwnApplication: {
    summary: 'Get your own details, which the hospital has not confirmed yet',
    response: ownApplication,
  },
  submitApplication: {
    summary:
      'Send your title, licence, languages and departments to the hospital, or send them again; nothing is public before the confirmation',
    body: practitionerDetails,
    response: ownApplication,
  },
  saveApplicationPortrait: {
    summary: 'Upload your picture for the confirmation, cropped to a square and re-encoded in two sizes',
    accepts: portraitTypes,
    response: ownApplication,
    bodyLimit: 10 * 1024 * 1024,
    rateLimit: 20,
  },
  removeApplicationPortrait: {
    summary: 'Delete your picture before the confirmation',
    response: ownApplication,
  },
} satisfies RouteSchemas;
