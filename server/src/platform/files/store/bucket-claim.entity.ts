import { column, defineTable, key } from '../../db/table.ts';

/** The claim of this database on the bucket for files. At most one row. */
export const fileBucketClaimEntity = defineTable('file_bucket_claim', {
  one: key('boolean'),
  /** Also in the bucket, in an object of its own. */
  id: column('uuid'),
  /** `database_identity()` of the database that made the claim. */
  database: column('text'),
});
