import { asNeededReason } from '@yunzhen/shared/prescribing/dose/as-needed-reason';
import type { Amount } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { isMedicineUnit } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { PeriodUnit, Timing, TimingWhen } from '@yunzhen/shared/prescribing/dose/timing';
import { timingWhens } from '@yunzhen/shared/prescribing/dose/timing';

/** A usual way to take the product, offered to the doctor as a start and never chosen automatically. */
export interface UsualSig {
  readonly dose: Amount;
  readonly timing: Timing;
  readonly durationDays: number;
  /** Null for a regular dose. Lists that do not name indication, maximum a day or hours between doses leave them to the doctor. */
  readonly asNeeded: {
    readonly reason: LocalizedText | null;
    readonly maxPerDay: number | null;
    readonly minHoursBetween: number | null;
  } | null;
}

const SIG =
  /^(\d+(?:\.\d+)?) (\S+) (\d{1,2})\/(\d{1,2})(h|d|wk)(?: ([a-z-]+))? (\d{1,2})d( prn(?: (.{1,120}) max(\d{1,2})(?: min(\d{1,2})h)?)?)?$/;
const MAX_PER_DAY = 24;
const MAX_HOURS = 72;

/**
 * Parses the short form of the data files, "1 tablet 3/1d after-meal 3d prn fever max3 min6h": dose, unit, frequency/period, time of day, days, as needed with
 * indication, maximum a day and hours between doses. Returns undefined for any other form.
 */
export function parseUsualSig(text: string): UsualSig | undefined {
  const found = SIG.exec(text);
  if (!found) return undefined;
  const [, value = '', unit = '', frequency, period, periodUnit, when, days, asNeeded, reason, most, apart] = found;
  if (!isMedicineUnit(unit) || !isWhen(when)) return undefined;
  const maxPerDay = most === undefined ? null : Number(most);
  if (maxPerDay !== null && (maxPerDay < 1 || maxPerDay > MAX_PER_DAY)) return undefined;
  const minHoursBetween = apart === undefined ? null : Number(apart);
  if (minHoursBetween !== null && (minHoursBetween < 1 || minHoursBetween > MAX_HOURS)) return undefined;
  return {
    dose: { value, unit },
    timing: {
      frequency: Number(frequency),
      period: Number(period),
      periodUnit: periodUnit as PeriodUnit,
      when: when ?? null,
    },
    durationDays: Number(days),
    asNeeded:
      asNeeded === undefined
        ? null
        : { reason: reason === undefined ? null : asNeededReason(reason), maxPerDay, minHoursBetween },
  };
}

function isWhen(word: string | undefined): word is TimingWhen | undefined {
  return word === undefined || (timingWhens as readonly string[]).includes(word);
}
