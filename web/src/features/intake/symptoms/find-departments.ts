import { everyLanguage, type LocalizedText } from '@yunzhen/shared/core/locale';
import { pinyinFit } from '../../../core/pinyin-match.ts';
import { findSymptoms } from './find-symptoms.ts';
import { specialties, type Specialty } from './specialties.ts';
import { likeness } from './word-likeness.ts';

/** The searched fields of a department. */
interface Searched {
  readonly code: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** Pinyin of the Chinese name, syllable by syllable. */
  readonly pinyin: string;
  readonly doctorsOnDuty: number;
}

const NAMED = 1000;
const SYMPTOM = 30;
const DESCRIBED = 5;
/** Score of the children’s department, which outranks departments by symptom. */
const CHILD = 45;
/** General words ("which department") rank below words for an organ or an illness. */
const GENERAL = 15;
const WHOLE = 200;
const LATER_SYLLABLE = 60;
const [children] = specialties;
const general = specialties.slice(-2);

/** Returns departments that a patient’s words name or mean, best first; among equal ones those with a doctor on duty first. */
export function findDepartments<Row extends Searched>(words: string, all: readonly Row[]): Row[] {
  const wanted = words.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [...all].toSorted((a, b) => onDuty(b) - onDuty(a));
  const codes = findSymptoms(words).flatMap((row) => row.departments);
  const scores = new Map(specialties.map((one) => [one, scoreOf(one, wanted)]));
  const scored = all.map((one) => {
    const meant = specialties.filter((kind) => isOf(one, kind)).map((kind) => scores.get(kind) ?? 0);
    const place = codes.indexOf(one.code);
    const symptom = place < 0 ? 0 : SYMPTOM / (place + 1);
    return { one, score: Math.max(nameScore(one, wanted), symptom, ...meant) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || onDuty(b.one) - onDuty(a.one))
    .map(({ one }) => one);
}

/** Returns the general departments, for words that match nothing. */
export function generalDepartments<Row extends Searched>(all: readonly Row[]): Row[] {
  return general.toReversed().flatMap((kind) => all.filter((one) => isOf(one, kind)));
}

const onDuty = ({ doctorsOnDuty }: Searched) => Number(doctorsOnDuty > 0);

function isOf({ code, name }: Searched, { codes, named }: Specialty): boolean {
  return codes.includes(code) || everyLanguage(name).some((text) => named.test(text));
}

function scoreOf(kind: Specialty, wanted: string): number {
  if (kind.words.includes(wanted)) return WHOLE;
  const best = Math.max(...kind.words.map((word) => likeness(word, wanted)));
  if (general.includes(kind)) return Math.min(GENERAL, best);
  return kind === children && best > 0 ? Math.max(CHILD, best) : best;
}

/** Scores how well the words match the department’s name, code and description. */
function nameScore({ code, name, description, pinyin }: Searched, wanted: string): number {
  const fits = (text: string) => text.toLowerCase().includes(wanted);
  const names = everyLanguage(name);
  const spelt = pinyinFit(pinyin, wanted);
  if (names.some(fits) || fits(code) || spelt === 2) return NAMED;
  if (spelt === 1) return LATER_SYLLABLE;
  if (everyLanguage(description).some(fits)) return DESCRIBED;
  return Math.max(...names.map((text) => likeness(text.toLowerCase(), wanted)));
}
