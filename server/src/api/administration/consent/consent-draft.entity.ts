import type { HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import type { ConsentWordings } from '@yunzhen/shared/administration/consent-texts.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The draft of the next version of one of a hospital’s texts. */
export const consentDraftEntity = defineTable('consent_draft', {
  hospitalId: key('uuid'),
  kind: key<HospitalTextKind>('text'),
  version: column('integer'),
  wordings: column<ConsentWordings>('jsonb'),
  savedAt: column('timestamptz'),
  savedBy: nullable('uuid'),
});
export type ConsentDraftRow = RowOf<typeof consentDraftEntity>;
