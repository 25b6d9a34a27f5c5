import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { Decimal } from 'decimal.js';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { InsulinLimit } from '../knowledge/dose-band.ts';
import { issueOn, notCheckedFor } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import { fullestOf } from './daily-amount.ts';

const UNIT = '[iU]';
/** A dose of twice or half the previous prescription is more likely an error than a change. */
const LARGE_CHANGE = 2;

/** Checks insulin by body weight: it has no maximum dose, and a tenfold error would be below any fixed figure. */
export function insulinFindings(context: CheckContext): { issues: DetectedIssue[]; notChecked: NotChecked[] } {
  const { items, knowledge, input } = context;
  const issues: DetectedIssue[] = [];
  const withoutWeight: ResolvedItem[] = [];
  for (const item of items)
    for (const ingredient of item.ingredients) {
      const limit = knowledge.insulinLimits.find(({ ingredients }) => ingredients.has(ingredient.id))?.rule;
      const taken = limit && fullestOf(item.product, item.item, ingredient, UNIT);
      if (!limit || !taken) continue;
      const weight = input.patient.weightKg === null ? undefined : positiveDecimalOf(input.patient.weightKg);
      if (!weight) withoutWeight.push(item);
      issues.push(
        ...tooMuch(item, ingredient, limit, taken, weight),
        ...changed(item, ingredient, taken.perDay, context),
      );
    }
  return { issues, notChecked: notCheckedFor('dose', withoutWeight, () => WEIGHT_UNKNOWN) };
}

function tooMuch(
  item: ResolvedItem,
  ingredient: Ingredient,
  limit: InsulinLimit,
  taken: { perDose: Decimal; perDay: Decimal },
  weight: Decimal | undefined,
): DetectedIssue[] {
  const spans = [
    ['dose', taken.perDose, limit.perDosePerKg, limit.perDose, { en: 'per dose', zh: '每次' }],
    ['day', taken.perDay, limit.perDayPerKg, limit.perDay, { en: 'per day', zh: '每日' }],
  ] as const;
  const over = spans.find(([, amount, perKg, fixed]) => amount.gt(weight ? weight.times(perKg) : fixed));
  if (!over) return [];
  const [span, amount, perKg, fixed, words] = over;
  const most = weight ? weight.times(perKg).toDecimalPlaces(0) : new Decimal(fixed);
  const rate = weight ? ` (${amount.div(weight).toDecimalPlaces(2).toFixed()} IU/kg)` : '';
  return [
    issueOn(item, ingredient, {
      check: 'dose',
      rule: `insulin-${span}-${amount.toFixed()}`,
      severity: 'serious',
      title: {
        en: `${ingredient.en}: ${amount.toFixed()} units ${words.en} is unusually high`,
        zh: `${ingredient.zh}：${words.zh}${amount.toFixed()}单位，异常偏大`,
      },
      mechanism: {
        en: `More than ${most.toFixed()} units ${words.en} is rarely intended${rate}.`,
        zh: `${words.zh}超过${most.toFixed()}单位少见${rate}。`,
      },
      advice: {
        en: 'Check the number for an extra zero. Ask the patient what dose they take now.',
        zh: '请核对数字是否多写一个零，并询问患者目前用量。',
      },
      evidence: weight
        ? `${amount.toFixed()} IU > ${perKg} IU/kg × ${weight.toFixed()} kg`
        : `${amount.toFixed()} IU > ${fixed} IU`,
      source: limit.source,
    }),
  ];
}

/** Compares with the same insulin of a prescription that is still running. */
function changed(
  item: ResolvedItem,
  ingredient: Ingredient,
  perDay: Decimal,
  { active }: CheckContext,
): DetectedIssue[] {
  const before = active.flatMap(({ medicine, product }) =>
    medicine.course && product && product.ingredients.some((part) => part.ingredient.id === ingredient.id)
      ? (fullestOf(product, medicine.course, ingredient, UNIT)?.perDay ?? [])
      : [],
  );
  const last = before[0];
  if (!last || last.lte(0)) return [];
  const ratio = perDay.div(last);
  if (ratio.lt(LARGE_CHANGE) && ratio.gt(1 / LARGE_CHANGE)) return [];
  const [was, is] = [last.toFixed(), perDay.toFixed()];
  return [
    issueOn(item, ingredient, {
      check: 'dose',
      rule: `insulin-change-${was}-${is}`,
      severity: 'serious',
      title: {
        en: `${ingredient.en}: from ${was} to ${is} units a day`,
        zh: `${ingredient.zh}：每日用量由${was}改为${is}单位`,
      },
      mechanism: {
        en: 'The dose is at least double, or at most half, the current prescription.',
        zh: '与仍在执行的处方相比，剂量变化达两倍或以上。',
      },
      advice: { en: 'Confirm that this change is intended.', zh: '请确认确为调整剂量。' },
      evidence: `${was} IU → ${is} IU`,
      source: 'Prescription on record',
    }),
  ];
}

const WEIGHT_UNKNOWN: LocalizedText = {
  en: 'Weight is not recorded, so the insulin dose per kg could not be checked.',
  zh: '未记录体重，无法核对胰岛素每公斤剂量。',
};
