import type { DocumentBody, DocumentRecord } from './document-json.ts';

const medicine = (awaitsReview: boolean) => ({
  name: { en: 'Amoxicillin', zh: '阿莫西林' },
  strength: '500 mg',
  instruction: {
    en: 'Take 1 capsule by mouth 3 times a day after meals for 7 days.',
    zh: '口服，每次 1 粒，每日 3 次，饭后服用，共 7 天。',
  },
  awaitsReview,
});
const diagnoses = [{ code: 'J03.9', title: { en: 'Acute tonsillitis, unspecified', zh: '急性扁桃体炎' } }];

export const sampleBodies = {
  'sick-note': {
    kind: 'sick-note',
    purpose: 'work',
    from: '2026-11-24',
    to: '2026-11-26',
    days: 3,
    diagnoses: null,
    remark: '请多休息，避免外出。Rest at home.',
  },
  referral: {
    kind: 'referral',
    hospital: '嘉兴市第一医院',
    department: '耳鼻喉科 (ENT)',
    urgent: true,
    reason:
      '反复扁桃体炎一年五次，请评估手术指征。\nRecurrent tonsillitis, five episodes this year; please assess for surgery.',
    summary: '患者自述咽痛三天，伴发热，最高体温 38.6 °C。视频下见扁桃体 II 度肿大，有渗出。无呼吸困难。',
    diagnoses,
    allergies: { state: 'recorded', substances: ['青霉素', 'ibuprofen'] },
    statedMedicines: ['氨氯地平 5 mg, 每日一次'],
    prescribed: [medicine(false)],
  },
  'after-visit-summary': {
    kind: 'after-visit-summary',
    diagnoses: '您的扁桃体发炎了（急性扁桃体炎）。\nYour tonsils are inflamed.',
    prescribed: [medicine(false), medicine(true)],
    advice: '多饮水，休息；体温超过 38.5 °C 时按说明服用退热药。',
    watchFor: '呼吸困难、吞咽困难、口水不能下咽、颈部肿胀，或发热超过三天。',
    emergencyNumber: '120',
    comeBack: '三天后无好转请复诊；完成疗程后一周复查。',
  },
} as const satisfies Record<DocumentBody['kind'], DocumentBody>;

/** Returns an example document for tests and previews of the page. */
export function sampleDocument(body: DocumentBody): DocumentRecord {
  return {
    id: '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11',
    number: 'S20261124-7FK3Q2',
    version: 3,
    visitId: '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e12',
    visitAt: '2026-11-24T06:10:00.000Z',
    hospital: { id: 'h', name: { en: 'Wuzhen Internet Hospital', zh: '乌镇互联网医院' }, timeZone: 'Asia/Shanghai' },
    department: { id: 'd', name: { en: 'General practice', zh: '全科' } },
    author: { id: 'a', name: '王芳', licence: '110330400001234' },
    patient: { id: 'p', name: '李伟', sex: 'male', birthDate: '1980-05-01', identityMasked: '****1234' },
    body,
    signedAt: '2026-11-24T06:32:05.123Z',
  };
}
