import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { informationOn, type Ingredient, type RenalRule } from '../../../catalogues/index.ts';
import { kidneyStageOf, type KidneyStage } from '../kidney-stage.ts';
import { withAge } from '../patient-facts.ts';
import { cautionIssues } from '../patents/herb-issues.ts';
import { issueOn, notCheckedFor } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import type { Severity } from '../severity.ts';
import { isOverridable, severities } from '../severity.ts';
import { isLocalRoute } from '../sides.ts';
import { isWithinCode } from './combined-rules.ts';

/** From this age kidneys may fail unnoticed, so an unknown function is not assumed to be normal. */
const AGE_OF_DOUBT_MONTHS = 60 * 12;
/** Diseases of the kidney, and those that lead to them: renal hypertension, diabetes. */
const CONDITIONS_OF_DOUBT = /^(N0|N1[0-9]|I12|I13|E1[0-4]|O14|Z94\.0|Z99\.2)/;
const SEVERITY: Record<RenalRule['action'], Severity> = {
  caution: 'minor',
  reduce: 'moderate',
  avoid: 'serious',
  contraindicated: 'contraindicated',
};

/**
 * Finds medicines that are cleared too slowly at the last eGFR or a coded stage of kidney disease. Without one, patients under 60 without kidney
 * disease count as normal. For others, and always for medicines where the kidneys are decisive, the check is reported as not done.
 */
export const renalCheck: SafetyCheck = {
  name: 'renal',
  run(context) {
    const { egfr } = context.input.patient;
    const concerned = context.items.filter((item) => !isLocalRoute(item.item.route));
    const herbs = cautionIssues('renal', context);
    const measured = concerned.flatMap((item) =>
      item.ingredients.flatMap((ingredient) => (egfr === null ? [] : issueFor(item, ingredient, egfr))),
    );
    const issues = [...measured, ...codedIssues(concerned, context), ...herbs];
    return { issues, notChecked: egfr === null ? inDoubt(concerned, context) : [] };
  },
};

/**
 * Returns what a stage on record says where no eGFR says as much. A record may be old, so it never blocks. Medicines with a rule of their own for the
 * code are left to that rule.
 */
function codedIssues(items: readonly ResolvedItem[], { input, knowledge }: CheckContext): DetectedIssue[] {
  const stage = kidneyStageOf(input);
  const { egfr } = input.patient;
  if (!stage || (egfr !== null && egfr <= stage.egfr)) return [];
  const { code, egfr: most, evidence } = stage;
  const ruled = knowledge.conditionRules.filter(
    ({ rule }) => code !== null && rule.conditions.some((beginning) => isWithinCode(code, beginning)),
  );
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) => {
      if (ruled.some(({ ingredients }) => ingredients.has(ingredient.id))) return [];
      if (egfr !== null && issueFor(item, ingredient, egfr).length > 0) return [];
      return issueFor(item, ingredient, most).map((issue): DetectedIssue => {
        const severity = issue.severity === 'contraindicated' ? 'serious' : issue.severity;
        const mechanism = {
          en: `Cleared by the kidneys. The chart has ${evidence.en}: an eGFR of at most ${most}.`,
          zh: `经肾脏排泄；病历记录“${evidence.zh}”，eGFR不超过${most}。`,
        };
        return { ...issue, severity, mechanism, evidence: evidence.en, overridable: isOverridable(severity) };
      });
    }),
  );
}

function issueFor(item: ResolvedItem, ingredient: Ingredient, egfr: number): DetectedIssue[] {
  const below = ingredient.renal.filter((rule) => egfr < thresholdOf(rule));
  const worst = below.sort(
    (a, b) => severities.indexOf(SEVERITY[b.action]) - severities.indexOf(SEVERITY[a.action]),
  )[0];
  if (!worst) return [];
  return [
    issueOn(item, ingredient, {
      check: 'renal',
      rule: `${worst.action}-${thresholdOf(worst)}`,
      severity: SEVERITY[worst.action],
      title: { en: `${ingredient.en} in renal impairment`, zh: `${ingredient.zh}用于肾功能不全` },
      mechanism: {
        en: `Cleared by the kidneys. The eGFR is ${egfr}, below ${thresholdOf(worst)}.`,
        zh: `经肾脏排泄；eGFR为${egfr}，低于${thresholdOf(worst)}。`,
      },
      advice: ADVICE[worst.action],
      evidence: `eGFR ${egfr} mL/min/1.73 m² < ${thresholdOf(worst)}`,
      source: informationOn(ingredient, 'renal impairment'),
    }),
  ];
}

/** Returns the eGFR threshold; a rule without a figure applies below 60. */
function thresholdOf(rule: RenalRule): number {
  return rule.belowEgfr ?? 60;
}

const ADVICE: Record<RenalRule['action'], LocalizedText> = {
  caution: { en: 'Monitor kidney function and effect.', zh: '监测肾功能和疗效。' },
  reduce: { en: 'Reduce the dose or lengthen the interval as the label states.', zh: '按说明书减量或延长给药间隔。' },
  avoid: { en: 'Choose another medicine.', zh: '请换用其他药品。' },
  contraindicated: { en: 'Do not use.', zh: '禁止使用。' },
};

function inDoubt(items: readonly ResolvedItem[], { input, knowledge }: CheckContext): NotChecked[] {
  const doubtful = mayHaveWeakKidneys(input);
  const stage = onRecord(kidneyStageOf(input));
  const isCritical = ({ id }: Ingredient) => knowledge.renalCritical.some(({ ingredients }) => ingredients.has(id));
  const concerned = items.filter((item) =>
    item.ingredients.some((ingredient) => isCritical(ingredient) || (doubtful && ingredient.renal.length > 0)),
  );
  return notCheckedFor('renal', concerned, (names) =>
    withAge(
      {
        en: `No recent eGFR is recorded. It is needed to dose ${names.en}.${stage.en}`,
        zh: `无近期肾功能（eGFR）记录，而${names.zh}的剂量取决于肾功能。${stage.zh}`,
      },
      input.patient.outdated?.egfr,
    ),
  );
}

/** Says what a stage on record means; empty without one. */
function onRecord(stage: KidneyStage | undefined): LocalizedText {
  if (!stage) return { en: '', zh: '' };
  const { egfr, evidence } = stage;
  return {
    en: ` The chart has ${evidence.en}: at most ${egfr}.`,
    zh: `病历记录“${evidence.zh}”，eGFR不超过${egfr}。`,
  };
}

/** Returns true when an unknown kidney function may not be taken as normal: by age, disease or an earlier measurement. */
export function mayHaveWeakKidneys(input: SafetyInput): boolean {
  const { patient, conditionCodes } = input;
  // An outdated eGFR means that a clinician once had a reason to measure it.
  if (patient.outdated?.egfr) return true;
  if (patient.ageMonths === null || patient.ageMonths >= AGE_OF_DOUBT_MONTHS || conditionCodes === null) return true;
  return conditionCodes.some((code) => CONDITIONS_OF_DOUBT.test(code)) || kidneyStageOf(input) !== undefined;
}
