import type { DoseStep } from '@yunzhen/shared/prescribing/dose/course';
import { HOURS_OF_PERIOD, type AsNeeded } from '@yunzhen/shared/prescribing/dose/timing';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { GapRule } from '../knowledge/course-rule.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import { stepsWithin } from './timed-dose.ts';

/**
 * Finds doses that follow each other too soon, and medicines that are not for as-needed use. The amount of a day misses both: four doses within four
 * hours are no more than four in a day. As-needed lines without an interval raise a minor alert that names it.
 */
export function gapIssues({ items, knowledge }: CheckContext): DetectedIssue[] {
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) => {
      const rules = knowledge.gapRules.flatMap(({ rule, ingredients }) =>
        ingredients.has(ingredient.id) ? [rule] : [],
      );
      const longestFirst = rules.toSorted((one, other) => (other.hours ?? 0) - (one.hours ?? 0));
      const tooSoon = longestFirst.flatMap((rule) => tooSoonIn(item, ingredient, rule)).slice(0, 1);
      return [...tooSoon, ...rules.flatMap((rule) => asNeededIn(item, ingredient, rule))];
    }),
  );
}

function tooSoonIn(item: ResolvedItem, ingredient: Ingredient, rule: GapRule): DetectedIssue[] {
  const { hours } = rule;
  if (hours === null) return [];
  const { asNeeded } = item.item;
  const steps = stepsWithin(item, ingredient, rule);
  const gaps = steps.map((step) => hoursBetween(step, asNeeded));
  const least = Math.min(...gaps.filter((gap) => gap !== null));
  if (least < hours) return [tooSoon(item, ingredient, { ...rule, hours }, least)];
  const isUnstated = gaps.includes(null) && (asNeeded?.maxPerDay ?? 0) > 1;
  return isUnstated ? [unstated(item, ingredient, { ...rule, hours })] : [];
}

/** Returns the hours between two doses; as needed, the least that the line allows, or null when it states none. */
function hoursBetween({ timing }: DoseStep, asNeeded: AsNeeded | null): number | null {
  const { frequency, period, periodUnit } = timing;
  const planned = (period * HOURS_OF_PERIOD[periodUnit]) / frequency;
  if (!asNeeded) return planned;
  if (asNeeded.minHoursBetween) return asNeeded.minHoursBetween;
  return periodUnit === 'h' ? planned : null;
}

type WithHours = GapRule & { readonly hours: number };

function tooSoon(item: ResolvedItem, ingredient: Ingredient, rule: WithHours, least: number): DetectedIssue {
  const hours = Number(least.toFixed(1));
  return issueOn(item, ingredient, {
    check: 'dose',
    rule: `gap-${rule.id}-${hours}`,
    severity: rule.severity,
    title: {
      en: `${ingredient.en}: ${hours} ${hours === 1 ? 'hour' : 'hours'} between doses is too short`,
      zh: `${ingredient.zh}：两次间隔${hours}小时过短`,
    },
    mechanism: {
      en: `The label requires at least ${rule.hours} hours between doses. ${rule.reasonEn}`,
      zh: `说明书规定两次至少间隔${rule.hours}小时。${rule.reasonZh}`,
    },
    advice: { en: 'Lengthen the interval.', zh: '请延长给药间隔。' },
    evidence: `${hours} h < ${rule.hours} h`,
    source: rule.source,
  });
}

function unstated(item: ResolvedItem, ingredient: Ingredient, rule: WithHours): DetectedIssue {
  return issueOn(item, ingredient, {
    check: 'dose',
    rule: `gap-unstated-${rule.id}`,
    severity: 'minor',
    title: {
      en: `${ingredient.en}: no interval between as-needed doses is stated`,
      zh: `${ingredient.zh}：按需用药未注明最短间隔`,
    },
    mechanism: {
      en: `The label requires at least ${rule.hours} hours between doses. ${rule.reasonEn}`,
      zh: `说明书规定两次至少间隔${rule.hours}小时。${rule.reasonZh}`,
    },
    advice: { en: `State at least ${rule.hours} hours apart.`, zh: `请注明至少间隔${rule.hours}小时。` },
    evidence: `no interval stated, ${rule.hours} h required`,
    source: rule.source,
  });
}

function asNeededIn(item: ResolvedItem, ingredient: Ingredient, rule: GapRule): DetectedIssue[] {
  if (!rule.neverAsNeeded || !item.item.asNeeded || stepsWithin(item, ingredient, rule).length === 0) return [];
  return [
    issueOn(item, ingredient, {
      check: 'dose',
      rule: `as-needed-${rule.id}`,
      severity: rule.severity,
      title: {
        en: `${ingredient.en}: this form is not for use as needed`,
        zh: `${ingredient.zh}：该剂型不可按需使用`,
      },
      mechanism: {
        en: `The label limits this form to a fixed schedule. ${rule.reasonEn}`,
        zh: `说明书规定该剂型须按固定时间使用。${rule.reasonZh}`,
      },
      advice: { en: 'Use a fixed schedule, or an immediate-release form.', zh: '请改为固定时间给药，或改用速释剂型。' },
      evidence: 'as needed',
      source: rule.source,
    }),
  ];
}
