import type { Course } from '@yunzhen/shared/prescribing/dose/course';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { Decimal } from 'decimal.js';
import type { Ingredient, MedicineProduct } from '../../../catalogues/index.ts';
import type { OpioidFactor } from '../knowledge/dose-band.ts';
import { isOverridable } from '../severity.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import { fullestOf } from './daily-amount.ts';

/** CDC 2022, recommendation 4: pause and reassess at 50 mg of morphine a day. The risk grows further; 90 was formerly a ceiling. */
const WATCH = 50;
const CEILING = 90;

interface Part {
  readonly itemId: string | undefined;
  readonly name: { en: string; zh: string };
  readonly equivalent: Decimal;
  readonly factor: OpioidFactor;
}

/** Sums all opioids of the draft and of running prescriptions as mg of oral morphine a day. */
export function opioidFindings(context: CheckContext): { issues: DetectedIssue[]; notChecked: NotChecked[] } {
  const drafts = context.items.flatMap(({ item, product }) => partsOf(item.id, item.route, product, item, context));
  if (drafts.length === 0) return { issues: [], notChecked: [] };
  const running = context.active.flatMap(({ medicine, product }) =>
    medicine.course && product
      ? partsOf(undefined, product.routes[0] ?? 'oral', product, medicine.course, context)
      : [],
  );
  const all = [...drafts, ...running];
  const total = all.reduce((sum, { equivalent }) => sum.plus(equivalent), new Decimal(0)).toDecimalPlaces(1);
  const itemIds = [...new Set(drafts.flatMap(({ itemId }) => itemId ?? []))];
  const notChecked = unknownDoses(context, itemIds);
  if (total.lt(WATCH)) return { issues: [], notChecked };
  const severity = total.gte(CEILING) ? 'serious' : 'moderate';
  const most = total.gte(CEILING) ? CEILING : WATCH;
  const sum = (language: 'en' | 'zh') =>
    all.map(({ name, equivalent }) => `${name[language]} ${equivalent.toDecimalPlaces(1).toFixed()}`).join(' + ');
  return {
    issues: [
      {
        id: `dose:opioid-equivalent-${total.toFixed()}:${itemIds.join(':')}`,
        check: 'dose',
        severity,
        itemIds,
        title: {
          en: `Opioids: ${total.toFixed()} mg morphine equivalent per day`,
          zh: `阿片类：每日${total.toFixed()} mg吗啡当量`,
        },
        mechanism: {
          en: `Overdose deaths rise from ${most} mg per day. ${sum('en')}.`,
          zh: `每日达${most} mg起过量致死风险升高。${sum('zh')}。`,
        },
        advice: {
          en: 'Reassess benefit and risk, offer naloxone, and consult a pain specialist.',
          zh: '重新权衡获益与风险，备纳洛酮，请疼痛专科会诊。',
        },
        evidence: `${total.toFixed()} mg ≥ ${most} mg (${sum('en')})`,
        source: all[0]?.factor.source ?? '',
        overridable: isOverridable(severity),
      },
    ],
    notChecked,
  };
}

function partsOf(
  itemId: string | undefined,
  route: MedicineRoute,
  product: MedicineProduct,
  course: Course,
  { knowledge }: CheckContext,
): Part[] {
  return product.ingredients.flatMap(({ ingredient }) => {
    const factor = knowledge.opioidFactors.find(
      ({ rule, ingredients }) => ingredients.has(ingredient.id) && rule.routes.includes(route),
    )?.rule;
    const taken = factor && fullestOf(product, course, ingredient, factor.unit);
    if (!factor || !taken) return [];
    const amount = factor.worn ? taken.perDose : taken.perDay;
    return [
      { itemId, name: { en: ingredient.en, zh: ingredient.zh }, equivalent: amount.times(factor.factor), factor },
    ];
  });
}

/** Reports opioids that the patient already takes in an unrecorded amount, which the sum misses. */
function unknownDoses({ active, knowledge }: CheckContext, itemIds: readonly string[]): NotChecked[] {
  const isOpioid = ({ id }: Ingredient) => knowledge.opioidFactors.some(({ ingredients }) => ingredients.has(id));
  return active
    .filter(({ medicine }) => !medicine.course)
    .flatMap(({ ingredients }) => ingredients.filter(isOpioid))
    .map(({ en, zh }) => ({
      check: 'dose',
      itemIds: [...itemIds],
      reason: {
        en: `The current dose of ${en} is not known and is not included in the opioid total.`,
        zh: `患者正在使用的${zh}剂量未知，未计入阿片类总量。`,
      },
    }));
}
