import type { OverrideReason } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { IntakeFormId } from '@yunzhen/shared/intake/forms/form';
import type { LocalizedText } from '@yunzhen/shared/core/locale';

/** A visit of today with one prescription, and the prescription’s state. */
export interface FirstVisit {
  ends: 'used' | 'approved' | 'waiting';
  /** ICD-10. */
  code: string;
  complaint: LocalizedText;
  prior: LocalizedText;
  /** The patient’s intake answers; `tried` in their own language. */
  intake: { form: IntakeFormId; answers: Record<string, string | number | string[]>; tried: LocalizedText };
  assessment: LocalizedText;
  plan: LocalizedText;
  /** Why the doctor overrides an alert. */
  reason: OverrideReason;
  item: {
    productId: string;
    dose: { value: string; unit: string };
    route: 'oral';
    timing: { frequency: number; period: number; periodUnit: 'd'; when: 'evening' | 'before-meal' | 'after-meal' };
    durationDays: number;
    quantity: { value: string; unit: string; manual: boolean };
  };
}

/** Follow-ups of known conditions, never a first diagnosis. */
export const firstVisits: readonly FirstVisit[] = [
  {
    ends: 'used',
    code: 'K21.9',
    complaint: { en: 'Heartburn after meals, as last year', zh: '饭后烧心，与去年相同' },
    prior: { en: 'Reflux, seen last year', zh: '去年诊断为胃食管反流' },
    intake: {
      form: 'abdomen',
      answers: {
        danger: ['none'],
        what: ['pain', 'heartburn'],
        where: 'upper',
        pain: 4,
        fever: 'no',
        // Asked in some forms only, and not stored in others.
        pregnant: 'no',
      },
      tried: { en: 'Antacids from the pharmacy; they help for an hour.', zh: '药店买的抗酸药，只管用一小时。' },
    },
    assessment: { en: 'Reflux, known, no alarm signs.', zh: '胃食管反流复发，无报警症状。' },
    plan: {
      en: 'Omeprazole for a week, small meals, head of the bed raised.',
      zh: '奥美拉唑一周，少量多餐，抬高床头。',
    },
    reason: 'will-monitor',
    item: {
      productId: 'omeprazole-20mg-ec-capsule',
      dose: { value: '1', unit: 'capsule' },
      route: 'oral',
      timing: { frequency: 1, period: 1, periodUnit: 'd', when: 'before-meal' },
      durationDays: 7,
      quantity: { value: '7', unit: 'capsule', manual: false },
    },
  },
  {
    ends: 'approved',
    code: 'J30.4',
    complaint: { en: 'Sneezing and a running nose every morning', zh: '每天早晨打喷嚏、流清涕' },
    prior: { en: 'Hay fever for years', zh: '多年过敏性鼻炎' },
    intake: {
      form: 'cough-throat',
      answers: { danger: ['none'], what: ['nose'], fever: 'no', lungs: ['none'], course: 'waves' },
      tried: { en: 'Rinsing the nose with salt water.', zh: '用盐水洗鼻。' },
    },
    assessment: { en: 'Allergic rhinitis, known.', zh: '变应性鼻炎，既往已诊断。' },
    plan: { en: 'Cetirizine in the evening for a week.', zh: '西替利嗪每晚一次，一周。' },
    reason: 'will-monitor',
    item: {
      productId: 'cetirizine-10mg-tablet',
      dose: { value: '1', unit: 'tablet' },
      route: 'oral',
      timing: { frequency: 1, period: 1, periodUnit: 'd', when: 'evening' },
      durationDays: 7,
      quantity: { value: '7', unit: 'tablet', manual: false },
    },
  },
  {
    ends: 'waiting',
    code: 'J03.9',
    complaint: { en: 'Sore throat with fever, as last winter', zh: '咽痛伴发热，与去年冬天相同' },
    prior: { en: 'Tonsillitis last winter', zh: '去年冬天诊断为扁桃体炎' },
    intake: {
      form: 'cough-throat',
      answers: {
        danger: ['none'],
        what: ['throat'],
        fever: 'yes',
        temperature: 38.6,
        lungs: ['none'],
        course: 'worse',
      },
      tried: { en: 'Paracetamol twice a day.', zh: '对乙酰氨基酚每日两次。' },
    },
    assessment: { en: 'Tonsillitis, known; allergic to penicillin.', zh: '扁桃体炎复发，青霉素过敏。' },
    plan: {
      en: 'Clarithromycin for five days. Measure the blood pressure daily; call if dizzy.',
      zh: '克拉霉素五天。每日测量血压，头晕请联系医生。',
    },
    reason: 'will-monitor',
    item: {
      productId: 'clarithromycin-250mg-tablet',
      dose: { value: '1', unit: 'tablet' },
      route: 'oral',
      timing: { frequency: 2, period: 1, periodUnit: 'd', when: 'after-meal' },
      durationDays: 5,
      quantity: { value: '10', unit: 'tablet', manual: false },
    },
  },
];
