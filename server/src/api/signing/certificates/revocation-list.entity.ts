import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A published list of revoked certificates. */
export const revocationListEntity = defineTable('revocation_list', {
  hospitalId: key('uuid'),
  number: key('integer'),
  der: column('bytea'),
  thisUpdate: column('timestamptz'),
  nextUpdate: column('timestamptz'),
  /** The authority whose certificates it lists; null from a release that has one only. */
  authoritySerial: nullable('text'),
});
export type RevocationListRow = RowOf<typeof revocationListEntity>;
