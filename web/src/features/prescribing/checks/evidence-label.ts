import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { translate } from '../../../core/i18n/index.ts';

const grades = ['established', 'probable', 'suspected', 'theoretical'] as const;
/** The formulary’s advice in pregnancy and while breastfeeding. */
const advices = ['caution', 'avoid', 'avoid-1st', 'avoid-3rd', 'contraindicated', 'unknown'] as const;
/** An allergy’s severity in brackets after its name. */
const allergy = / \((mild|moderate|severe|unknown)\)/;
const advised = /^([a-z\d-]+)(?:, trimester ([123]))?$/;

/** Translates a grade of evidence or an advice into the reader’s language; returns amounts and names unchanged. */
export function evidenceLabel(evidence: string): string {
  const grade = grades.find((each) => each === evidence);
  if (grade) return translate(`alerts.evidence.${grade}`);
  const [, code, trimester] = advised.exec(evidence) ?? [];
  const advice = advices.find((each) => each === code);
  if (!advice) {
    return evidence.replace(allergy, (_all, severity: 'mild' | 'moderate' | 'severe' | 'unknown') =>
      translate('alerts.allergyGrade', { severity: translate(`care.allergySeverity.${severity}`) }),
    );
  }
  const words = translate(`alerts.advice.${advice}`);
  if (!trimester) return words;
  return translate('alerts.adviceIn', {
    words,
    trimester: translate(`alerts.trimester.t${trimester as '1' | '2' | '3'}`),
  });
}

/** Returns the evidence of an issue: the condition on record by its name, or else its grade, advice or amounts. */
export function evidenceOf(
  { evidence, condition }: Pick<DetectedIssue, 'evidence' | 'condition'>,
  nameOf: (name: LocalizedText) => string,
): string {
  if (!condition) return evidenceLabel(evidence);
  return translate('alerts.onRecord', { name: nameOf(condition), code: evidence });
}
