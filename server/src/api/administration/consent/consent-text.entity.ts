import type { HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A published version of one of a hospital’s texts, in one language. */
export const consentTextEntity = defineTable('consent_text', {
  hospitalId: key('uuid'),
  kind: key<HospitalTextKind>('text'),
  version: key('text'),
  locale: key<Locale>('text'),
  title: column('text'),
  paragraphs: column<string[]>('jsonb'),
  validFrom: column('timestamptz'),
  asksAgreement: column('boolean'),
});
export type ConsentTextRow = RowOf<typeof consentTextEntity>;
