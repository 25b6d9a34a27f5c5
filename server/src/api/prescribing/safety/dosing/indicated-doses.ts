import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { Decimal } from 'decimal.js';
import type { DoseLimits, Ingredient } from '../../../catalogues/index.ts';
import { isWithinCode } from '../checks/combined-rules.ts';
import type { IndicatedDose } from '../knowledge/indicated-dose.ts';
import { issueOn } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import { isInForce } from './jurisdictions.ts';

type Context = Pick<CheckContext, 'input' | 'knowledge'>;
/** `maximum`: the diagnoses on record lower the dose. `unclear`: they neither do so nor rule it out. */
type Standing = 'maximum' | 'unclear';

/** Returns the doses by indication for this patient and the medicine of these limits, of one standing. */
export function indicatedDoses(
  { ingredient, route, unit }: DoseLimits,
  { input, knowledge }: Context,
  standing: Standing,
): IndicatedDose[] {
  return knowledge.indicatedDoses.flatMap(({ rule, ingredients }) => {
    const same = ingredients.has(ingredient) && rule.routes.includes(route) && rule.unit === unit;
    return same && isFor(rule, input) && standingOf(rule, input) === standing ? [rule] : [];
  });
}

function isFor({ jurisdictions, fromMonths, belowKg }: IndicatedDose, { patient, jurisdiction }: SafetyInput): boolean {
  const { ageMonths, weightKg } = patient;
  if (!isInForce(jurisdictions, jurisdiction) || ageMonths === null || ageMonths < fromMonths) return false;
  const weight = weightKg === null ? undefined : positiveDecimalOf(weightKg);
  return belowKg === null || weight?.lt(belowKg) === true;
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

/** Informs of a dose that would be too high for one indication, while the diagnoses on record do not decide. */
export function indicationIssues(
  item: ResolvedItem,
  ingredient: Ingredient,
  limits: DoseLimits,
  { perDose, perDay }: Amounts,
  context: Context,
): DetectedIssue[] {
  return indicatedDoses(limits, context, 'unclear').flatMap((rule) => {
    const isAbove =
      (rule.perDose !== null && perDose.gt(rule.perDose)) || (rule.perDay !== null && perDay.gt(rule.perDay));
    if (!isAbove) return [];
    return issueOn(item, ingredient, {
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
    });
  });
}
