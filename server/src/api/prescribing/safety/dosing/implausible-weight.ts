import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import { notCheckedFor } from '../patient-issue.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import { isLocalRoute } from '../sides.ts';

/**
 * Weights in kg five standard deviations above the median at these months, above which WHO Anthro flags a weight as implausible (WHO Child Growth
 * Standards, 2006, weight for age, the larger of boys and girls). They end at five years. Twice the weight of a light child is below them.
 */
const IMPLAUSIBLE: readonly (readonly [months: number, kg: number])[] = [
  [1, 8.1],
  [2, 9.7],
  [3, 10.9],
  [4, 11.8],
  [6, 13.2],
  [9, 14.9],
  [12, 16.3],
  [18, 18.9],
  [24, 21.3],
  [36, 26.6],
  [48, 32.5],
  [60, 38.8],
];

/** ATC groups whose doses depend on the age alone: decongestants and steroids for the nose, leukotriene antagonists. */
const BY_AGE = /^(?:R01A|R03DC)/;

/** Reports a child's weight that is more likely one in jin or pounds, because every dose by weight would be too large. */
export function implausibleWeight({ input, items }: CheckContext): NotChecked[] {
  const { ageMonths, weightKg } = input.patient;
  if (ageMonths === null || weightKg === null) return [];
  const most = maxAt(ageMonths + 1);
  if (most === undefined || !positiveDecimalOf(weightKg)?.gt(most)) return [];
  const concerned = items.filter(({ item, product }) => !isLocalRoute(item.route) && !BY_AGE.test(product.atc));
  return notCheckedFor('dose', concerned, (names) => ({
    en: `The recorded weight of ${weightKg} kg is implausible at ${ageMonths} months (perhaps in jin or pounds). Weigh the child in kg before you dose ${names.en}.`,
    zh: `记录的体重${weightKg} kg与${ageMonths}月龄不符（可能误记为斤），请核实体重后再确定${names.zh}的剂量。`,
  }));
}

/** Returns the weight at the end of the month that the child is in, on the line between two rows; undefined above the last. */
function maxAt(months: number): number | undefined {
  const at = IMPLAUSIBLE.findIndex(([row]) => months <= row);
  const [to, before] = [IMPLAUSIBLE[at], IMPLAUSIBLE[at - 1]];
  if (!to || !before) return to?.[1];
  return before[1] + ((to[1] - before[1]) * (months - before[0])) / (to[0] - before[0]);
}
