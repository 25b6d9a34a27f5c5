import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { doseSteps, dosesInDays, dosesOnFullestDay } from '@yunzhen/shared/prescribing/dose/course';
import { ingredientInDose } from '@yunzhen/shared/prescribing/dose/dose';
import { Decimal } from 'decimal.js';
import {
  type DoseLimits,
  EDITION_NOT_NOTED,
  type ProductIngredient,
  informationOn,
  shownSource,
} from '../../../catalogues/index.ts';
import { bandsFor, weightNotChecked } from '../dosing/bands.ts';
import { courseIssues } from '../dosing/course-issues.ts';
import { gapIssues } from '../dosing/gap-issues.ts';
import { implausibleWeight } from '../dosing/implausible-weight.ts';
import { criteriaNotChecked, indicatedDoses, indicationIssues } from '../dosing/indicated-doses.ts';
import { insulinFindings } from '../dosing/insulin-issues.ts';
import { intervalIssues } from '../dosing/interval-issues.ts';
import { opioidFindings } from '../dosing/opioid-issues.ts';
import { wholeUnitIssues } from '../dosing/whole-unit-issues.ts';
import { cautionIssues } from '../patents/herb-issues.ts';
import type { LargestDoses, Limit } from '../largest-doses.ts';
import { largestDoses } from '../largest-doses.ts';
import { hasAmounts, strictest } from '../strictest-limits.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import type { Severity } from '../severity.ts';
import { isLocalRoute } from '../sides.ts';

/** The amount of one ingredient in one line of the draft, in the unit of its limits. */
interface Taken {
  readonly item: ResolvedItem;
  readonly part: ProductIngredient;
  readonly limits: DoseLimits;
  readonly perDose: Decimal;
  readonly perDay: Decimal;
  readonly perWeek: Decimal;
}

/**
 * Compares doses per time, day and week with the maximum for this patient, summed over the lines of the draft. Compares frequency and duration with
 * the tables of intervals and courses.
 */
export const doseCheck: SafetyCheck = {
  name: 'dose',
  run(context) {
    const notChecked: NotChecked[] = [];
    const taken = context.items.flatMap((item) => {
      if (isLocalRoute(item.item.route)) return [];
      return item.product.ingredients.flatMap((part) => takenOf(item, part, context, notChecked));
    });
    const further = [insulinFindings(context), opioidFindings(context)];
    notChecked.push(...further.flatMap((one) => one.notChecked), ...implausibleWeight(context));
    const issues: DetectedIssue[] = [
      ...intervalIssues(context),
      ...gapIssues(context),
      ...courseIssues(context),
      ...wholeUnitIssues(context),
      ...cautionIssues('dose', context),
      ...further.flatMap((one) => one.issues),
    ];
    for (const group of byIngredient(taken)) {
      const limits = strictest(group.map((one) => one.limits) as [DoseLimits, ...DoseLimits[]]);
      const own = group.some(({ item }) => item.product.own === true);
      const indicated = indicatedDoses(limits, context, 'maximum');
      const largest = largestDoses(limits, context.input.patient, bandsFor(limits, context), own, indicated);
      const itemIds = group.map(({ item }) => item.item.id);
      const notDone = (reasons: readonly LocalizedText[]) =>
        notChecked.push(...reasons.map((reason): NotChecked => ({ check: 'dose', itemIds, reason })));
      const above = issuesOf(group, largest, isNarrow(group[0], context));
      if (above.length > 0) {
        notDone(largest.notChecked);
        issues.push(...above);
        continue;
      }
      const [{ item, part }] = group;
      const byWeight = weightNotChecked(part.ingredient, limits, amountsOf(group), context);
      notDone(byWeight.length > 0 ? byWeight : largest.notChecked);
      notChecked.push(...criteriaNotChecked(itemIds, limits, amountsOf(group), context));
      issues.push(...indicationIssues(item, part.ingredient, limits, amountsOf(group), context));
    }
    issues.push(...acrossForms(taken, context));
    return { issues, notChecked };
  },
};

function takenOf(
  item: ResolvedItem,
  part: ProductIngredient,
  context: CheckContext,
  notChecked: NotChecked[],
): Taken[] {
  const { ingredient, limits, strength } = part;
  const { asNeeded } = item.item;
  const say = (en: string, zh: string): [] => {
    notChecked.push({ check: 'dose', itemIds: [item.item.id], reason: { en, zh } });
    return [];
  };
  // An unknown substance is reported once for every check elsewhere.
  if (!limits && ingredient.unknown) return [];
  if (!limits || (!hasAmounts(limits) && bandsFor(limits, context).length === 0))
    return say(`No largest dose of ${ingredient.en} is on file.`, `没有${ingredient.zh}的最大剂量资料。`);
  const largest = { perDose: new Decimal(0), perDay: new Decimal(0), perWeek: new Decimal(0) };
  // The highest step of a taper counts, wherever it is in the course.
  for (const { dose, timing } of doseSteps(item.item)) {
    const perDose =
      item.product.ingredients.length > 1 && dose.unit !== item.product.unit && dose.unit !== strength.per
        ? undefined
        : ingredientInDose(dose, item.product.unit, strength, limits.unit);
    if (!perDose) {
      return say(
        `A dose of ${ingredient.en} in ${dose.unit} cannot be converted to ${limits.unit}.`,
        `${ingredient.zh}的剂量单位${dose.unit}无法换算为${limits.unit}。`,
      );
    }
    const onFullestDay = dosesOnFullestDay(timing, asNeeded);
    const inWeek = asNeeded ? onFullestDay.times(7) : dosesInDays(timing, 7);
    largest.perDose = Decimal.max(largest.perDose, perDose);
    largest.perDay = Decimal.max(largest.perDay, perDose.times(onFullestDay));
    largest.perWeek = Decimal.max(largest.perWeek, perDose.times(inWeek));
  }
  return [{ item, part, limits, ...largest }];
}

