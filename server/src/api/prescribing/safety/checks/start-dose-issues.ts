import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Ingredient } from '../../../catalogues/index.ts';
import { fullestOf } from '../dosing/daily-amount.ts';
import type { StartDose } from '../knowledge/start-dose.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import { isWithinCode } from './combined-rules.ts';

/**
 * Finds doses that are too high to start with, when no current medicine prepares for them. Reports nothing while the current medicines are unknown;
 * the interaction check reports that.
 */
export function startDoseIssues({ input, items, active, knowledge }: CheckContext): DetectedIssue[] {
  if (!input.medicinesStated) return [];
  const codes = input.conditionCodes ?? [];
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) =>
      knowledge.startDoses
        .filter(({ rule, ingredients }) => ingredients.has(ingredient.id) && isAbove(item, ingredient, rule))
        .filter(({ rule }) => concerns(rule, codes))
        .filter(({ unless }) => !active.some((one) => one.ingredients.some(({ id }) => unless.has(id))))
        .map(({ rule }) => issueOf(item, ingredient, rule)),
    ),
  );
}

function concerns({ conditions }: StartDose, codes: readonly string[]): boolean {
  const isOnRecord = (beginning: string) => codes.some((code) => isWithinCode(code, beginning));
  const needed = conditions.filter((one) => !one.startsWith('-'));
  if (conditions.some((one) => one.startsWith('-') && isOnRecord(one.slice(1)))) return false;
  return needed.length === 0 || needed.some(isOnRecord);
}

function isAbove({ item, product }: ResolvedItem, ingredient: Ingredient, rule: StartDose): boolean {
  if (!rule.routes.includes(item.route)) return false;
  if (rule.abovePerDose === null && rule.abovePerDay === null) return true;
  const taken = fullestOf(product, item, ingredient, rule.unit);
  if (!taken) return false;
  const { perDose, perDay } = taken;
  return (
    (rule.abovePerDose !== null && perDose.gt(rule.abovePerDose)) ||
    (rule.abovePerDay !== null && perDay.gt(rule.abovePerDay))
  );
}

function issueOf(item: ResolvedItem, ingredient: Ingredient, rule: StartDose): DetectedIssue {
  return issueOn(item, ingredient, {
    check: 'interaction',
    rule: `start-${rule.id}`,
    severity: rule.severity,
    title: {
      en: `${ingredient.en}: too much for a start`,
      zh: `${ingredient.zh}：起始剂量过大`,
    },
    mechanism: {
      en: `The patient’s medicines do not show earlier use. ${rule.reasonEn}`,
      zh: `患者用药记录中未见既往使用。${rule.reasonZh}`,
    },
    advice: {
      en: 'Ask about earlier use. If there is none, begin with the starting dose of the label.',
      zh: '请询问既往用药；如为首次使用，请按说明书起始剂量。',
    },
    evidence: rule.id,
    source: rule.source,
  });
}
