import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A consent to one visit, with the version of the text that was shown. */
export const consentEntity = defineTable('consent', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  patientId: column('uuid'),
  textVersion: column('text'),
  textLocale: column<Locale>('text'),
  givenByAccountId: column('uuid'),
  givenAt: column('timestamptz'),
});
export type ConsentRow = RowOf<typeof consentEntity>;
