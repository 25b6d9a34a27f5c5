import { translate } from '../../../core/i18n/index.ts';

const grades = ['established', 'probable', 'suspected', 'theoretical'] as const;
/** What the formulary advises in pregnancy and while breastfeeding. */
const advices = ['caution', 'avoid', 'avoid-1st', 'avoid-3rd', 'contraindicated', 'unknown'] as const;
/** An allergy’s severity, in brackets after its name. */
const allergy = / \((mild|moderate|severe|unknown)\)/;
const advised = /^([a-z\d-]+)(?:, trimester (\d))?$/;

/** How well something is known, or what is advised, in the reader’s language; what is neither (amounts, names) as it stands. */
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
  return trimester ? translate('alerts.adviceIn', { words, n: trimester }) : words;
}