/** Groups lines by ingredient and the scope of its limits, because their daily amounts add up. */
function byIngredient(taken: readonly Taken[]): [Taken, ...Taken[]][] {
  const groups = new Map<string, [Taken, ...Taken[]]>();
  for (const one of taken) {
    const { ingredient, route, form, unit } = one.limits;
    const key = `${ingredient} ${route} ${form ?? ''} ${unit}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Routes whose amounts add up: what is swallowed and what is given as a suppository. */
const enteral: ReadonlySet<string> = new Set(['oral', 'rectal', 'sublingual']);

/**
 * Checks the sum of forms and routes of one ingredient that have separate limits, against the larger limit: plain and prolonged-release tablets,
 * tablets and suppositories.
 */
function acrossForms(taken: readonly Taken[], context: CheckContext): DetectedIssue[] {
  const groups = [
    ...Map.groupBy(
      taken,
      ({ limits: { ingredient, route, unit } }) => `${ingredient} ${enteral.has(route) ? 'enteral' : route} ${unit}`,
    ).values(),
  ];
  return groups.flatMap((group) => {
    const kinds = new Set(group.map(({ limits: { form, route } }) => `${route} ${form ?? ''}`));
    const days = group.map(
      ({ limits }) => largestDoses(limits, context.input.patient, bandsFor(limits, context)).perDay,
    );
    const most = days.reduce((larger, one) => (one && larger && one.amount.lt(larger.amount) ? larger : one));
    const [first] = group;
    if (kinds.size < 2 || !first || !most) return [];
    return over(group, 'day', sumOf(group, 'perDay'), most, isNarrow(first, context));
  });
}

function isNarrow({ part }: Taken, { knowledge }: CheckContext): boolean {
  return knowledge.narrowMargins.some(({ ingredients }) => ingredients.has(part.ingredient.id));
}

function sumOf(group: readonly Taken[], of: 'perDay' | 'perWeek'): Decimal {
  return group.reduce((total, one) => total.plus(one[of]), new Decimal(0));
}

function issuesOf(group: readonly [Taken, ...Taken[]], largest: LargestDoses, narrow: boolean): DetectedIssue[] {
  const single = group.flatMap((one) => over([one], 'dose', one.perDose, largest.perDose, narrow));
  const daily = over(group, 'day', sumOf(group, 'perDay'), largest.perDay, narrow);
  const weekly = over(group, 'week', sumOf(group, 'perWeek'), largest.perWeek, narrow);
  return weekly.length > 0 ? weekly : [...single, ...daily];
}

function amountsOf(group: readonly [Taken, ...Taken[]]) {
  return { perDose: Decimal.max(...group.map(({ perDose }) => perDose)), perDay: sumOf(group, 'perDay') };
}

type Span = 'dose' | 'day' | 'week';
const SPANS: Record<Span, LocalizedText> = {
  dose: { en: 'per dose', zh: '每次' },
  day: { en: 'per day', zh: '每日' },
  week: { en: 'per week', zh: '每周' },
};

function over(
  group: readonly Taken[],
  span: Span,
  amount: Decimal,
  limit: Limit | undefined,
  narrow: boolean,
): DetectedIssue[] {
  const [first] = group;
  if (!first || !limit || amount.lte(limit.amount.times(limit.tolerance))) return [];
  const { ingredient } = first.part;
  const unit = first.limits.unit;
  const words = SPANS[span];
  const found = issueOn(first.item, ingredient, {
    check: 'dose',
    // The amount is part of the id: a different dose is a different finding and needs a new acknowledgement.
    rule: `${span}-${amount.toFixed()}${unit}`,
    severity: severityOf(amount.div(limit.amount), span, narrow),
    title: {
      en: `${ingredient.en}: ${amount.toFixed()} ${unit} ${words.en} is above the maximum`,
      zh: `${ingredient.zh}：${words.zh}${amount.toFixed()} ${unit}，超过上限`,
    },
    mechanism: {
      en: `The maximum dose ${words.en} is ${limit.amount.toFixed()} ${unit}. ${limit.reason?.en ?? ''}`.trim(),
      zh: `${words.zh}最大剂量为${limit.amount.toFixed()} ${unit}。${limit.reason?.zh ?? ''}`,
    },
    advice: { en: 'Check the dose, unit and frequency.', zh: '请核对剂量、单位和频次。' },
    evidence: `${amount.toFixed()} ${unit} > ${limit.arithmetic}`,
    source: limit.source ?? sourceOf(first),
  });
  return [{ ...found, itemIds: group.map(({ item }) => item.item.id) }];
}

/** The formulary’s own figures cite the product information, those of a hospital what it signed. */
function sourceOf({ item, part: { ingredient }, limits }: Taken): string {
  const own = item.product.own === true || limits.source === EDITION_NOT_NOTED;
  return own ? informationOn(ingredient, 'posology') : shownSource(limits);
}

/**
 * Returns the severity of an excess. Five times the maximum suggests a slip of the decimal point or unit; a weekly medicine taken daily counts the
 * same.
 */
function severityOf(ratio: Decimal, span: Span, narrow: boolean): Severity {
  if (ratio.gte(span === 'week' ? 2 : 5)) return 'contraindicated';
  return narrow || ratio.gte(1.5) ? 'serious' : 'moderate';
}
