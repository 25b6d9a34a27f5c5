import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Ingredient } from '../../../catalogues/index.ts';
import { isWithinCode } from '../checks/combined-rules.ts';
import type { HerbCaution, HerbIncompatibility } from '../knowledge/herb-rule.ts';
import type { CheckContext } from '../safety-check.ts';
import { isOverridable } from '../severity.ts';
import { holdersOf, type Holder } from './holders.ts';

const KINDS: Record<HerbIncompatibility['kind'], LocalizedText> = {
  eighteen: { en: 'the eighteen incompatibilities', zh: '十八反' },
  nineteen: { en: 'the nineteen fears', zh: '十九畏' },
};

/** Two medicines, also two that the patient takes already, with herbs that tradition forbids together. */
export function incompatibilityIssues(context: CheckContext): DetectedIssue[] {
  const { drafts, taken } = holdersOf(context);
  const rules = context.knowledge.herbIncompatibilities;
  const named = ({ ingredients }: Holder) =>
    ingredients.some(({ id }) => rules.some((rule) => rule.ingredients.has(id)));
  const all = [...drafts, ...taken].filter(named);
  const apart = all.flatMap((one, at) => all.slice(at + 1).flatMap((other) => incompatible(one, other, context)));
  // What a patient lists as single herbs may be one decoction or several.
  const listed = taken.filter((one) => one.patent === undefined && named(one));
  return [...apart, ...listed.flatMap((one) => incompatible(one, one, context))];
}

function incompatible(one: Holder, other: Holder, { knowledge }: CheckContext): DetectedIssue[] {
  if (one.patent !== undefined && one.patent === other.patent) return [];
  return knowledge.herbIncompatibilities.flatMap(({ rule }) => {
    const pairs = [
      [rule.a, rule.b],
      [rule.b, rule.a],
    ] as const;
    const found = pairs.flatMap(([left, right]) => {
      const a = one.ingredients.find(({ id }) => left.includes(id));
      const b = other.ingredients.find(({ id }) => right.includes(id));
      return a && b ? [[a, b] as const] : [];
    })[0];
    return found ? [incompatibility(rule, [one, found[0]], [other, found[1]])] : [];
  });
}

function incompatibility(
  rule: HerbIncompatibility,
  [one, a]: readonly [Holder, Ingredient],
  [other, b]: readonly [Holder, Ingredient],
): DetectedIssue {
  const kind = KINDS[rule.kind];
  return {
    id: `interaction:herbs-${rule.id}:${one.key}:${other.key}`,
    check: 'interaction',
    severity: 'moderate',
    itemIds: [...one.itemIds, ...other.itemIds],
    title: {
      en: `${a.en} in ${one.label.en} with ${b.en} in ${other.label.en}`,
      zh: `${one.label.zh}（${a.zh}）与${other.label.zh}（${b.zh}）`,
    },
    mechanism: {
      en: `Tradition forbids the two together: ${kind.en}. Evidence from studies is thin.`,
      zh: `属${kind.zh}配伍禁忌，研究证据有限。`,
    },
    advice: { en: 'Stop one of the two, or ask a pharmacist of Chinese medicine.', zh: '停用其一，或咨询中药师。' },
    evidence: 'theoretical',
    source: rule.source,
    overridable: true,
    other: other.other,
  };
}

/** What speaks against the herbs that the patient takes: a condition, an age, or how long they may be taken. */
export function cautionIssues(check: HerbCaution['check'], context: CheckContext): DetectedIssue[] {
  const { drafts, taken } = holdersOf(context);
  const rules = context.knowledge.herbCautions.filter(({ rule }) => rule.check === check);
  // How long a line of the draft may last is the matter of the course rules.
  return [...(check === 'dose' ? [] : drafts), ...taken].flatMap((holder) =>
    rules.flatMap(({ rule, ingredients }) => {
      const ingredient = holder.ingredients.find(({ id }) => ingredients.has(id));
      return ingredient && holdsFor(rule, context) ? [caution(rule, holder, ingredient, context)] : [];
    }),
  );
}

function holdsFor(rule: HerbCaution, { input }: CheckContext): boolean {
  const { ageMonths } = input.patient;
  if (rule.belowMonths !== null && (ageMonths === null || ageMonths >= rule.belowMonths)) return false;
  return rule.conditions.length === 0 || codeOf(rule, input.conditionCodes) !== undefined;
}

function codeOf({ conditions }: HerbCaution, codes: readonly string[] | null): string | undefined {
  return codes?.find((code) => conditions.some((beginning) => isWithinCode(code, beginning)));
}

function caution(rule: HerbCaution, holder: Holder, ingredient: Ingredient, { input }: CheckContext): DetectedIssue {
  const { check, severity, mechanism, advice, source } = rule;
  const code = codeOf(rule, input.conditionCodes);
  const condition = code === undefined ? undefined : input.conditionTitles?.[code];
  const why = {
    en: code === undefined ? '' : ` with ${condition?.en ?? 'condition'} (${code})`,
    zh: code === undefined ? '' : `：${condition?.zh ?? '病情'}（${code}）`,
  };
  return {
    id: `${check}:herb-${rule.id}:${ingredient.id}:${holder.key}`,
    check,
    severity,
    itemIds: [...holder.itemIds],
    title: {
      en: `${ingredient.en} in ${holder.label.en}${why.en}`,
      zh: `${holder.label.zh}含${ingredient.zh}${why.zh}`,
    },
    mechanism,
    advice,
    evidence: code ?? (rule.confidence === 'high' ? 'established' : 'suspected'),
    source,
    overridable: isOverridable(severity),
    ...(holder.itemIds.length === 0 ? { other: holder.other } : {}),
  };
}
