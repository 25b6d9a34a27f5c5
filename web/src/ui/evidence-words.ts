import { translate } from '../app/i18n/index.ts';

const grades = ['established', 'probable', 'suspected', 'theoretical'] as const;
/** What the formulary advises in pregnancy and while breast-feeding. */
const advices = ['caution', 'avoid', 'avoid-1st', 'avoid-3rd', 'contraindicated', 'unknown'] as const;
const advised = /^([a-z\d-]+)(?:, trimester (\d))?$/;

/** How well something is known, or what is advised, in the reader’s language; what is neither (amounts, names) as it stands. */
export function evidenceWords(evidence: string): string {
  const grade = grades.find((each) => each === evidence);
  if (grade) return translate(`common.evidence.${grade}`);
  const [, code, trimester] = advised.exec(evidence) ?? [];
  const advice = advices.find((each) => each === code);
  if (!advice) return evidence;
  const words = translate(`common.advice.${advice}`);
  return trimester ? translate('common.adviceIn', { words, n: trimester }) : words;
}
