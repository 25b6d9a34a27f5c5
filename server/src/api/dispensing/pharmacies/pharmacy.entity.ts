import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PharmacyKind } from '@yunzhen/shared/dispensing/dispensing';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A pharmacy that dispenses for the hospital. */
export const pharmacyEntity = defineTable('pharmacy', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  name: column<LocalizedText>('jsonb'),
  kind: column<PharmacyKind>('text'),
  phone: column('text'),
  version: column('integer'),
  createdAt: column('timestamptz'),
  withdrawnAt: nullable('timestamptz'),
  keyHash: nullable('bytea'),
  keyMadeAt: nullable('timestamptz'),
  counterAccountId: nullable('uuid'),
});
export type PharmacyRow = RowOf<typeof pharmacyEntity>;
