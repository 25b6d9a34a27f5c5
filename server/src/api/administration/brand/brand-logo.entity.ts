import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A logo in two sizes, by its digest. */
export const brandLogoEntity = defineTable('brand_logo', {
  hospitalId: key('uuid'),
  sha256: key('text'),
  small: column('bytea'),
  large: column('bytea'),
  addedAt: column('timestamptz'),
  addedBy: nullable('uuid'),
});
