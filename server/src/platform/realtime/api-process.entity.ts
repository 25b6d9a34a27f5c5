import { column, defineTable, key, nullable, type RowOf } from '../db/table.ts';

/** A running process of the api. */
export const apiProcessEntity = defineTable('api_process', {
  id: key('uuid'),
  beatAt: column('timestamptz'),
  /** Null in the row of a release that does not report it. */
  version: nullable('text'),
  startedAt: nullable('timestamptz'),
  /** By how much its machine’s clock is ahead of the database’s. */
  clockOffsetSeconds: nullable('double precision'),
  /** Of the file system of its DATA_DIR. */
  diskFreeBytes: nullable('bigint'),
  /** Whether it reads files in a bucket. False in the row of a release that does not report it. */
  fileBucket: column('boolean'),
});
export type ApiProcessRow = RowOf<typeof apiProcessEntity>;
