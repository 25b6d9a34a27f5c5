import { column, defineTable, key, type RowOf } from '../db/table.ts';

/** A running process of the api. */
export const apiProcessEntity = defineTable('api_process', {
  id: key('uuid'),
  beatAt: column('timestamptz'),
});
export type ApiProcessRow = RowOf<typeof apiProcessEntity>;
