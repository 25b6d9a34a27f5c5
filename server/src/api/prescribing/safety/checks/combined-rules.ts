import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { Decimal } from 'decimal.js';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { CombinedRule } from '../knowledge/combined-rule.ts';
import type { RuleOn } from '../knowledge/knowledge-base.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import { isInScope } from '../rule-scope.ts';
import { isLocalRoute } from '../sides.ts';

/** Returns the issues of one check from rules that combine several facts. */
export function combinedIssues(check: CombinedRule['check'], context: CheckContext): DetectedIssue[] {
  const { input, items, knowledge } = context;
  const rules = knowledge.combinedRules.filter(({ rule }) => rule.check === check && holdsFor(rule, input));
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) => {
      const found = rules.filter((one) => covers(one, item, ingredient, context));
      return found.map(({ rule }) => {
        const { id, severity, mechanism, advice, source } = rule;
        const why = reasonOf(rule, input);
        return issueOn(item, ingredient, {
          check,
          rule: id,
          severity,
          mechanism,
          advice,
          source,
          title: { en: `${ingredient.en} ${why.en}`, zh: `${ingredient.zh}${why.zh}` },
          evidence: why.en,
        });
      });
    }),
  );
}

/** Returns the lines that a rule of this country forbids throughout pregnancy, whatever is on file for their substances. */
export function forbiddenInPregnancy(context: CheckContext): ResolvedItem[] {
  const rules = context.knowledge.combinedRules.filter(
    ({ rule }) => rule.check === 'pregnancy' && rule.trimester === null && rule.severity === 'contraindicated',
  );
  return context.items.filter((item) =>
    item.ingredients.some((ingredient) => rules.some((one) => covers(one, item, ingredient, context))),
  );
}

function covers(
  { rule, ingredients }: RuleOn<CombinedRule>,
  item: ResolvedItem,
  ingredient: Ingredient,
  context: CheckContext,
): boolean {
  return ingredients.has(ingredient.id) && isGivenSo(rule, item, ingredient) && isInScope(rule.id, item, context);
}

function isGivenSo(
  { routes, forms, fromStrength }: CombinedRule,
  { item, product }: ResolvedItem,
  { id }: Ingredient,
): boolean {
  const routed = routes.length === 0 ? !isLocalRoute(item.route) : routes.includes(item.route);
  const strength = product.ingredients.find(({ ingredient }) => ingredient.id === id)?.strength.value;
  if (fromStrength !== null && new Decimal(strength ?? 0).lt(fromStrength)) return false;
  return routed && (forms.length === 0 || forms.includes(product.form));
}

function holdsFor(rule: CombinedRule, input: SafetyInput): boolean {
  const { ageMonths, sex, pregnancy, trimester } = input.patient;
  if (rule.sex !== null && rule.sex !== sex) return false;
  if (rule.fromMonths !== null && (ageMonths === null || ageMonths < rule.fromMonths)) return false;
  if (rule.belowMonths !== null && (ageMonths === null || ageMonths >= rule.belowMonths)) return false;
  if (rule.check === 'pregnancy' && pregnancy !== 'pregnant') return false;
  if (rule.trimester !== null && trimester !== rule.trimester) return false;
  return rule.conditions.length === 0 || codeOf(rule, input) !== undefined;
}

function codeOf({ conditions }: CombinedRule, { conditionCodes }: SafetyInput): string | undefined {
  return conditionCodes?.find((code) => conditions.some((beginning) => isWithinCode(code, beginning)));
}

/**
 * Returns whether an ICD-10 code is the given code or lies within its three characters: J45.9 in J45, never I10.9 in I1. `=I80` is that code alone,
 * without its fourth characters.
 */
export function isWithinCode(code: string, beginning: string): boolean {
  if (beginning.startsWith('=')) return code === beginning.slice(1);
  return code === beginning || code.startsWith(beginning.includes('.') ? beginning : `${beginning}.`);
}

/** Returns the most telling patient fact that makes the rule apply. */
function reasonOf(rule: CombinedRule, input: SafetyInput): LocalizedText {
  const code = codeOf(rule, input);
  const years = Math.floor((input.patient.ageMonths ?? 0) / 12);
  const age = { en: `at ${years} years`, zh: `用于${years}岁患者` };
  if (code !== undefined) {
    const condition = input.conditionTitles?.[code];
    return {
      en: `with ${condition?.en || 'condition'} (${code})${rule.fromMonths === null ? '' : ` ${age.en}`}`,
      zh: `与${condition?.zh || '病情'}（${code}）`,
    };
  }
  if (rule.trimester !== null)
    return { en: `in trimester ${rule.trimester} of pregnancy`, zh: `用于妊娠第${rule.trimester}期` };
  if (rule.check === 'pregnancy') return { en: 'in pregnancy', zh: '用于妊娠期' };
  if (rule.sex !== null)
    return rule.sex === 'male' ? { en: 'for a man', zh: '用于男性' } : { en: 'for a woman', zh: '用于女性' };
  return age;
}
