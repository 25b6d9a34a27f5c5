import { z } from 'zod';
import { list, slug } from '../../../catalogues/index.ts';
import { severities, type Severity } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';

/** A gene variant with which a medicine is dangerous. ICD-10 has no code for it, so it is recognised in the text of the record. */
export interface AlleleRule extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  /** Spellings, in lower case without punctuation and spaces. */
  readonly written: readonly string[];
  readonly severity: Severity;
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly source: string;
}

export const alleleRuleRowSchema: z.ZodType<Omit<AlleleRule, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  written: list.pipe(z.array(z.string()).min(1)),
  severity: z.enum(severities),
  reasonEn: z.string().min(1),
  reasonZh: z.string().min(1),
  ...citedColumns,
});

const DENIED = /\b(?:negative|neg|absent|not?)\b|阴性|未携带|不携带|未检出|\(\s*[-－]\s*\)|（\s*[-－]\s*）/iu;

/** Returns whether one clause of a text says that the patient has the variant. */
export function statesAllele(text: string, written: readonly string[]): boolean {
  return text.split(/[,;，；。\n]/u).some((clause) => {
    const folded = clause.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    return written.some((name) => folded.includes(name)) && !DENIED.test(clause);
  });
}
