import { doseSteps } from '@yunzhen/shared/prescribing/dose/course';
import { positiveDecimalOf, type Amount } from '@yunzhen/shared/prescribing/dose/dose';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Decimal } from 'decimal.js';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { WholeUnitRule } from '../knowledge/whole-unit.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import { amountOf } from './timed-dose.ts';

/** Finds doses that need a part of a tablet or capsule that must stay whole: modified release, gastro-resistant. */
export function wholeUnitIssues({ items, knowledge }: CheckContext): DetectedIssue[] {
  return items.flatMap((item) => {
    const rules = knowledge.wholeUnits.filter(({ rule }) => rule.forms.includes(item.product.form));
    const [ingredient] = item.ingredients;
    if (rules.length === 0 || !ingredient || item.item.route !== 'oral') return [];
    const own = rules.find(({ ingredients }) => item.ingredients.some(({ id }) => ingredients.has(id)));
    const rule = (own ?? rules.find(({ ingredients }) => ingredients.size === 0))?.rule;
    const parted = doseSteps(item.item).map(({ dose }) => unitsOf(item, ingredient, dose));
    const broken = rule && parted.find((units) => units && !units.mod(rule.smallest).isZero());
    return rule && broken ? [issueOf(item, ingredient, rule, broken)] : [];
  });
}

/**
 * Returns the number of tablets or capsules in one dose. An amount in mg counts when it is a half or a quarter of one; larger amounts may combine
 * other strengths.
 */
function unitsOf(item: ResolvedItem, ingredient: Ingredient, dose: Amount): Decimal | undefined {
  if (dose.unit === item.product.unit) return positiveDecimalOf(dose.value);
  const strength = item.product.ingredients.find((one) => one.ingredient.id === ingredient.id)?.strength;
  const held = strength && positiveDecimalOf(strength.value);
  const units = held && amountOf(item, ingredient, dose, strength.unit)?.div(held);
  return units?.lt(1) && units.times(4).isInteger() ? units : undefined;
}

function issueOf(item: ResolvedItem, ingredient: Ingredient, rule: WholeUnitRule, units: Decimal): DetectedIssue {
  const count = units.toDecimalPlaces(3).toFixed();
  return issueOn(item, ingredient, {
    check: 'dose',
    rule: `${rule.id}-${count}`,
    severity: rule.severity,
    title: {
      en: `${ingredient.en}: ${count} of a form that must not be divided`,
      zh: `${ingredient.zh}：该剂型不可掰开（${count}）`,
    },
    mechanism: { en: rule.reasonEn, zh: rule.reasonZh },
    advice: { en: 'Choose another strength or an immediate-release form.', zh: '请选用其他规格或普通剂型。' },
    evidence: `${count} × ${item.product.id}`,
    source: rule.source,
  });
}
