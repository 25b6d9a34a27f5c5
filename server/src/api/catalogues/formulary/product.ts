import type { Strength } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { isMedicineUnit, medicineRoutes } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import { atcCode, list, optionalDecimal, provenance, slug, unit } from '../columns.ts';
import type { DoseLimits } from './dose-limits.ts';
import type { Ingredient } from './ingredient.ts';
import type { MedicineForm } from './medicine-form.ts';
import { medicineFormIds } from './medicine-form.ts';
import type { UsualSig } from './usual-sig.ts';
import { parseUsualSig } from './usual-sig.ts';

/**
 * Who may prescribe it and how. none: sold without prescription; rx: on prescription; antibiotic: on prescription, monitored for resistance; special:
 * other special control (in China compound codeine and similar).
 */
export const controlClasses = ['none', 'rx', 'antibiotic', 'special', 'psychotropic', 'narcotic', 'toxic'] as const;
export type ControlClass = (typeof controlClasses)[number];

export interface ProductIngredient {
  readonly ingredient: Ingredient;
  readonly strength: Strength;
  /** Dose limits for the product's route; null when unknown. */
  readonly limits: DoseLimits | null;
}

/** A generic medicine as prescribed: substance, strength and form, without a manufacturer. */
export interface MedicineProduct {
  readonly id: string;
  readonly name: LocalizedText;
  readonly synonyms: readonly string[];
  readonly pinyin: readonly string[];
  readonly atc: string;
  readonly ingredients: readonly ProductIngredient[];
  readonly form: MedicineForm;
  readonly routes: readonly MedicineRoute[];
  /** The unit in which it is dispensed. */
  readonly unit: string;
  /** Units in the usual pack, decimal text; null where packs vary. */
  readonly packSize: string | null;
  readonly controlClass: ControlClass;
  readonly usualSigs: readonly UsualSig[];
  /** Prescribed every day; ranked first among equal matches. */
  readonly common: boolean;
  readonly source: string;
  readonly confidence: 'sure' | 'check';
  readonly note: string;
  /** From a hospital's own list; its other names are used for search only, never to recognise what a patient wrote. */
  readonly own?: true;
}

const STRENGTH = /^(\S+) (\d+(?:\.\d+)?) ([^\s/]+)(?:\/(mL|g))?$/;

const ingredientList = list.transform((parts, context) =>
  parts.map((part) => {
    const found = STRENGTH.exec(part);
    const [, ingredient = '', value = '', of = '', per] = found ?? [];
    if (!found || !isMedicineUnit(of)) {
      context.addIssue({
        code: 'custom',
        message: `expected an ingredient such as "amoxicillin 50 mg/mL", got "${part}"`,
      });
    }
    const strength: Strength = { value, unit: of, per: per === 'mL' || per === 'g' ? per : 'unit' };
    return { ingredient, strength };
  }),
);

const sigList = list.transform((parts, context) =>
  parts.flatMap((part) => {
    const sig = parseUsualSig(part);
    if (!sig) context.addIssue({ code: 'custom', message: `expected a sig such as "1 tablet 2/1d 7d", got "${part}"` });
    return sig ?? [];
  }),
);

/** A product row before its ingredients are looked up. */
export const productRowSchema = z.strictObject({
  id: slug,
  en: z.string().min(1),
  zh: z.string().min(1),
  synonyms: list,
  pinyin: list,
  atc: atcCode,
  ingredients: ingredientList.refine((found) => found.length > 0, 'at least one ingredient'),
  form: z.enum(medicineFormIds),
  routes: list.pipe(z.array(z.enum(medicineRoutes)).min(1)),
  unit,
  packSize: optionalDecimal,
  controlClass: z.enum(controlClasses),
  usualSigs: sigList,
  common: z.enum(['yes', '']).transform((mark) => mark === 'yes'),
  ...provenance,
});
export type ProductRow = z.output<typeof productRowSchema>;

/** Formats the strength as on a label: "500 mg", "875 mg + 125 mg", "50 mg/mL", "400 IU". */
export function strengthText(product: MedicineProduct): string {
  return product.ingredients
    .map(({ strength }) => {
      const shown = strength.unit === '[iU]' ? 'IU' : strength.unit === 'ug' ? 'µg' : strength.unit;
      return `${strength.value} ${shown}${strength.per === 'unit' ? '' : `/${strength.per}`}`;
    })
    .join(' + ');
}

/** Returns the names of the ingredients in both languages. */
export function ingredientNames(product: MedicineProduct): LocalizedText {
  return {
    en: product.ingredients.map(({ ingredient }) => ingredient.en).join(' + '),
    zh: product.ingredients.map(({ ingredient }) => ingredient.zh).join(' + '),
  };
}
