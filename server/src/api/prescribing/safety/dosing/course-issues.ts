import { dosesInDays, dosesOnFullestDay, type DoseStep } from '@yunzhen/shared/prescribing/dose/course';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { Decimal } from 'decimal.js';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { CourseRule } from '../knowledge/course-rule.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import { isInScope } from '../rule-scope.ts';
import { amountOf, stepsWithin } from './timed-dose.ts';

/** Finds repeated loading or single doses, and courses longer than the maximum. */
export function courseIssues(context: CheckContext): DetectedIssue[] {
  const { items, knowledge, input } = context;
  const codes = input.conditionCodes ?? [];
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) =>
      knowledge.courseRules.flatMap(({ rule, ingredients }) => {
        if (!ingredients.has(ingredient.id) || !isInScope(rule.id, item, context)) return [];
        if (codes.some((code) => rule.unlessConditions.some((beginning) => code.startsWith(beginning)))) return [];
        return tooLong(item, ingredient, rule);
      }),
    ),
  );
}

function tooLong(item: ResolvedItem, ingredient: Ingredient, rule: CourseRule): DetectedIssue[] {
  const { asNeeded } = item.item;
  const steps = stepsWithin(item, ingredient, rule).filter((step) => reachesDay(item, ingredient, rule, step));
  if (steps.length === 0) return [];
  const days = steps.reduce((sum, step) => sum + (step.days ?? 1), 0);
  const doses = steps.reduce((sum, step) => {
    const planned = dosesInDays(step.timing, step.days ?? 1);
    return sum.plus(asNeeded ? Decimal.min(planned, asNeeded.maxPerDay * (step.days ?? 1)) : planned);
  }, new Decimal(0));
  // One dose planned for a week is one dose, whatever its number of days.
  const overDays = rule.maxDays !== null && days > rule.maxDays && doses.gt(1);
  const overDoses = rule.maxDoses !== null && doses.gt(rule.maxDoses);
  if (!overDays && !overDoses) return [];
  return [issueOn(item, ingredient, findingOf(ingredient, rule, { days, doses, overDoses }))];
}

function reachesDay(
  item: ResolvedItem,
  ingredient: Ingredient,
  { fromPerDay, unit }: CourseRule,
  { dose, timing }: DoseStep,
): boolean {
  if (fromPerDay === null || unit === null) return true;
  const amount = amountOf(item, ingredient, dose, unit);
  return amount?.times(dosesOnFullestDay(timing, item.item.asNeeded)).gte(fromPerDay) ?? false;
}

interface Course {
  readonly days: number;
  readonly doses: Decimal;
  readonly overDoses: boolean;
}

function findingOf(ingredient: Ingredient, rule: CourseRule, { days, doses, overDoses }: Course) {
  const planned = overDoses
    ? { en: `${doses.toFixed()} ${doses.eq(1) ? 'dose' : 'doses'}`, zh: `${doses.toFixed()}次` }
    : { en: `${days} days`, zh: `${days}天` };
  const most = overDoses
    ? { en: `${rule.maxDoses ?? 0} ${rule.maxDoses === 1 ? 'dose' : 'doses'}`, zh: `${rule.maxDoses ?? 0}次` }
    : { en: `${rule.maxDays ?? 0} ${rule.maxDays === 1 ? 'day' : 'days'}`, zh: `${rule.maxDays ?? 0}天` };
  const sized = rule.fromPerDose !== null || rule.fromPerDay !== null;
  return {
    check: 'dose' as const,
    rule: `course-${rule.id}-${overDoses ? doses.toFixed() : days}`,
    severity: rule.severity,
    title: {
      en: `${ingredient.en}: ${planned.en} ${sized ? 'at this dose ' : ''}exceeds the maximum course`,
      zh: `${ingredient.zh}：${sized ? '此剂量' : ''}用${planned.zh}，疗程过长`,
    },
    mechanism: {
      en: `${sized ? 'Maximum at this dose:' : 'Maximum course:'} ${most.en}. ${rule.reasonEn}`.trim(),
      zh: `${sized ? '此剂量' : ''}最多用${most.zh}。${rule.reasonZh}`,
    },
    advice: {
      en: 'Shorten the course, or prescribe a lower dose for the remaining days.',
      zh: '请缩短疗程，或后续改用较低剂量。',
    },
    evidence: `${planned.en} > ${most.en}`,
    source: rule.source,
  };
}
