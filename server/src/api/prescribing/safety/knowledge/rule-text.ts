import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { z } from 'zod';
import { provenance } from '../../../catalogues/index.ts';
import type { Severity } from '../severity.ts';
import { severities } from '../severity.ts';

/** The texts of a rule, apart from the medicines and patients that it covers. */
export interface RuleText {
  readonly severity: Severity;
  readonly mechanism: LocalizedText;
  readonly advice: LocalizedText;
  /** A published work that a pharmacist can look up. */
  readonly source: string;
  readonly confidence: 'sure' | 'check';
  readonly note: string;
}

/** The columns of a RuleText. */
export const ruleTextColumns = {
  severity: z.enum(severities),
  mechanismEn: z.string().min(1),
  mechanismZh: z.string().min(1),
  adviceEn: z.string().min(1),
  adviceZh: z.string().min(1),
  ...provenance,
};

interface TextColumns {
  readonly mechanismEn: string;
  readonly mechanismZh: string;
  readonly adviceEn: string;
  readonly adviceZh: string;
}

/** Combines the language columns of a row into localized texts. */
export function withText<Row extends TextColumns>(
  row: Row,
): Omit<Row, keyof TextColumns> & Pick<RuleText, 'mechanism' | 'advice'> {
  const { mechanismEn, mechanismZh, adviceEn, adviceZh, ...rest } = row;
  return { ...rest, mechanism: { en: mechanismEn, zh: mechanismZh }, advice: { en: adviceEn, zh: adviceZh } };
}
