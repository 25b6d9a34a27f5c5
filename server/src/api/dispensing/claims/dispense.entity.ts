import type { IdentityCheck } from '@yunzhen/shared/dispensing/dispensing';
import type { DispensedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A stored line. Rows from before packs were recorded have none. */
export type StoredLine<Line extends DispensedLine = DispensedLine> = Omit<Line, 'pack'> & Partial<Pick<Line, 'pack'>>;

/** What a pharmacy dispensed under a claim (FHIR MedicationDispense). */
export const dispenseEntity = defineTable('dispense', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  number: column('text'),
  prescriptionId: column('uuid'),
  claimId: column('uuid'),
  pharmacyId: column('uuid'),
  accountId: column('uuid'),
  dispensedBy: column('text'),
  dispensedAt: column('timestamptz'),
  lines: column<StoredLine[]>('jsonb'),
  receipt: column('text'),
  /** Null in rows from before it was asked for. */
  identityCheck: nullable<IdentityCheck>('text'),
});
export type DispenseRow = RowOf<typeof dispenseEntity>;
