import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { z } from 'zod';
import { citedColumns, type Cited } from './cited.ts';
import { withText } from './rule-text.ts';
import { list, slug, slugList, source } from '../../../catalogues/index.ts';

/** Substances among which an allergy to one is a warning for the others. */
export interface AllergenClass {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly synonyms: readonly string[];
  /** Classes that this one includes, as beta-lactams include penicillins. */
  readonly members: readonly string[];
  /** Severity of another member of the class for a patient who is allergic to one member. */
  readonly within: 'minor' | 'moderate' | 'serious';
  /** Severity of a member for a patient who stated the class itself; foods and similar classes do not contraindicate a medicine. */
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
  source,
});

/** A class whose allergy makes another class suspect, with a lower severity. */
export interface CrossReactivity {
  readonly from: string;
  readonly to: string;
  readonly severity: 'minor' | 'moderate' | 'serious';
  /** Severity when the recorded reaction was severe. */
  readonly severityAfterSevere: 'minor' | 'moderate' | 'serious';
  /** Severity when it was angioedema; null for that of a severe reaction. */
  readonly severityAfterAngioedema: 'serious' | 'contraindicated' | null;
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
    // Releases of before this column existed grade angioedema as any severe reaction.
    severityAfterAngioedema: z
      .enum(['', 'serious', 'contraindicated'])
      .default('')
      .transform((severity) => (severity === '' ? null : severity)),
    mechanismEn: z.string().min(1),
    mechanismZh: z.string().min(1),
    adviceEn: z.string().min(1),
    adviceZh: z.string().min(1),
    severity: level,
    source,
  })
  .transform((row): CrossReactivity => withText(row));

/** Beta-lactams with the same side chain, to which most people who are allergic to one of them react. */
export interface SideChain extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly source: string;
}

export const sideChainRowSchema = z
  .strictObject({ id: slug, members: slugList, ...citedColumns })
  .transform(({ members, ...row }): Omit<SideChain, 'source'> => ({ ...row, medicines: members }));
