import type { SafetyFacts } from '@yunzhen/shared/chart/observations.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { daysSince } from '@yunzhen/shared/chart/safety-facts';
import type { SafetyPatient } from './safety-input.ts';

/** Converts the facts of the chart for the checks. Outdated facts are omitted and their age is reported. */
export function patientFactsOf(
  facts: SafetyFacts,
  now: Date,
): Pick<SafetyPatient, 'weightKg' | 'egfr' | 'pregnancy' | 'trimester' | 'lactation' | 'outdated'> {
  const { weightKg, egfr, pregnancy, lactation } = facts;
  const weightIsOld = weightKg.value === null && weightKg.last;
  const egfrIsOld = egfr.value === null && egfr.last;
  const pregnancyIsOld = pregnancy.state === 'unknown' && pregnancy.last;
  const lactationIsOld = lactation.state === 'unknown' && lactation.last;
  return {
    weightKg: weightKg.value,
    egfr: egfr.value,
    pregnancy: pregnancy.state,
    trimester: pregnancy.trimester,
    lactation: lactation.state,
    outdated: {
      ...(weightIsOld
        ? { weight: old(`${weightIsOld.value} kg`, `${weightIsOld.value} kg`, weightIsOld.at, now) }
        : {}),
      ...(egfrIsOld ? { egfr: old(`eGFR ${egfrIsOld.value}`, `eGFR ${egfrIsOld.value}`, egfrIsOld.at, now) } : {}),
      ...(pregnancyIsOld ? { pregnancy: stated(pregnancyIsOld, now) } : {}),
      ...(lactationIsOld ? { lactation: stated(lactationIsOld, now) } : {}),
    },
  };
}

/** Returns completed years; null when the birth date is unknown. */
export function yearsOf({ ageMonths }: Pick<SafetyPatient, 'ageMonths'>): number | null {
  return ageMonths === null ? null : Math.floor(ageMonths / 12);
}

/** Returns the reason for not checking, with the age of the recorded value when there is one. */
export function withAge(reason: LocalizedText, outdated: LocalizedText | undefined): LocalizedText {
  return outdated ? { en: `${reason.en} ${outdated.en}`, zh: `${reason.zh}${outdated.zh}` } : reason;
}

const stateLabels: Readonly<Record<string, LocalizedText>> = {
  pregnant: { en: '“pregnant”', zh: '“妊娠”' },
  'not-pregnant': { en: '“not pregnant”', zh: '“未妊娠”' },
  'breast-feeding': { en: '“breastfeeding”', zh: '“哺乳”' },
  'not-breast-feeding': { en: '“not breastfeeding”', zh: '“未哺乳”' },
};

function stated({ state, at }: { state: string; at: string }, now: Date): LocalizedText {
  const words = stateLabels[state] ?? { en: state, zh: state };
  return old(words.en, words.zh, at, now);
}

function old(en: string, zh: string, at: string, now: Date): LocalizedText {
  const days = daysSince(at, now);
  return {
    en: `The last entry, ${en}, is ${days} days old and too old to rely on.`,
    zh: `最近一次记录（${zh}）距今${days}天，已过时。`,
  };
}
