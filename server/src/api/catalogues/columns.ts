import { isMedicineUnit } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';

/** Building blocks of the row schemas: what a column of the data files may contain. */

export const slug = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'expected a slug such as clavulanic-acid');
export const list = z.string().transform((text) => (text === '' ? [] : text.split('|').map((part) => part.trim())));
export const slugList = list.pipe(z.array(slug));
export const atcCode = z
  .string()
  .regex(/^[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$/, 'expected an ATC code or its beginning');
export const decimalText = z.string().regex(/^\d+(\.\d+)?$/, 'expected a decimal such as 0.5');
export const optionalDecimal = z.union([z.literal(''), decimalText]).transform((text) => (text === '' ? null : text));
export const unit = z.string().refine(isMedicineUnit, 'not a unit that the program knows');

/** The curators’ confidence; "check" needs a note that says what is uncertain. */
export const provenance = {
  source: z.string().min(1),
  confidence: z.enum(['sure', 'check']),
  note: z.string(),
};
