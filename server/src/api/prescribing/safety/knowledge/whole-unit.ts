import { z } from 'zod';
import { list, medicineFormIds, type MedicineForm } from '../../../catalogues/index.ts';
import { severities, type Severity } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';

/** Forms that must be swallowed whole, and the exceptions with a score line. */
export interface WholeUnitRule extends Cited {
  readonly id: string;
  /** Empty for every medicine that no other row of the form names. */
  readonly medicines: readonly string[];
  readonly forms: readonly MedicineForm[];
  /** The smallest part that may be taken. */
  readonly smallest: '1' | '0.5';
  readonly severity: Severity;
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly source: string;
}

export const wholeUnitRowSchema: z.ZodType<Omit<WholeUnitRule, 'source'>> = z.strictObject({
  id: z.string().min(1),
  medicines: list.pipe(z.array(z.string().regex(/^(class:)?[a-z0-9-]+$/))),
  forms: list.pipe(z.array(z.enum(medicineFormIds)).min(1)),
  smallest: z.enum(['1', '0.5']),
  severity: z.enum(severities),
  reasonEn: z.string().min(1),
  reasonZh: z.string().min(1),
  ...citedColumns,
});
