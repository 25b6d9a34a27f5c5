import { z } from 'zod';
import { entryActions, entryDecisions, entryKinds, entrySources } from './chart-entry.ts';
import { id, instant, personNames, text, version } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

/** What every entry of a chart says of itself. */
export const authored = {
  recordedAt: instant,
  recordedBy: z.enum(entrySources),
  /** Who it was; null for an import, and of a patient. */
  author: personNames.nullable(),
  /** Rises with every decision on the entry. Goes into If-Match as a quoted number. */
  version,
  /** What a patient stated is a proposal until a doctor has confirmed it; it counts for the safety checks all the same. */
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
    summary: 'Confirm, refute, withdraw, resolve or reopen a chart entry; the entry stays and the change is appended',
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
