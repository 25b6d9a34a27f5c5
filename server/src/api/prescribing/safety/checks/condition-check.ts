import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { hepaticIssue } from '../hepatic.ts';
import { issueOn, notCheckedFor } from '../patient-issue.ts';
import type { ConditionRule } from '../knowledge/patient-rule.ts';
import { cautionIssues } from '../patents/herb-issues.ts';
import { alleleIssues } from './allele-issues.ts';
import { combinedIssues, isWithinCode } from './combined-rules.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import { isInScope } from '../rule-scope.ts';
import { isLocalRoute } from '../sides.ts';

/** Finds medicines that the patient's conditions or the diagnoses of this visit contraindicate. */
export const conditionCheck: SafetyCheck = {
  name: 'condition',
  run(context) {
    const codes = context.input.conditionCodes;
    if (codes === null) {
      const reason = () => ({ en: 'The patient’s conditions could not be read.', zh: '无法读取患者病情。' });
      return { issues: [], notChecked: notCheckedFor('condition', context.items, reason) };
    }
    const byRule = issuesOf(codes, context);
    return {
      issues: [
        ...byRule,
        ...combinedIssues('condition', context),
        ...hepaticOf(codes, context, byRule),
        ...alleleIssues(context),
        ...cautionIssues('condition', context),
      ],
      notChecked: uncoded(context),
    };
  },
};

function issuesOf(codes: readonly string[], context: CheckContext): DetectedIssue[] {
  const { input, items, knowledge } = context;
  const issues: DetectedIssue[] = [];
  for (const { rule, ingredients } of knowledge.conditionRules) {
    const code = codeFor(rule, codes);
    if (code === undefined) continue;
    for (const item of items) {
      if ((isLocalRoute(item.item.route) && !rule.local) || !isInScope(rule.id, item, context)) continue;
      const ingredient = item.ingredients.find((one) => ingredients.has(one.id));
      if (ingredient)
        issues.push(
          issueOn(item, ingredient, { ...wordsOf(rule), ...titleOf(code, ingredient, input.conditionTitles?.[code]) }),
        );
    }
  }
  return issues;
}

/** Returns the code that makes a rule apply; undefined without one, without what it needs besides, or with what excludes it. */
function codeFor({ conditions }: ConditionRule, codes: readonly string[]): string | undefined {
  // Only a patient with a pacemaker (Z95.0) has it adjusted (Z45.0).
  const known = codes.some((code) => isWithinCode(code, 'Z45.0')) ? [...codes, 'Z95.0'] : codes;
  const onRecord = (beginning: string) => known.find((code) => isWithinCode(code, beginning));
  const besides = (mark: string) => conditions.flatMap((one) => (one.startsWith(mark) ? one.slice(1) : []));
  if (besides('+').some((beginning) => onRecord(beginning) === undefined)) return undefined;
  if (besides('-').some((beginning) => onRecord(beginning) !== undefined)) return undefined;
  const own = conditions.filter((one) => !/^[+-]/.test(one));
  return codes.find((code) => own.some((beginning) => isWithinCode(code, beginning)));
}

/** Returns the label's advice for liver disease, unless a rule of the table already covers the liver and the medicine. */
function hepaticOf(
  codes: readonly string[],
  { items, knowledge }: CheckContext,
  byRule: readonly DetectedIssue[],
): DetectedIssue[] {
  const ofLiver = knowledge.conditionRules.filter(({ rule }) => rule.conditions.some((code) => code.startsWith('K7')));
  const said = (item: string, ingredient: string) =>
    ofLiver.some(({ rule }) => byRule.some(({ id }) => id === `condition:${rule.id}:${ingredient}:${item}`));
  return items.flatMap((item) => {
    if (isLocalRoute(item.item.route)) return [];
    return item.ingredients.flatMap((ingredient) =>
      said(item.item.id, ingredient.id) ? [] : (hepaticIssue(item, ingredient, codes) ?? []),
    );
  });
}

function wordsOf(rule: ConditionRule) {
  const { id, severity, mechanism, advice, source } = rule;
  return { check: 'condition' as const, rule: id, severity, mechanism, advice, source };
}

function titleOf(code: string, ingredient: LocalizedText, condition: LocalizedText | undefined) {
  const named = {
    en: condition?.en ? `${condition.en} (${code})` : `condition ${code}`,
    zh: condition?.zh ? `${condition.zh}（${code}）` : `病情${code}`,
  };
  return {
    title: { en: `${ingredient.en} with ${named.en}`, zh: `${ingredient.zh}与${named.zh}` },
    evidence: code,
    ...(condition ? { condition } : {}),
  };
}

function uncoded({ input, items }: CheckContext): NotChecked[] {
  return (input.uncodedConditions ?? []).flatMap((condition) =>
    notCheckedFor('condition', items, () => ({
      en: `The condition "${condition.en || condition.zh}" has no code, so it could not be checked.`,
      zh: `病情“${condition.zh || condition.en}”没有编码，无法比对。`,
    })),
  );
}
