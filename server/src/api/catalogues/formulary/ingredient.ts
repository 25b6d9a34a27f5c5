import { z } from 'zod';
import { atcCode, list, provenance, slug, slugList } from '../columns.ts';

/** A label's advice for pregnancy or breast feeding, in one word; label texts differ by date, the advice rarely. */
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

/** A rule for kidney function: the action applies below the eGFR (mL/min/1.73 m²), or always when none is given. */
export interface RenalRule {
  readonly action: 'caution' | 'reduce' | 'avoid' | 'contraindicated';
  readonly belowEgfr: number | null;
}

const RENAL = /^(caution|reduce|avoid|contraindicated)(?:<(\d{1,2}))?$/;

/** One active substance, with what applies to it in every product. */
export interface Ingredient {
  readonly id: string;
  /** International nonproprietary name. */
  readonly en: string;
  readonly zh: string;
  readonly synonyms: readonly string[];
  readonly pinyin: readonly string[];
  readonly atc: string;
  /** Classes in which an allergy to one member counts as an allergy to all. */
  readonly allergenClasses: readonly string[];
  readonly pregnancy: ReproductiveAdvice;
  readonly lactation: ReproductiveAdvice;
  readonly renal: readonly RenalRule[];
  readonly hepatic: HepaticAdvice;
  readonly source: string;
  readonly confidence: 'sure' | 'check';
  readonly note: string;
  /** From a hospital's own list without built-in data: no check can judge it, and each must report that. */
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

/**
 * Returns the reference for a finding on a substance: that its row was not compared with a label, the kind of work where one was, or that nothing is
 * on file about an unknown one.
 */
export function informationOn(
  { en, unknown, confidence }: Pick<Ingredient, 'en' | 'unknown' | 'confidence'>,
  section: string,
): string {
  const name = en.toLowerCase();
  if (unknown) return `Nothing is on file here of ${name}`;
  return confidence === 'sure'
    ? `Product information: ${name}, ${section}`
    : `Unverified, no label compared: ${name}, ${section}`;
}
