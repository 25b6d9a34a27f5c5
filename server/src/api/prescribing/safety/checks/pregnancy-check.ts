import { mayBePregnant } from '@yunzhen/shared/chart/safety-facts';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { informationOn, type Ingredient, type ReproductiveAdvice } from '../../../catalogues/index.ts';
import { withAge, yearsOf } from '../patient-facts.ts';
import { contradictingCode, contradiction } from '../pregnancy-codes.ts';
import { issueOn, notCheckedFor } from '../patient-issue.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import { patentsInPregnancy } from '../patents/patent-issues.ts';
import { combinedIssues, forbiddenInPregnancy } from './combined-rules.ts';
import { isAspirin, isLowDoseAspirin, LOW_DOSE_ASPIRIN_SOURCE } from './low-dose-aspirin.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import type { SafetyPatient } from '../safety-input.ts';
import type { Severity } from '../severity.ts';
import { isLocalRoute } from '../sides.ts';

/** Finds medicines that harm an unborn child or pass to a breast-fed child. */
export const pregnancyCheck: SafetyCheck = {
  name: 'pregnancy',
  run(context) {
    const { patient } = context.input;
    const issues: DetectedIssue[] = [];
    const lowDose = isLowDoseAspirin(context);
    for (const item of context.items) {
      for (const ingredient of item.ingredients) {
        const low = lowDose && isAspirin(ingredient);
        if (patient.pregnancy === 'pregnant') issues.push(...inPregnancy(item, ingredient, patient, low));
        if (patient.lactation === 'breast-feeding') issues.push(...inLactation(item, ingredient));
      }
    }
    const patents = patentsInPregnancy(context);
    return {
      issues: [...issues, ...combinedIssues('pregnancy', context), ...patents.issues],
      notChecked: [...unknownState(context), ...contradictedState(context), ...patents.notChecked],
    };
  },
};

function inPregnancy(
  item: ResolvedItem,
  ingredient: Ingredient,
  patient: SafetyPatient,
  low: boolean,
): DetectedIssue[] {
  const { route } = item.item;
  const advice = low ? 'caution' : adviceBy(route, ingredient);
  const severity = pregnancySeverity(advice, patient.trimester, isLocalRoute(route));
  if (!severity) return [];
  return [
    issueOn(item, ingredient, {
      check: 'pregnancy',
      rule: `pregnancy-${advice}`,
      severity,
      title: { en: `${ingredient.en} in pregnancy`, zh: `${ingredient.zh}用于妊娠期` },
      ...wordsOf(advice, route),
      evidence: `${advice}${patient.trimester ? `, trimester ${patient.trimester}` : ''}`,
      source: low ? LOW_DOSE_ASPIRIN_SOURCE : informationOn(ingredient, 'pregnancy'),
    }),
  ];
}

function pregnancySeverity(
  advice: ReproductiveAdvice,
  trimester: SafetyPatient['trimester'],
  local: boolean,
): Severity | undefined {
  if (advice === 'contraindicated') return 'contraindicated';
  if (advice === 'compatible') return undefined;
  if (advice === 'caution' || advice === 'unknown')
    return local ? undefined : advice === 'unknown' ? 'moderate' : 'minor';
  const outside =
    (advice === 'avoid-1st' && trimester !== null && trimester > 1) || (advice === 'avoid-3rd' && trimester === 1);
  if (outside) return local ? undefined : 'minor';
  return local ? 'moderate' : 'serious';
}

/** Substances that labels of tablets forbid in pregnancy and labels of eye drops do not. Others stay forbidden in the eye. */
const ALLOWED_IN_THE_EYE: ReadonlySet<string> = new Set(['moxifloxacin']);

function adviceBy(route: MedicineRoute, { id, pregnancy }: Ingredient): ReproductiveAdvice {
  const allowed = route === 'ophthalmic' && ALLOWED_IN_THE_EYE.has(id);
  return allowed && pregnancy === 'contraindicated' ? 'avoid' : pregnancy;
}

function inLactation(item: ResolvedItem, ingredient: Ingredient): DetectedIssue[] {
  const local = isLocalRoute(item.item.route);
  const severity = LACTATION_SEVERITY[ingredient.lactation];
  if (!severity || (local && severity !== 'serious')) return [];
  return [
    issueOn(item, ingredient, {
      check: 'pregnancy',
      rule: `lactation-${ingredient.lactation}`,
      severity: local ? 'moderate' : severity,
      title: { en: `${ingredient.en} while breastfeeding`, zh: `${ingredient.zh}用于哺乳期` },
      mechanism: { en: 'May pass into breast milk.', zh: '可能进入乳汁。' },
      advice: {
        en: 'Choose another medicine, or stop breastfeeding during treatment.',
        zh: '请换用其他药品，或用药期间暂停哺乳。',
      },
      evidence: ingredient.lactation,
      source: informationOn(ingredient, 'lactation'),
    }),
  ];
}

