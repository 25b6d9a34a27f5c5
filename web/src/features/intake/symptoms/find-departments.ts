import { everyLanguage, type LocalizedText } from '@yunzhen/shared/core/locale';
import { findSymptoms } from './find-symptoms.ts';
import { pinyinFit } from '../../../core/pinyin-match.ts';

/** What of a department the search looks at. */
interface Searched {
  readonly code: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** Of the Chinese name, syllable by syllable. */
  readonly pinyin: string;
  readonly doctorsOnDuty: number;
}

/** Departments that a patient's words name or mean, best first; within a rank those with a doctor on duty. */
export function findDepartments<Row extends Searched>(words: string, all: readonly Row[]): Row[] {
  const wanted = words.trim().toLowerCase();
  const codes = findSymptoms(words).flatMap((row) => row.departments);
  const byMeaning = all.filter(({ code }) => codes.includes(code));
  const fit = ({ pinyin }: Row) => pinyinFit(pinyin, wanted);
  const fitting = all.filter(
    (one) =>
      [...everyLanguage(one.name), ...everyLanguage(one.description), one.code].some((text) =>
        text.toLowerCase().includes(wanted),
      ) || fit(one) > 0,
  );
  // What the words mean or begin comes first, then where somebody is on duty; the order within stays the hospital's.
  const rank = ({ code }: Row) => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return [...new Set([...byMeaning, ...fitting])].toSorted(
    (a, b) => rank(a) - rank(b) || fit(b) - fit(a) || Number(b.doctorsOnDuty > 0) - Number(a.doctorsOnDuty > 0),
  );
}
