import { column, defineTable, key, nullable } from '../db/table.ts';

/** The last night of a job in a hospital. */
export const nightlyRunEntity = defineTable('nightly_run', {
  hospitalId: key('uuid'),
  job: key('text'),
  /** When that night began. */
  night: column('timestamptz'),
  leasedUntil: column('timestamptz'),
  finishedAt: nullable('timestamptz'),
});