const LACTATION_SEVERITY: Partial<Record<ReproductiveAdvice, Severity>> = {
  contraindicated: 'serious',
  avoid: 'moderate',
  caution: 'minor',
  unknown: 'minor',
};

const DO_NOT: LocalizedText = { en: 'Choose another medicine.', zh: '请换用其他药品。' };
const WEIGH: LocalizedText = {
  en: 'Use only when needed, at the lowest dose and for the shortest time.',
  zh: '仅在确有需要时以最低剂量、最短疗程使用。',
};
type Words = Record<'mechanism' | 'advice', LocalizedText>;
const PREGNANCY_WORDS: Record<ReproductiveAdvice, Words> = {
  compatible: { mechanism: { en: 'No known harm.', zh: '未见危害。' }, advice: WEIGH },
  caution: {
    mechanism: { en: 'No harm shown, but data are limited.', zh: '未见明确危害，但资料有限。' },
    advice: WEIGH,
  },
  unknown: { mechanism: { en: 'Effect on the unborn child is not known.', zh: '对胎儿的影响未知。' }, advice: DO_NOT },
  'avoid-1st': {
    mechanism: { en: 'May harm the unborn child in the first trimester.', zh: '妊娠早期可能危害胎儿。' },
    advice: DO_NOT,
  },
  'avoid-3rd': {
    mechanism: { en: 'May harm the unborn child in the second and third trimesters.', zh: '妊娠中晚期可能危害胎儿。' },
    advice: DO_NOT,
  },
  avoid: { mechanism: { en: 'May harm the unborn child.', zh: '可能危害胎儿。' }, advice: DO_NOT },
  contraindicated: { mechanism: { en: 'Harms the unborn child.', zh: '可致胎儿危害。' }, advice: DO_NOT },
};
const LITTLE_ABSORBED: Words = {
  mechanism: {
    en: 'Little is absorbed, but harm to the unborn child is not excluded.',
    zh: '局部用药吸收少，但不能排除对胎儿的危害。',
  },
  advice: DO_NOT,
};

/** From vagina and mouth more is absorbed than from skin, eye and ear. */
const HARDLY_ABSORBING: ReadonlySet<MedicineRoute> = new Set(['topical', 'ophthalmic', 'otic']);

function wordsOf(advice: ReproductiveAdvice, route: MedicineRoute): Words {
  const always = advice === 'contraindicated' || advice === 'avoid';
  return always && HARDLY_ABSORBING.has(route) ? LITTLE_ABSORBED : PREGNANCY_WORDS[advice];
}

/** Reports a chart whose code of pregnancy, which may be old, contradicts the statement or the age. */
function contradictedState(context: CheckContext): NotChecked[] {
  const { input } = context;
  const code = contradictingCode(input);
  if (code === undefined) return [];
  const { pregnancy, outdated } = input.patient;
  return notCheckedFor('pregnancy', riskyItems(context, 'pregnancy'), (names) => {
    const reason = contradiction(code, pregnancy);
    const en = `${reason.en} Ask the patient. Avoid in pregnancy: ${names.en}.`;
    const zh = `${reason.zh}，请核实；妊娠期应避免：${names.zh}。`;
    return withAge({ en, zh }, outdated?.pregnancy);
  });
}

function riskyItems(context: CheckContext, of: 'pregnancy' | 'lactation'): ResolvedItem[] {
  const harmful = (advice: ReproductiveAdvice) => advice === 'contraindicated' || advice.startsWith('avoid');
  const forbidden = of === 'pregnancy' ? forbiddenInPregnancy(context) : [];
  return context.items.filter(
    (item) => forbidden.includes(item) || item.ingredients.some((ingredient) => harmful(ingredient[of])),
  );
}

/** Reports an unknown state only when it matters: a medicine to avoid, and a patient who may be pregnant or breast-feeding. */
function unknownState(context: CheckContext): NotChecked[] {
  const { patient } = context.input;
  if (!mayBePregnant(patient.sex, yearsOf(patient))) return [];
  const risky = (of: 'pregnancy' | 'lactation') => riskyItems(context, of);
  const missing: NotChecked[] = [];
  if (patient.pregnancy === 'unknown') {
    missing.push(
      ...notCheckedFor('pregnancy', risky('pregnancy'), (names) =>
        withAge(
          {
            en: `Pregnancy status is not recorded. Avoid in pregnancy: ${names.en}.`,
            zh: `未记录患者是否妊娠；妊娠期应避免：${names.zh}。`,
          },
          patient.outdated?.pregnancy,
        ),
      ),
    );
  }
  if (patient.lactation === 'unknown') {
    missing.push(
      ...notCheckedFor('pregnancy', risky('lactation'), (names) =>
        withAge(
          {
            en: `Breastfeeding status is not recorded. Avoid while breastfeeding: ${names.en}.`,
            zh: `未记录患者是否哺乳；哺乳期应避免：${names.zh}。`,
          },
          patient.outdated?.lactation,
        ),
      ),
    );
  }
  return missing;
}
