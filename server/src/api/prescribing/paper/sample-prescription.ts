import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DocumentItem, PrescriptionDocument } from './prescription-document.ts';

/** A sample prescription for tests and benchmarks of the document. */
export const samplePrescription: PrescriptionDocument = {
  id: '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11',
  number: 'RX-2026-000123',
  hospital: { name: text('Wuzhen Internet Hospital', '乌镇互联网医院'), phone: '0573 8871 0000' },
  department: text('Respiratory medicine', '呼吸内科'),
  issuedAt: { instant: new Date('2026-11-24T06:32:05Z'), text: text('24 Nov 2026, 14:32', '2026年11月24日 14:32') },
  validUntil: { instant: new Date('2026-11-26T16:00:00Z'), text: text('26 Nov 2026', '2026年11月26日') },
  patient: {
    name: '李伟',
    sex: 'male',
    age: text('45 years', '45 岁'),
    identityMasked: '3304**********1234',
    recordNumber: '20261124-K7M2QX',
  },
  diagnoses: [{ code: 'J02.9', title: text('Acute pharyngitis, unspecified', '急性咽炎') }],
  allergies: { state: 'recorded', substances: ['青霉素 (penicillin)'] },
  items: [
    {
      name: text('Azithromycin', '阿奇霉素'),
      strength: '0.25 g',
      form: text('tablets', '片剂'),
      dose: { value: '0.5', unit: text('g (2 tablets)', 'g（2 片）') },
      route: text('by mouth', '口服'),
      timing: text('once a day, one hour before a meal', '每日 1 次，餐前 1 小时'),
      days: 3,
      quantity: { value: '6', unit: text('tablets', '片') },
      substitutionAllowed: true,
    },
  ],
  doctor: {
    name: '沈清',
    licence: '110330400001234',
    signedAt: { instant: new Date('2026-11-24T06:32:05Z'), text: text('24 Nov 2026, 14:32', '2026-11-24 14:32') },
  },
  pharmacist: null,
  verificationUrl:
    'https://hospital.example/verify/wuzhen/0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11#c2FtcGxlLXNlY3JldC1zYW1wbGU',
};

/** A line whose dose decreases every second day. */
export const taper: DocumentItem = {
  name: text('Prednisolone tablets', '泼尼松龙片'),
  strength: '5 mg',
  form: text('tablets', '片剂'),
  dose: { value: '4', unit: text('tablets', '片') },
  route: text('by mouth', '口服'),
  timing: text('once a day in the morning', '每日 1 次，早晨'),
  days: 6,
  steps: [
    text('Day 1–2: 4 tablets once a day in the morning', '第 1–2 天：每次 4 片，每日 1 次，早晨'),
    text('Day 3–4: 2 tablets once a day in the morning', '第 3–4 天：每次 2 片，每日 1 次，早晨'),
    text('Day 5–6: 1 tablet once a day in the morning', '第 5–6 天：每次 1 片，每日 1 次，早晨'),
  ],
  quantity: { value: '14', unit: text('tablets', '片') },
  substitutionAllowed: true,
};

/** Returns the given number of medicines with long texts, to fill pages. */
export function longItems(count: number): DocumentItem[] {
  return Array.from({ length: count }, (_, index) => ({
    name: text(
      'Amlodipine besylate and atorvastatin calcium (fixed combination)',
      '苯磺酸氨氯地平阿托伐他汀钙片（固定复方制剂）',
    ),
    strength: '5 mg/10 mg',
    form: text('film-coated tablets', '薄膜衣片'),
    dose: { value: '1', unit: text('tablet', '片') },
    route: text('by mouth', '口服'),
    timing: text(
      'once a day in the evening, at the same hour every day, never together with grapefruit juice',
      '每日 1 次，每晚固定时间服用，勿与葡萄柚汁同服',
    ),
    days: 30,
    quantity: { value: String(30 + index), unit: text('tablets', '片') },
    note: 'Measure blood pressure every morning and bring the record to the next visit. 每天早晨测量血压并记录。',
    substitutionAllowed: index % 2 === 0,
  }));
}

function text(en: string, zh: string): LocalizedText {
  return { en, zh };
}
