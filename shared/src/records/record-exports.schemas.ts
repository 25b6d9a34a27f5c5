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
  /** How much has been written, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Of the archive, once it is ready. */
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
    summary: 'Copies that the signed-in person asked for of the record they act for, newest first',
    response: z.strictObject({
      items: z.array(recordExport),
      /** How many may still be asked for today. */
      left: z.int().min(0),
    }),
  },
  askForRecordExport: {
    summary:
      'Have everything that the hospital keeps about the patient packed; while one is being made that one is answered with',
    body: z.strictObject({ confirmation: personConfirmation, locale }),
    response: recordExport,
    rateLimit: 10,
  },
  cancelRecordExport: {
    summary: 'Stop making a copy, or delete a finished one before its time',
    params: exportParams,
    response: recordExport,
  },
  makeExportLink: {
    summary: 'A link to a finished copy, good once and for a few minutes; the person is asked to confirm again',
    params: exportParams,
    body: z.strictObject({ confirmation: personConfirmation }),
    response: z.strictObject({ path: z.string(), expiresAt: instant }),
    rateLimit: 10,
  },
  fetchRecordExport: {
    summary: 'The archive (ZIP), by a link that is good once; its key is no session and opens nothing else',
    params: z.strictObject({ hospital: hospitalSlug, exportId: id }),
    query: z.strictObject({ key: z.string().regex(/^[\w-]{43}$/) }),
    response: z.custom<AsyncIterable<Uint8Array>>(),
    rateLimit: 20,
  },
} satisfies RouteSchemas;
