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

/** The source of rows of which only the kind of work is known. */
export const EDITION_NOT_NOTED = 'Product information; edition not noted';

const KIND_ALONE = /^\W*(?:the )?(?:labels?|product information|smpc|prescribing information|(?:药品)?说明书)\W*$/iu;

/** Returns a source as it is written now: the kind of work alone, which rows of earlier versions named, as an edition that is not noted. */
export function sourceNow(text: string): string {
  return KIND_ALONE.test(text) ? EDITION_NOT_NOTED : text;
}

/** A source. The kind of work alone, such as "label", is refused: a row whose edition is not known says so. */
export const source = z
  .string()
  .min(1)
  .refine((text) => !KIND_ALONE.test(text), { error: 'expected a work, its holder, country, date and section' });

/** The curators’ confidence in the figures; "check" needs a note that says what is uncertain. */
export const provenance = {
  source,
  confidence: z.enum(['sure', 'check']),
  note: z.string(),
};
