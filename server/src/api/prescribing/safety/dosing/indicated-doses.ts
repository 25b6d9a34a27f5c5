import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Decimal } from 'decimal.js';
import type { DoseLimits, Ingredient } from '../../../catalogues/index.ts';
import { isWithinCode } from '../checks/combined-rules.ts';
import type { IndicatedDose } from '../knowledge/indicated-dose.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import { dosingCriteria, type CriteriaState } from './dosing-criteria.ts';

type Context = Pick<CheckContext, 'input' | 'knowledge'>;
/** `maximum`: the diagnoses on record lower the dose. `unclear`: they neither do so nor rule it out. */
type Standing = 'maximum' | 'unclear';

/** Returns the doses by indication for this patient and the medicine of these limits, of one standing. */
export function indicatedDoses(limits: DoseLimits, context: Context, standing: Standing): IndicatedDose[] {
  return dosesFor(limits, context, 'met').filter((rule) => standingOf(rule, context.input) === standing);
}

function dosesFor(
  { ingredient, route, unit }: DoseLimits,
  { input, knowledge }: Context,
  state: CriteriaState,
): IndicatedDose[] {
  return knowledge.indicatedDoses.flatMap(({ rule, ingredients }) => {
    const same = ingredients.has(ingredient) && rule.routes.includes(route) && rule.unit === unit;
    return same && dosingCriteria(rule, input).state === state ? [rule] : [];
  });
}

function standingOf(
  { conditions, unlessConditions }: IndicatedDose,
  { conditionCodes }: SafetyInput,
): Standing | undefined {
  const isOnRecord = (beginnings: readonly string[]) =>
    (conditionCodes ?? []).some((code) => beginnings.some((beginning) => isWithinCode(code, beginning)));
  const lowers = isOnRecord(conditions);
  const rulesOut = isOnRecord(unlessConditions);
  if (lowers === rulesOut) return 'unclear';
  return lowers ? 'maximum' : undefined;
}

/** The largest amounts of one ingredient in the draft. */
interface Amounts {
  readonly perDose: Decimal;
  readonly perDay: Decimal;
}

function isAbove(rule: IndicatedDose, { perDose, perDay }: Amounts): boolean {
  return (rule.perDose !== null && perDose.gt(rule.perDose)) || (rule.perDay !== null && perDay.gt(rule.perDay));
}

/** Informs of a dose that would be too high for one indication, while the diagnoses on record do not decide. */
export function indicationIssues(
  item: ResolvedItem,
  ingredient: Ingredient,
  limits: DoseLimits,
  amounts: Amounts,
  context: Context,
): DetectedIssue[] {
  const { perDose } = amounts;
  return indicatedDoses(limits, context, 'unclear')
    .filter((rule) => isAbove(rule, amounts))
    .map((rule) =>
      issueOn(item, ingredient, {
        check: 'dose',
        rule: `indication-${rule.id}-${perDose.toFixed()}${rule.unit}`,
        severity: 'minor',
        title: { en: `${ingredient.en}: the dose depends on the indication`, zh: `${ingredient.zh}：剂量取决于适应证` },
        mechanism: { en: rule.reasonEn, zh: rule.reasonZh },
        advice: {
          en: 'Check the indication: the diagnoses on record do not decide the dose.',
          zh: '请核对适应证：现有诊断不足以确定剂量。',
        },
        evidence: `${perDose.toFixed()} ${rule.unit} · ${rule.id}`,
        source: rule.source,
      }),
    );
}

/** Returns the doses that may be too high, because a value that lowers them is not on record. */
export function criteriaNotChecked(
  itemIds: readonly string[],
  limits: DoseLimits,
  amounts: Amounts,
  context: Context,
): NotChecked[] {
  const { input } = context;
  return dosesFor(limits, context, 'open')
    .filter((rule) => isAbove(rule, amounts) && standingOf(rule, input) !== undefined)
    .map((rule) => {
      const { missing } = dosingCriteria(rule, input);
      const names = { en: missing.map(({ en }) => en).join(', '), zh: missing.map(({ zh }) => zh).join('、') };
      const reason = { en: `Not known: ${names.en}. ${rule.reasonEn}`, zh: `未知：${names.zh}。${rule.reasonZh}` };
      return { check: 'dose', itemIds: [...itemIds], reason };
    });
}
