import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { isWithinCode } from './checks/combined-rules.ts';
import type { SafetyInput } from './safety-input.ts';

/** What the record says of the kidneys without a measurement. */
export interface KidneyStage {
  /** The highest eGFR of the stage, mL/min/1.73 m². */
  readonly egfr: number;
  /** The code, or null where only the words of a condition name the stage. */
  readonly code: string | null;
  /** The code or the words. */
  readonly evidence: LocalizedText;
}

/** Of the patient, and not denied. */
const OWN = String.raw`(?<!\b(?:no|not(?:\s\w+)?|never(?:\s\w+)?|before|without|avoid\w*|refus\w+|declin\w+)\s(?:on\s)?)(?<!\b(?:mother|father|parents?|brother|sister|family)\b[^,.;]{0,20})`;
const HAN_OWN = '(?<![未无不没避拒绝][^，。；]{0,4})(?<!(?:父亲?|母亲?|爸|妈|兄|弟|姐|妹|家族)[^，。；]{0,6})';
const FAILED = String.raw`${OWN}\b(?:(?:ha?emo)?dialysis\b(?!\s(?:is\s)?(?:not|declined|refused))|(?:esrd|esrf|ura?emia|end[-\s]stage\s(?:renal|kidney))\b)|${HAN_OWN}(?:透析|尿毒症(?!前)|终末期肾)`;

/** Stages by their highest eGFR, the worst first. */
const STAGES: readonly (readonly [egfr: number, codes: readonly string[], words: RegExp])[] = [
  [14, ['N18.5', 'N18.6', 'N18.0', 'Z99.2', 'Z49.1', 'Z49.2'], wordsOf('5d?|v|五|ⅴ', FAILED)],
  [29, ['N18.4'], wordsOf('4|iv|四|ⅳ', '尿毒症前')],
  [44, ['N18.32'], wordsOf('3b|iiib')],
  [59, ['N18.3'], wordsOf('3[ab]?|iii[ab]?|三|ⅲ')],
];

function wordsOf(numbers: string, others?: string): RegExp {
  const disease = String.raw`(?:\bckd\b|\bckd(?=\d)|chronic\s(?:kidney|renal)\s\w+|慢性肾脏?病|肾功能不全|肾功能?衰竭)`;
  const stage = String.raw`${disease}[\s,()（）:-]*(?:ckd[\s()（）]*)?(?:stage|grade|g)?\s*(?:${numbers})(?![\d.a-z/])(?!\s*(?:years?|yrs?|months?|余|多|年|个月|天|周|岁|次|级|型))`;
  return new RegExp(others === undefined ? stage : `${stage}|${others}`, 'iu');
}

/** Returns the worst stage of kidney disease that codes or words of the conditions name. */
export function kidneyStageOf({
  conditionCodes,
  conditionTitles,
  uncodedConditions,
}: SafetyInput): KidneyStage | undefined {
  const named = [...Object.values(conditionTitles ?? {}), ...(uncodedConditions ?? [])];
  for (const [egfr, codes, words] of STAGES) {
    const code = conditionCodes?.find((one) => codes.some((beginning) => isWithinCode(one, beginning)));
    if (code !== undefined) return { egfr, code, evidence: { en: code, zh: code } };
    const text = named.find(({ en, zh }) => words.test(en) || words.test(zh));
    if (text) return { egfr, code: null, evidence: { en: text.en || text.zh, zh: text.zh || text.en } };
  }
  return undefined;
}
