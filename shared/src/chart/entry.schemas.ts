import { z } from 'zod';
import { entryActions, entryDecisions, entryKinds, entrySources } from './chart-entry.ts';
import { id, instant, personNames, text, version } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

/** Common members of every chart entry. */
export const authored = {
  recordedAt: instant,
  recordedBy: z.enum(entrySources),
  /** The author; null for an import and for a patient. */
  author: personNames.nullable(),
  /** Increases with every decision on the entry. Sent in If-Match as a quoted number. */
  version,
  /** A patient’s statement is a proposal until a doctor confirms it; safety checks use it either way. */
  confirmed: z.boolean(),
};

const entryParams = z.strictObject({ patientId: id, kind: z.enum(entryKinds), entryId: id });

export const entryState = z.strictObject({
  kind: z.enum(entryKinds),
  id,
  version,
  confirmed: z.boolean(),
  retracted: z.boolean(),
  resolved: z.boolean(),
});
export type EntryState = z.output<typeof entryState>;

export const entrySchemas = {
  decideEntry: {
    summary:
      'Confirm, refute, withdraw, resolve or reopen a chart entry, or end a medicine; the entry stays and the change is appended',
    params: entryParams,
    body: z
      .strictObject({ decision: z.enum(entryDecisions), reason: text(500).default('') })
      .refine(({ decision, reason }) => decision !== 'refute' || reason.length > 0, {
        error: 'required',
        path: ['reason'],
      }),
    response: entryState,
  },
  readEntryHistory: {
    summary: 'Get the history of a chart entry, oldest first',
    params: entryParams,
    response: z.strictObject({
      items: z.array(
        z.strictObject({
          version,
          action: z.enum(entryActions),
          reason: z.string(),
          at: instant,
          by: z.enum(entrySources),
          author: personNames.nullable(),
        }),
      ),
    }),
  },
} satisfies RouteSchemas;
