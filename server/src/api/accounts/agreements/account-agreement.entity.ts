import type { AgreementKind } from '@yunzhen/shared/accounts/agreements.constants';
import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** An account’s agreement to a version of the privacy notice or the terms; only added, never changed. */
export const accountAgreementEntity = defineTable('account_agreement', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  kind: column<AgreementKind>('text'),
  textVersion: column('text'),
  textLocale: column<Locale>('text'),
  agreedAt: column('timestamptz'),
});
export type AccountAgreementRow = RowOf<typeof accountAgreementEntity>;
