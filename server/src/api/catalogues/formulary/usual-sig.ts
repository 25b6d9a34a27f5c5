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
  /** Null for a regular dose. Lists that name neither indication nor maximum leave both to the doctor. */
  readonly asNeeded: { readonly reason: LocalizedText | null; readonly maxPerDay: number | null } | null;
}

const SIG =
  /^(\d+(?:\.\d+)?) (\S+) (\d{1,2})\/(\d{1,2})(h|d|wk)(?: ([a-z-]+))? (\d{1,2})d( prn(?: (.{1,120}) max(\d{1,2}))?)?$/;
const MAX_PER_DAY = 24;

/**
 * Parses the short form of the data files, "1 tablet 1/6h after-meal 3d prn fever max4": dose, unit, frequency/period, time of day, days, as needed with
 * indication and maximum a day. Returns undefined for any other form.
 */
export function parseUsualSig(text: string): UsualSig | undefined {
  const found = SIG.exec(text);
  if (!found) return undefined;
  const [, value = '', unit = '', frequency, period, periodUnit, when, days, asNeeded, reason, most] = found;
  if (!isMedicineUnit(unit) || !isWhen(when)) return undefined;
  const maxPerDay = most === undefined ? null : Number(most);
  if (maxPerDay !== null && (maxPerDay < 1 || maxPerDay > MAX_PER_DAY)) return undefined;
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
      asNeeded === undefined ? null : { reason: reason === undefined ? null : asNeededReason(reason), maxPerDay },
  };
}

function isWhen(word: string | undefined): word is TimingWhen | undefined {
  return word === undefined || (timingWhens as readonly string[]).includes(word);
}
