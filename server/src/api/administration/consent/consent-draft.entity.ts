import type { ConsentWordings } from '@yunzhen/shared/administration/consent-texts.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The draft of a hospital’s next consent text. */
export const consentDraftEntity = defineTable('consent_draft', {
  hospitalId: key('uuid'),
  version: column('integer'),
  wordings: column<ConsentWordings>('jsonb'),
  savedAt: column('timestamptz'),
  savedBy: nullable('uuid'),
});
export type ConsentDraftRow = RowOf<typeof consentDraftEntity>;
