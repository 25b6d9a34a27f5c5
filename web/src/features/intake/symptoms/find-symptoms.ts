import { symptoms, type SymptomRow } from './symptoms.ts';

const maxShown = 5;

/**
 * Returns symptoms that match words in English, Chinese, pinyin or its initials, best first: the whole name, then a prefix, then any part, then an
 * English word with one typo. Empty for less than one letter.
 */
export function findSymptoms(query: string): SymptomRow[] {
  const wanted = query.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [];
  return symptoms
    .map((row) => ({ row, score: Math.max(...namesOf(row).map((name) => scoreOf(name, wanted))) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxShown)
    .map(({ row }) => row);
}

/**
 * Returns symptoms named in an English or Chinese text, in text order. English names match as whole words; initials of pinyin are too short to match
 * within a sentence.
 */
export function symptomsIn(text: string): SymptomRow[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return symptoms
    .map((row) => ({ row, at: Math.min(...namesOf(row).map((name) => placeOf(name, folded))) }))
    .filter(({ at }) => at < Infinity)
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

function placeOf(name: string, text: string): number {
  const isHan = /\p{Script=Han}/u.test(name);
  if (!isHan && name.length < 3) return Infinity;
  const at = isHan ? text.indexOf(name) : text.search(new RegExp(`\\b${name}s?\\b`));
  return at < 0 ? Infinity : at;
}

function namesOf({ name, words }: SymptomRow): string[] {
  return [...name.en.toLowerCase().split(', '), ...name.zh.split('、'), ...words];
}

/** Letters within a word count from five on: flu is no part of reflux. */
const holds = (name: string, wanted: string) =>
  /^[a-z]{1,4}$/.test(wanted) ? ` ${name}`.includes(` ${wanted}`) : name.includes(wanted);

function scoreOf(name: string, wanted: string): number {
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  // One Latin letter occurs in nearly every word.
  const isHan = /\p{Script=Han}/u.test(wanted);
  if (
    (isHan || wanted.length > 2) &&
    (holds(name, wanted) || (name.length > (isHan ? 1 : 2) && placeOf(name, wanted) < Infinity))
  )
    return 2;
  return wanted.length > 3 && !isHan && isOneSlipAway(name, wanted) ? 1 : 0;
}

/** Returns whether one letter is missing, added or changed, or two neighbours are swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0]) return restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
