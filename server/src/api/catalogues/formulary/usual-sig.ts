import type { Amount } from '@yunzhen/shared/prescribing/dose/dose';
import { isMedicineUnit } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { PeriodUnit, Timing, TimingWhen } from '@yunzhen/shared/prescribing/dose/timing';
import { timingWhens } from '@yunzhen/shared/prescribing/dose/timing';

/** A usual way to take the product, offered to the doctor as a start and never chosen automatically. */
export interface UsualSig {
  readonly dose: Amount;
  readonly timing: Timing;
  readonly durationDays: number;
  readonly asNeeded: boolean;
}

const SIG = /^(\d+(?:\.\d+)?) (\S+) (\d{1,2})\/(\d{1,2})(h|d|wk)(?: ([a-z-]+))? (\d{1,2})d( prn)?$/;

/**
 * Parses the short form of the data files, "1 tablet 2/1d after-meal 7d prn": dose, unit, frequency/period, time of day, days, as needed. Returns
 * undefined for any other form.
 */
export function parseUsualSig(text: string): UsualSig | undefined {
  const found = SIG.exec(text);
  if (!found) return undefined;
  const [, value = '', unit = '', frequency, period, periodUnit, when, days, asNeeded] = found;
  if (!isMedicineUnit(unit) || !isWhen(when)) return undefined;
  return {
    dose: { value, unit },
    timing: {
      frequency: Number(frequency),
      period: Number(period),
      periodUnit: periodUnit as PeriodUnit,
      when: when ?? null,
    },
    durationDays: Number(days),
    asNeeded: asNeeded !== undefined,
  };
}

function isWhen(word: string | undefined): word is TimingWhen | undefined {
  return word === undefined || (timingWhens as readonly string[]).includes(word);
}
