import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** One published version of a hospital’s name, colour and logo. */
export const brandVersionEntity = defineTable('brand_version', {
  hospitalId: key('uuid'),
  version: key('integer'),
  name: column<LocalizedText>('jsonb'),
  colour: nullable('text'),
  logo: nullable('text'),
  publishedAt: column('timestamptz'),
  publishedBy: nullable('uuid'),
});
export type BrandVersionRow = RowOf<typeof brandVersionEntity>;
