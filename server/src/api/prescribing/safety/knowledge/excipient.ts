import { z } from 'zod';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { list, medicineFormIds, slug, slugList, type MedicineForm } from '../../../catalogues/index.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';
import { withText } from './rule-text.ts';

/** An allergen that the forms of a medicine may contain beside the active substance. Other medicines with it do not cross-react. */
export interface Excipient extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly forms: readonly MedicineForm[];
  /** Allergen classes, one of which the patient must have stated. */
  readonly allergens: readonly string[];
  readonly severity: 'minor' | 'moderate' | 'serious';
  readonly mechanism: LocalizedText;
  readonly advice: LocalizedText;
  readonly source: string;
}

export const excipientRowSchema = z
  .strictObject({
    id: slug,
    medicines: medicineNames,
    forms: list.pipe(z.array(z.enum(medicineFormIds)).min(1)),
    allergens: slugList.refine((found) => found.length > 0, 'at least one allergen class'),
    severity: z.enum(['minor', 'moderate', 'serious']),
    mechanismEn: z.string().min(1),
    mechanismZh: z.string().min(1),
    adviceEn: z.string().min(1),
    adviceZh: z.string().min(1),
    ...citedColumns,
  })
  .transform((row): Omit<Excipient, 'source'> => withText(row));
