import { z } from 'zod';
import { personConfirmation } from '../accounts/person-confirmation.schemas.ts';
import { recordExportStates } from './record-export.ts';
import { hospitalSlug } from '../core/contact.ts';
import { id, instant, locale } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const recordExport = z.strictObject({
  id,
  state: z.enum(recordExportStates),
  askedAt: instant,
  /** Written share, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Size of the archive, once it is ready. */
  bytes: z.int().nullable(),
  readyAt: instant.nullable(),
  /** When a finished copy is deleted. */
  expiresAt: instant.nullable(),
  fetchedAt: instant.nullable(),
});
export type RecordExport = z.output<typeof recordExport>;

const exportParams = z.strictObject({ exportId: id });

export const recordExportsSchemas = {
  listRecordExports: {
    summary: 'List the copies you requested of the record you act for, newest first',
    response: z.strictObject({
      items: z.array(recordExport),
      /** How many may still be requested today. */
      left: z.int().min(0),
    }),
  },
  askForRecordExport: {
    summary: 'Start a copy of everything the hospital holds about the patient; returns the running one if there is one',
    body: z.strictObject({ confirmation: personConfirmation, locale }),
    response: recordExport,
    rateLimit: 10,
  },
  cancelRecordExport: {
    summary: 'Cancel a copy, or delete a finished one early',
    params: exportParams,
    response: recordExport,
  },
  makeExportLink: {
    summary: 'Create a single-use link to a finished copy, valid for a few minutes; requires confirmation',
    params: exportParams,
    body: z.strictObject({ confirmation: personConfirmation }),
    response: z.strictObject({ path: z.string(), expiresAt: instant }),
    rateLimit: 10,
  },
  fetchRecordExport: {
    summary: 'Download the archive (ZIP) with a single-use link; its key opens nothing else',
    params: z.strictObject({ hospital: hospitalSlug, exportId: id }),
    query: z.strictObject({ key: z.string().regex(/^[\w-]{43}$/) }),
    response: z.custom<AsyncIterable<Uint8Array>>(),
    rateLimit: 20,
  },
} satisfies RouteSchemas;
