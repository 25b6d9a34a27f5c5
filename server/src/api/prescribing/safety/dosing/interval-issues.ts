import { maxDosesInDays } from '@yunzhen/shared/prescribing/dose/course';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { IntervalRule } from '../knowledge/course-rule.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import { stepsWithin } from './timed-dose.ts';

/**
 * Finds medicines that are planned more often than their label allows. A weekly sum misses these: a quarter of the weekly dose every day is still
 * daily dosing. Two lines at one time count as two strengths of one dose.
 */
export function intervalIssues({ items, knowledge }: CheckContext): DetectedIssue[] {
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) => {
      const rules = knowledge.intervalRules.filter(({ ingredients }) => ingredients.has(ingredient.id));
      const found = rules.flatMap(({ rule }) => tooOften(item, ingredient, rule));
      return found.slice(0, 1);
    }),
  );
}

function tooOften(item: ResolvedItem, ingredient: Ingredient, rule: IntervalRule): DetectedIssue[] {
  const counts = stepsWithin(item, ingredient, rule).map(({ timing, days }) => {
    const span = days === null ? rule.inDays : Math.min(rule.inDays, days);
    return maxDosesInDays(timing, item.item.asNeeded, span).toNumber();
  });
  const most = Math.max(0, ...counts);
  if (most <= rule.doses) return [];
  const blocked = rule.blockedFrom !== null && most >= rule.blockedFrom;
  const days = rule.inDays === 1 ? { en: '1 day', zh: '1天' } : { en: `${rule.inDays} days`, zh: `${rule.inDays}天` };
  return [
    issueOn(item, ingredient, {
      check: 'dose',
      rule: `often-${rule.id}-${most}`,
      severity: blocked ? 'contraindicated' : rule.severity,
      title: {
        en: `${ingredient.en}: ${most} doses in ${days.en} is too often`,
        zh: `${ingredient.zh}：${days.zh}内${most}次，给药过于频繁`,
      },
      mechanism: {
        en: `The label allows at most ${rule.doses} in ${days.en}. ${rule.reasonEn}`.trim(),
        zh: `说明书规定${days.zh}内最多${rule.doses}次。${rule.reasonZh}`,
      },
      advice: {
        en: 'Check the frequency. For a weekly medicine, choose once a week and state the day.',
        zh: '请核对给药频次。每周一次的药品请选择“每周”，并注明星期几。',
      },
      evidence: `${most} in ${days.en} > ${rule.doses}`,
      source: rule.source,
    }),
  ];
}
