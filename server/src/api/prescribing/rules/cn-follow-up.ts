import { followUpDutyOf, icdCategory, isOutdated } from '@yunzhen/shared/chart/visit-basis';
import type { Rule } from './rule.ts';
import { EVIDENCE_2022, FOLLOW_UP_2018, HOUSE_RULE } from './sources.ts';

/** Days, from the data of the jurisdiction. */
const limit = followUpDutyOf('CN')?.maxAgeDays ?? 0;

/** A first visit cannot be prescribed for. A follow-up is of the diagnosis that its evidence proves, and the evidence is not too old. */
export const followUpRules: readonly Rule[] = [
  {
    id: 'cn.follow-up-only',
    source: FOLLOW_UP_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'Prescriptions are limited to follow-up of a condition that was diagnosed before at a hospital or clinic. The doctor opens the evidence and states what the visit follows up. A first visit ends with a referral for in-person care.',
      zh: '互联网诊疗仅限常见病、慢性病复诊，首诊不得开具处方。医师须查看实体医疗机构明确诊断的病历资料，并注明本次为何种诊断的复诊；判断为首诊的，建议线下就诊。',
    },
    refusal: {
      en: 'You have not stated that this visit follows up a known diagnosis. Open the evidence under “Follow-up or first visit” and state it. For a first visit, refer the patient for in-person care.',
      zh: '尚未注明本次就诊为复诊。请在“复诊或首诊”中查看病历资料并注明；如为首诊，请建议线下就诊。',
    },
    blocks: ({ basis, visit }) => basis?.verdict !== 'follow-up' || basis.accountId !== visit.doctorAccountId,
  },
  {
    id: 'cn.follow-up-same-diagnosis',
    source: EVIDENCE_2022,
    effectiveFrom: '2022-02-08',
    statement: {
      en: 'Every diagnosis of a prescription belongs to the same ICD-10 category, its first three characters, as a diagnosis that the visit follows up.',
      zh: '处方的每项诊断须与本次复诊的诊断属于同一ICD-10类目（前三位编码）。',
    },
    refusal: {
      en: 'A diagnosis of this prescription is not among those that you stated as follow-up. State its evidence too, or write advice on it in the note and remove it from the diagnoses.',
      zh: '该处方中有诊断不属于已注明的复诊诊断。请补充其病历资料，或将相关建议写入病历并从诊断中移除。',
    },
    blocks: ({ basis, prescription }) => {
      if (basis?.verdict !== 'follow-up') return false;
      const proven = new Set(basis.conditions.map(({ code }) => icdCategory(code)));
      return prescription.diagnoses.some(({ code }) => !proven.has(icdCategory(code)));
    },
  },
  {
    id: 'cn.follow-up-evidence-age',
    source: HOUSE_RULE,
    effectiveFrom: '2022-02-08',
    statement: {
      en: `Evidence of an earlier diagnosis is at most ${limit} days old. The national rules name no age; this limit is set by the software and not reviewed.`,
      zh: `既往诊断的病历资料距今不超过${limit}天。国家规定未明确期限，该期限由本系统设定，尚未经审核。`,
    },
    refusal: {
      en: `The evidence of the earlier diagnosis is more than ${limit} days old. Refer the patient for in-person care, or use newer evidence.`,
      zh: `既往诊断的病历资料已超过${limit}天，请使用较新的资料，或建议线下就诊。`,
    },
    blocks: ({ basis, today }) =>
      basis?.conditions.some(({ evidence }) => isOutdated(evidence.diagnosedOn, today, basis.maxAgeDays)) ?? false,
  },
];
