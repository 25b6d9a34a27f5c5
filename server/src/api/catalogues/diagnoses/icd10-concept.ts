import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { z } from 'zod';
import { list } from '../columns.ts';

const ICD10_CODE = /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/;

/** One diagnosis that a doctor can record. */
export interface Icd10Concept {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** Everyday words, abbreviations and other names, in both languages. */
  readonly synonyms: readonly string[];
  /** Pinyin initials of the Chinese title and of each Chinese synonym. */
  readonly pinyin: readonly string[];
  /** One of the few hundred that most visits end with; ranked first among equal matches. */
  readonly common: boolean;
  /** False for a heading of an imported list, which cannot be billed; absent when the list does not say. */
  readonly billable?: boolean;
  readonly confidence: 'sure' | 'check';
  readonly note?: string;
}

/** A row of a diagnosis file as in the CSV; unknown columns are rejected. */
export const icd10RowSchema = z
  .strictObject({
    code: z.string().regex(ICD10_CODE, 'expected an ICD-10 code such as I10 or E11.9'),
    en: z.string().min(1),
    zh: z.string(),
    synonyms: list,
    pinyin: list,
    common: z.enum(['yes', '']).transform((mark) => mark === 'yes'),
    confidence: z.enum(['sure', 'check']),
    note: z.string(),
  })
  .transform(({ note, ...row }): Icd10Concept => (note === '' ? row : { ...row, note }));

/** Returns the title in both languages; a list with only one shows it in both. */
export function titleOf({ en, zh }: Pick<Icd10Concept, 'en' | 'zh'>): LocalizedText {
  return { en: en || zh, zh: zh || en };
}
