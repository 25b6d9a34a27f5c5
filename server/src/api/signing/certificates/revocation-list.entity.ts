import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A published list of revoked certificates. */
export const revocationListEntity = defineTable('revocation_list', {
  hospitalId: key('uuid'),
  number: key('integer'),
  der: column('bytea'),
  thisUpdate: column('timestamptz'),
  nextUpdate: column('timestamptz'),
});
export type RevocationListRow = RowOf<typeof revocationListEntity>;
