import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { shownSource } from '../../../catalogues/index.ts';
import { issueOn, notCheckedFor } from '../patient-issue.ts';
import type { AgeRule } from '../knowledge/patient-rule.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import { cautionIssues } from '../patents/herb-issues.ts';
import { combinedIssues } from './combined-rules.ts';
import type { CheckContext, SafetyCheck } from '../safety-check.ts';
import { isInScope } from '../rule-scope.ts';
import { isLocalRoute } from '../sides.ts';

/** Finds medicines that are wrong for small children or risky in old age, and medicines below the age on their label. */
export const ageCheck: SafetyCheck = {
  name: 'age',
  run(context) {
    const age = context.input.patient.ageMonths;
    if (age === null) {
      const reason = () => ({ en: 'The patient’s age is not known.', zh: '患者年龄未知。' });
      return { issues: [], notChecked: notCheckedFor('age', context.items, reason) };
    }
    const issues = context.items.flatMap((item) => issuesOf(item, age, context));
    return {
      issues: [...issues, ...combinedIssues('age', context), ...cautionIssues('age', context)],
      notChecked: [],
    };
  },
};

function issuesOf(item: ResolvedItem, age: number, context: CheckContext): DetectedIssue[] {
  const { knowledge } = context;
  const local = isLocalRoute(item.item.route);
  return item.product.ingredients.flatMap(({ ingredient, limits }) => {
    const rules = knowledge.ageRules.filter(
      ({ rule, ingredients }) =>
        ingredients.has(ingredient.id) &&
        appliesAt(age, rule) &&
        (rule.local || !local) &&
        isInScope(rule.id, item, context),
    );
    const found = rules.map(({ rule }) =>
      issueOn(item, ingredient, {
        ...wordsOf(rule),
        check: 'age',
        rule: rule.id,
        title: { en: `${ingredient.en} at ${ageText(age).en}`, zh: `${ingredient.zh}用于${ageText(age).zh}患者` },
        evidence: ageText(age).en,
      }),
    );
    const youngest = limits?.minAgeMonths ?? 0;
    if (age >= youngest || rules.some(({ rule }) => rule.youngerThanMonths !== null)) return found;
    found.push(
      issueOn(item, ingredient, {
        check: 'age',
        rule: 'label',
        severity: 'moderate',
        title: {
          en: `${ingredient.en} below its labelled age`,
          zh: `${ingredient.zh}用于低于说明书年龄的患者`,
        },
        mechanism: {
          en: `Labelled from ${ageText(youngest).en}. Data below that age are limited.`,
          zh: `说明书适用年龄为${ageText(youngest).zh}及以上，低于该年龄资料有限。`,
        },
        advice: {
          en: 'Choose another medicine, or ask a paediatric specialist.',
          zh: '请换用其他药品，或请相应专科指导。',
        },
        evidence: `${ageText(age).en} < ${ageText(youngest).en}`,
        source: shownSource(limits ?? ingredient),
      }),
    );
    return found;
  });
}

function appliesAt(age: number, { youngerThanMonths, olderThanMonths }: AgeRule): boolean {
  return youngerThanMonths !== null ? age < youngerThanMonths : olderThanMonths !== null && age >= olderThanMonths;
}

function wordsOf({
  severity,
  mechanism,
  advice,
  source,
}: AgeRule): Pick<AgeRule, 'severity' | 'mechanism' | 'advice' | 'source'> {
  return { severity, mechanism, advice, source };
}

/** Formats an age: months up to two years, then years. */
function ageText(months: number): LocalizedText {
  if (months < 24) return { en: `${months} ${months === 1 ? 'month' : 'months'}`, zh: `${months}月龄` };
  const years = Math.floor(months / 12);
  return { en: `${years} years`, zh: `${years}岁` };
}
