import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { z } from 'zod';
import { citedColumns, type Cited } from './cited.ts';
import { withText } from './rule-text.ts';
import { list, slug, slugList } from '../../../catalogues/index.ts';

/** Substances within which an allergy to one is a warning for the others. */
export interface AllergenClass {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly synonyms: readonly string[];
  /** Classes that this one takes in, as beta-lactams take in penicillins. */
  readonly members: readonly string[];
  /** How bad another member of the class is for someone allergic to one. */
  readonly within: 'minor' | 'moderate' | 'serious';
  /** How bad a member is for someone who states the class itself: foods and the like do not forbid a medicine. */
  readonly stated: 'minor' | 'moderate' | 'serious' | 'contraindicated';
  readonly source: string;
}

export const allergenClassRowSchema: z.ZodType<AllergenClass> = z.strictObject({
  id: slug,
  en: z.string().min(1),
  zh: z.string().min(1),
  synonyms: list,
  members: slugList,
  within: z.enum(['minor', 'moderate', 'serious']),
  stated: z.enum(['minor', 'moderate', 'serious', 'contraindicated']),
  source: z.string().min(1),
});

/** A class whose allergy makes another class suspect, less than itself. */
export interface CrossReactivity {
  readonly from: string;
  readonly to: string;
  readonly severity: 'minor' | 'moderate' | 'serious';
  /** When the recorded reaction was severe. */
  readonly severityAfterSevere: 'minor' | 'moderate' | 'serious';
  readonly mechanism: LocalizedText;
  readonly advice: LocalizedText;
  readonly source: string;
}

const level = z.enum(['minor', 'moderate', 'serious']);

export const crossReactivityRowSchema = z
  .strictObject({
    from: slug,
    to: slug,
    severityAfterSevere: level,
    mechanismEn: z.string().min(1),
    mechanismZh: z.string().min(1),
    adviceEn: z.string().min(1),
    adviceZh: z.string().min(1),
    severity: level,
    source: z.string().min(1),
  })
  .transform((row): CrossReactivity => withText(row));

/** Beta-lactams with one side chain, which is what most people who are allergic to one of them react to. */
export interface SideChain extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly source: string;
}

export const sideChainRowSchema = z
  .strictObject({ id: slug, members: slugList, ...citedColumns })
  .transform(({ members, ...row }): Omit<SideChain, 'source'> => ({ ...row, medicines: members }));
