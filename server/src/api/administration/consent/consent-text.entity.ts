import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A published consent text in one language. */
export const consentTextEntity = defineTable('consent_text', {
  hospitalId: key('uuid'),
  version: key('text'),
  locale: key<Locale>('text'),
  title: column('text'),
  paragraphs: column<string[]>('jsonb'),
  validFrom: column('timestamptz'),
});
export type ConsentTextRow = RowOf<typeof consentTextEntity>;
