import { z } from 'zod';
import { atcCode, list, provenance, slug, slugList } from '../columns.ts';

/** What a label advises in pregnancy or while breast feeding, in one word; the dated texts differ, the advice hardly. */
export const reproductiveAdvices = [
  'compatible',
  'caution',
  'avoid-1st',
  'avoid-3rd',
  'avoid',
  'contraindicated',
  'unknown',
] as const;
export type ReproductiveAdvice = (typeof reproductiveAdvices)[number];

export const hepaticAdvices = [
  'none',
  'caution',
  'reduce',
  'avoid-severe',
  'avoid',
  'contraindicated',
  'unknown',
] as const;
export type HepaticAdvice = (typeof hepaticAdvices)[number];

/** What kidney function asks for: the action holds below the eGFR (mL/min/1.73 m²), or always where none is given. */
export interface RenalRule {
  readonly action: 'caution' | 'reduce' | 'avoid' | 'contraindicated';
  readonly belowEgfr: number | null;
}

const RENAL = /^(caution|reduce|avoid|contraindicated)(?:<(\d{1,2}))?$/;

/** One active substance and what is true of it in every product. */
export interface Ingredient {
  readonly id: string;
  /** International nonproprietary name. */
  readonly en: string;
  readonly zh: string;
  readonly synonyms: readonly string[];
  readonly pinyin: readonly string[];
  readonly atc: string;
  /** Classes within which an allergy to one member is taken as an allergy to all. */
  readonly allergenClasses: readonly string[];
  readonly pregnancy: ReproductiveAdvice;
  readonly lactation: ReproductiveAdvice;
  readonly renal: readonly RenalRule[];
  readonly hepatic: HepaticAdvice;
  readonly source: string;
  readonly confidence: 'sure' | 'check';
  readonly note: string;
  /** Of a hospital's own list and known to nobody here: no check can judge it, and each must say so. */
  readonly unknown?: true;
}

const renalRules = list.transform((parts, context): RenalRule[] =>
  parts.map((part) => {
    const found = RENAL.exec(part);
    if (!found) context.addIssue({ code: 'custom', message: `expected a rule such as avoid<30, got ${part}` });
    return {
      action: (found?.[1] ?? 'caution') as RenalRule['action'],
      belowEgfr: found?.[2] ? Number(found[2]) : null,
    };
  }),
);

export const ingredientRowSchema: z.ZodType<Ingredient> = z.strictObject({
  id: slug,
  en: z.string().min(1),
  zh: z.string().min(1),
  synonyms: list,
  pinyin: list,
  atc: atcCode,
  allergenClasses: slugList,
  pregnancy: z.enum(reproductiveAdvices),
  lactation: z.enum(reproductiveAdvices),
  renal: renalRules,
  hepatic: z.enum(hepaticAdvices),
  ...provenance,
});

/** The work that a finding on a substance goes back to; of one that nobody knows here there is none. */
export function informationOn({ en, unknown }: Pick<Ingredient, 'en' | 'unknown'>, section: string): string {
  const name = en.toLowerCase();
  return unknown ? `Nothing is on file here of ${name}` : `Product information: ${name}, ${section}`;
}
