import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import { notCheckedFor } from '../patient-issue.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import { isLocalRoute } from '../sides.ts';

/**
 * Weights in kg that no child below the number of months has: five standard deviations above the median, from where on WHO Anthro calls a weight
 * implausible (WHO Child Growth Standards, 2006, weight for age, the larger of boys and girls). They end at five years.
 */
const IMPLAUSIBLE: readonly (readonly [belowMonths: number, kg: number])[] = [
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

/** Reports a child's weight that is more likely one in jin or pounds, because every dose by weight would be too large. */
export function implausibleWeight({ input, items }: CheckContext): NotChecked[] {
  const { ageMonths, weightKg } = input.patient;
  if (ageMonths === null || weightKg === null) return [];
  const most = IMPLAUSIBLE.find(([belowMonths]) => ageMonths < belowMonths)?.[1];
  if (most === undefined || !positiveDecimalOf(weightKg)?.gt(most)) return [];
  const concerned = items.filter(({ item }) => !isLocalRoute(item.route));
  return notCheckedFor('dose', concerned, (names) => ({
    en: `The recorded weight of ${weightKg} kg is implausible at ${ageMonths} months. Weigh the child in kg before you dose ${names.en}.`,
    zh: `记录的体重${weightKg} kg与${ageMonths}月龄不符（可能误记为斤），请核实体重后再确定${names.zh}的剂量。`,
  }));
}
