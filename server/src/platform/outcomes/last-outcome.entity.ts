import { column, defineTable, key, nullable, type RowOf } from '../db/table.ts';

/** How a job or a channel last ended, across all api processes. */
export const lastOutcomeEntity = defineTable('last_outcome', {
  name: key('text'),
  succeededAt: nullable('timestamptz'),
  failedAt: nullable('timestamptz'),
  /** A code of the program, never a text of another system. */
  failure: nullable('text'),
  /** Since the last success. */
  failures: column('integer'),
});
export type LastOutcomeRow = RowOf<typeof lastOutcomeEntity>;
