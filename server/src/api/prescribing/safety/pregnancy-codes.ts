import { mayBePregnant } from '@yunzhen/shared/chart/safety-facts';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { yearsOf } from './patient-facts.ts';
import type { SafetyInput, SafetyPatient } from './safety-input.ts';

/** ICD-10 codes of a pregnancy that goes on, and of care in it; none of its end, of a dead child, of birth or of the time after it. */
const PREGNANT = /^(?:O1[0-4]|O15(?:\.[09]|$)|O16|O2\d|O3(?!6\.4)\d|O4[0-8]|Z32\.1|Z33|Z3[4-6])/;

/** Returns the code of pregnancy of a patient who is stated not to be pregnant, or of an age at which the question is not asked. */
export function contradictingCode({ patient, conditionCodes }: SafetyInput): string | undefined {
  if (patient.pregnancy === 'pregnant') return undefined;
  if (patient.pregnancy === 'unknown' && mayBePregnant(patient.sex, yearsOf(patient))) return undefined;
  return (conditionCodes ?? []).find((one) => PREGNANT.test(one));
}

export function contradiction(code: string, pregnancy: SafetyPatient['pregnancy']): LocalizedText {
  return pregnancy === 'unknown'
    ? {
        en: `The chart has ${code}, a pregnancy, but not whether the patient is pregnant.`,
        zh: `病历有妊娠编码${code}，但未记录患者是否妊娠`,
      }
    : {
        en: `The chart has ${code}, a pregnancy, and also “not pregnant”.`,
        zh: `病历有妊娠编码${code}，却记录为“未妊娠”`,
      };
}
