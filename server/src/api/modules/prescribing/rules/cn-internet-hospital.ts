import type { PrescriptionItem } from '@yunzhen/shared/contract/prescribing';
import { daysOfQuantity } from '@yunzhen/shared/domain/course';
import { ageInYears } from '@yunzhen/shared/domain/patient';
import type { Rule } from './rule.ts';

const MEASURES_2018 = '《互联网诊疗管理办法(试行)》《互联网医院管理办法(试行)》, 国卫医发〔2018〕25号';
const PRESCRIPTIONS_2007 = '《处方管理办法》, 卫生部令第53号';

const SIX_YEARS = 6;
const SEVEN_DAYS = 7;

/** Rules of Chinese internet hospitals that a prescription itself can break. */
export const chineseInternetHospitalRules: readonly Rule[] = [
  {
    id: 'cn.follow-up-only',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    text: {
      en: 'Only follow-up of a condition that was diagnosed before may be prescribed for. The patient has not declared a prior diagnosis; give advice or refer to a hospital instead.',
      zh: '互联网诊疗仅限常见病、慢性病复诊。患者未声明既往诊断，请提供咨询或建议线下就诊。',
    },
    blocks: ({ visit }) => visit.intake?.priorDiagnosis !== 'yes',
  },
  {
    id: 'cn.three-years-of-practice',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    text: {
      en: 'Prescribing online needs at least three years of independent clinical practice.',
      zh: '开展互联网诊疗的医师须具有3年以上独立临床工作经验。',
    },
    blocks: ({ prescriber }) => prescriber.yearsOfPractice < 3,
  },
  {
    id: 'cn.at-most-five-medicines',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    text: { en: 'A prescription holds at most five medicines.', zh: '每张处方不得超过5种药品。' },
    blocks: ({ prescription }) => new Set(prescription.items.map((item) => item.productId)).size > 5,
  },
  {
    id: 'cn.seven-days',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    text: {
      en: 'More than seven days’ supply needs a written reason in the line’s note (chronic disease).',
      zh: '处方一般不得超过7日用量；慢性病等延长用量须在备注中注明理由。',
    },
    blocks: ({ prescription }) =>
      prescription.items.some((item) => lastsOverSevenDays(item) && item.note.trim() === ''),
  },
  {
    id: 'cn.child-under-six',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    text: {
      en: 'For a child under six a guardian and a doctor of a paediatric specialty must be present; that can’t be confirmed here yet.',
      zh: '为6岁以下儿童开具处方须有监护人和相关专业医师陪伴，目前无法在此确认。',
    },
    blocks: ({ facts, today }) => ageInYears(facts.patient.birthDate, today) < SIX_YEARS,
  },
];

/** By its days, or by a quantity that lasts longer than they say. */
function lastsOverSevenDays(item: PrescriptionItem): boolean {
  return item.durationDays > SEVEN_DAYS || (daysOfQuantity(item.quantity, item) ?? 0) > SEVEN_DAYS;
}
