import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { informationOn, type HepaticAdvice, type Ingredient } from '../../catalogues/index.ts';
import { issueOn } from './patient-issue.ts';
import type { ResolvedItem } from './recognition/resolve-medicines.ts';
import type { Severity } from './severity.ts';

/** Failure and cirrhosis of the liver, alcoholic and toxic hepatitis, portal hypertension, varices, liver cancer. */
const SEVERE = /^(K70\.[1-4]|K71|K72|K74|K76\.[67]|I85|C22)/;
/** Any coded disease of the liver, except fatty liver. */
const DISEASED = /^(K70|K73|K75|K76\.[1-58-9]|K77|B1[5-9]|K76\.[67])/;
const FATTY = /^K76\.0/;

/**
 * Maps the advice to a severity per diagnosis. A code does not state how severe the disease is, so it never blocks alone; rules of the table block
 * where that is certain. The grading is the project's own and conservative.
 */
const SEVERITY: Record<'severe' | 'diseased' | 'fatty', Partial<Record<HepaticAdvice, Severity>>> = {
  severe: {
    contraindicated: 'serious',
    avoid: 'serious',
    'avoid-severe': 'serious',
    reduce: 'moderate',
    caution: 'minor',
    unknown: 'moderate',
  },
  diseased: {
    contraindicated: 'moderate',
    avoid: 'moderate',
    'avoid-severe': 'minor',
    reduce: 'minor',
    unknown: 'minor',
  },
  fatty: { contraindicated: 'minor', avoid: 'minor' },
};

const ADVICE: Record<HepaticAdvice, LocalizedText> = {
  none: { en: 'No special requirement.', zh: '无特殊要求。' },
  caution: { en: 'Monitor liver function and effect.', zh: '监测肝功能和疗效。' },
  reduce: { en: 'Reduce the dose as the label states.', zh: '按说明书减量。' },
  'avoid-severe': { en: 'Do not use in severe liver impairment.', zh: '重度肝功能不全时不应使用。' },
  avoid: { en: 'Choose another medicine.', zh: '请换用其他药品。' },
  contraindicated: {
    en: 'Contraindicated by the label in liver disease. Choose another medicine.',
    zh: '说明书禁用于肝病患者，请换用其他药品。',
  },
  unknown: { en: 'Use in liver disease is not known.', zh: '肝病患者用药资料不详。' },
};

/** Returns the issue for one ingredient from a recorded liver disease; undefined when there is none. */
export function hepaticIssue(
  item: ResolvedItem,
  ingredient: Ingredient,
  codes: readonly string[],
): DetectedIssue | undefined {
  const severe = codes.find((code) => SEVERE.test(code));
  const code = severe ?? codes.find((one) => DISEASED.test(one)) ?? codes.find((one) => FATTY.test(one));
  if (code === undefined || ingredient.unknown) return undefined;
  const degree = severe ? 'severe' : DISEASED.test(code) ? 'diseased' : 'fatty';
  const severity = SEVERITY[degree][ingredient.hepatic];
  if (!severity) return undefined;
  return issueOn(item, ingredient, {
    check: 'condition',
    rule: `hepatic-${ingredient.hepatic}`,
    severity,
    title: { en: `${ingredient.en} with liver disease (${code})`, zh: `${ingredient.zh}用于肝病患者（${code}）` },
    mechanism: {
      en: 'Cleared by the liver, or may cause further liver damage.',
      zh: '经肝脏代谢，或可能加重肝损害。',
    },
    advice: ADVICE[ingredient.hepatic],
    evidence: `${code}, ${ingredient.hepatic}`,
    source: informationOn(ingredient, 'hepatic impairment'),
  });
}
