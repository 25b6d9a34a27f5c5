import { translate } from '../app/i18n/index.ts';

const grades = ['established', 'probable', 'suspected', 'theoretical'] as const;

/** How well something is known, in the reader’s language; what is no grade (amounts, names) as it stands. */
export function evidenceWords(evidence: string): string {
  const grade = grades.find((each) => each === evidence);
  return grade ? translate(`common.evidence.${grade}`) : evidence;
}
