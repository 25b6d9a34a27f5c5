import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { daysOfQuantity } from '@yunzhen/shared/prescribing/dose/course';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { followUpRules } from './cn-follow-up.ts';
import type { Rule } from './rule.ts';
import { MEASURES_2018, PRESCRIPTIONS_2007, SUPERVISION_2022 } from './sources.ts';

const SIX_YEARS = 6;
const SEVEN_DAYS = 7;
const THREE_DAYS = 3;
/** Codes of paediatric departments. */
const PAEDIATRIC = /^(paediatric|pediatric|child|neonat)/;

/** Rules of Chinese internet hospitals that a prescription can break. */
export const chineseInternetHospitalRules: readonly Rule[] = [
  {
    id: 'cn.real-name',
    source: SUPERVISION_2022,
    effectiveFrom: '2022-02-08',
    statement: {
      en: 'Patients must be treated under their real name: their identity must be verified.',
      zh: '患者须实名就诊，并已完成实名认证。',
    },
    refusal: {
      en: 'Patients must be treated under their real name. This patient’s identity is not verified. Ask them to verify it in their account, then save the draft again.',
      zh: '患者须实名就诊。该患者尚未完成实名认证，请患者在账号中完成认证后重新保存处方。',
    },
    blocks: ({ facts }) => facts.patient.identityVerifiedAt === null,
  },
  ...followUpRules,
  {
    id: 'cn.three-years-of-practice',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'Prescribers must have at least three years of independent clinical practice.',
      zh: '开展互联网诊疗的医师须具有3年以上独立临床工作经验。',
    },
    refusal: {
      en: 'Online prescribing requires at least three years of independent clinical practice.',
      zh: '开展互联网诊疗的医师须具有3年以上独立临床工作经验。',
    },
    blocks: ({ prescriber }) => prescriber.yearsOfPractice < 3,
  },
  {
    id: 'cn.at-most-five-medicines',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    statement: { en: 'A prescription can contain at most five medicines.', zh: '每张处方不得超过5种药品。' },
    refusal: { en: 'A prescription can contain at most five medicines.', zh: '每张处方不得超过5种药品。' },
    blocks: ({ prescription }) => new Set(prescription.items.map((item) => item.productId)).size > 5,
  },
  {
    id: 'cn.seven-days',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    statement: {
      en: 'A supply of more than seven days needs a written reason, such as a chronic disease.',
      zh: '处方一般不得超过7日用量；慢性病等延长用量须注明理由。',
    },
    refusal: {
      en: 'A supply of more than seven days needs a written reason, such as a chronic disease. Add it to the medicine’s note.',
      zh: '处方一般不得超过7日用量；慢性病等延长用量须在备注中注明理由。',
    },
    blocks: ({ prescription }) =>
      prescription.items.some((item) => lastsOver(SEVEN_DAYS, item) && item.note.trim() === ''),
  },
  {
    id: 'cn.emergency-three-days',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    statement: { en: 'An emergency prescription can supply at most three days.', zh: '急诊处方一般不得超过3日用量。' },
    refusal: {
      en: 'An emergency prescription can supply at most three days.',
      zh: '急诊处方一般不得超过3日用量。',
    },
    blocks: ({ prescription, circumstances }) =>
      circumstances.emergency && prescription.items.some((item) => lastsOver(THREE_DAYS, item)),
  },
  {
    id: 'cn.child-under-six',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'A guardian must be present when a child under six is prescribed for.',
      zh: '为6岁以下儿童开具处方须有监护人陪伴。',
    },
    refusal: {
      en: 'A guardian must be present for a child under six. Enter the guardian under “Validity and type”.',
      zh: '为6岁以下儿童开具处方须有监护人陪伴，请在“有效期与类型”中填写陪伴人。',
    },
    blocks: ({ facts, today, circumstances }) =>
      isUnderSix(facts.patient.birthDate, today) && circumstances.guardian === null,
  },
  {
    id: 'cn.child-paediatric-doctor',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'Only a doctor with a paediatric specialty can prescribe for a child under six.',
      zh: '为6岁以下儿童开具处方须由儿科相关专业医师接诊。',
    },
    refusal: {
      en: 'Only a doctor with a paediatric specialty can prescribe for a child under six. Refer the child to a paediatric department.',
      zh: '为6岁以下儿童开具处方须由儿科相关专业医师接诊，请转儿科。',
    },
    blocks: ({ facts, today, departmentCode }) =>
      isUnderSix(facts.patient.birthDate, today) && !PAEDIATRIC.test(departmentCode),
  },
];

/** Returns whether the patient is younger than six. Both days are ISO dates of the hospital's calendar. */
export function isUnderSix(birthDate: string, today: string): boolean {
  return ageInYears(birthDate, today) < SIX_YEARS;
}

/** Returns whether the line lasts longer than the given days, by its own days or by its quantity. */
function lastsOver(days: number, item: PrescriptionItem): boolean {
  return item.durationDays > days || (daysOfQuantity(item.quantity, item) ?? 0) > days;
}
