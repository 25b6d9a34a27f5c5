import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { ckdEpi2021 } from '../../../catalogues/index.ts';
import type { IndicatedDose } from '../knowledge/indicated-dose.ts';
import { yearsOf } from '../patient-facts.ts';
import type { SafetyInput, SafetyPatient } from '../safety-input.ts';
import { isInForce } from './jurisdictions.ts';

/** `open`: what is on record does not decide. */
export type CriteriaState = 'met' | 'open' | 'not';

interface Criterion {
  readonly name: LocalizedText;
  /** Null when the value is not known. */
  readonly isMet: boolean | null;
}

const ADULT_MONTHS = 18 * 12;
const AGE: LocalizedText = { en: 'age', zh: '年龄' };
const WEIGHT: LocalizedText = { en: 'weight', zh: '体重' };
const CREATININE: LocalizedText = { en: 'creatinine', zh: '血肌酐' };

/** Returns whether an adult meets the criteria of a dose: both, or with a third one two of three. `missing` are values that may decide. */
export function dosingCriteria(
  { jurisdictions, fromMonths, belowKg, creatinineFrom }: IndicatedDose,
  { patient, jurisdiction }: SafetyInput,
): { readonly state: CriteriaState; readonly missing: readonly LocalizedText[] } {
  const { ageMonths, weightKg } = patient;
  const isChild = ageMonths !== null && ageMonths < ADULT_MONTHS;
  if (isChild || !isInForce(jurisdictions, jurisdiction)) return { state: 'not', missing: [] };
  const weight = weightKg === null ? undefined : positiveDecimalOf(weightKg);
  const all: Criterion[] = [{ name: AGE, isMet: ageMonths === null ? null : ageMonths >= fromMonths }];
  if (belowKg !== null) all.push({ name: WEIGHT, isMet: weight?.lt(belowKg) ?? null });
  if (creatinineFrom !== null) all.push({ name: CREATININE, isMet: hasCreatinine(Number(creatinineFrom), patient) });
  const needed = creatinineFrom === null ? all.length : 2;
  const met = all.filter(({ isMet }) => isMet === true).length;
  const open = all.filter(({ isMet }) => isMet === null);
  const state = met >= needed ? 'met' : met + open.length >= needed ? 'open' : 'not';
  return { state, missing: open.map(({ name }) => name) };
}

/** Laboratories use several equations, whose results differ by up to a third, and the value may be months old. */
const BETWEEN_EQUATIONS = 1.4;

/** The checks have the eGFR only. False where it is well above that of this creatinine, in µmol/L; null where it does not decide. */
function hasCreatinine(umolL: number, patient: SafetyPatient): false | null {
  const { egfr, sex } = patient;
  const years = yearsOf(patient);
  const estimated = years === null ? null : ckdEpi2021(umolL, years, sex);
  return egfr !== null && estimated && egfr > estimated.value * BETWEEN_EQUATIONS ? false : null;
}
