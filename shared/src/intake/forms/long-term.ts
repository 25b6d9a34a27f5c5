import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, number, oneOf, pictures, pregnant, severalOf, words, yesNo } from './questions.ts';

const pressure = ['mm[Hg]', 'mmHg', '毫米汞柱'] as const;

export const longTerm: IntakeForm = {
  id: 'long-term',
  version: 2,
  title: offeredForms['long-term'].title,
  source: 'NICE NG136 (hypertension); NICE NG28 (type 2 diabetes); NHS: When to call 999',
  reviewed: false,
  questions: [
    danger([
      ['chest-pain', 'Chest pain or pressure', '胸痛或胸部压迫感', 'chest-pain'],
      ['stroke', 'Weakness or numbness on one side, or slurred speech', '一侧肢体无力麻木或言语不清', 'stroke'],
      ['sight', 'Sudden loss of vision', '视力突然丧失', 'sudden-blindness'],
      ['faint', 'Fainting, or unable to stay awake', '晕厥或意识不清', 'unconscious'],
    ]),
    severalOf('what', 'What is it about?', '复诊哪种疾病？', [
      ['pressure', 'High blood pressure', '高血压'],
      ['diabetes', 'Diabetes', '糖尿病'],
      ['lipids', 'Cholesterol', '血脂异常'],
      ['thyroid', 'Thyroid', '甲状腺疾病'],
    ]),
    number('systolic', ['Your last blood pressure: the upper number', '最近一次血压：高压'], pressure, [60, 260, 0], {
      when: [ifIs('what', 'pressure')],
      optional: true,
      group: 'pressure',
    }),
    number('diastolic', ['The lower number', '低压'], pressure, [30, 160, 0], {
      when: [ifIs('what', 'pressure')],
      optional: true,
      group: 'pressure',
    }),
    number(
      'fasting',
      ['Your last fasting blood sugar', '最近一次空腹血糖'],
      ['mmol/L', 'mmol/L', '毫摩尔/升'],
      [1, 40, 1],
      { when: [ifIs('what', 'diabetes')], optional: true, group: 'sugar' },
    ),
    number('hba1c', ['Your last HbA1c', '最近一次糖化血红蛋白'], ['%', '%', '%'], [3, 20, 1], {
      when: [ifIs('what', 'diabetes')],
      optional: true,
      group: 'sugar',
    }),
    yesNo(
      'low',
      'Did you have low blood sugar (shaking, sweating, confused)?',
      '是否出现过低血糖（发抖、出汗、意识模糊）？',
      {
        unsure: true,
        when: [ifIs('what', 'diabetes')],
      },
    ),
    oneOf('taken', 'Have you taken your medicines as prescribed?', '是否按医嘱服药？', [
      ['always', 'Always', '一直按时'],
      ['mostly', 'Mostly, but I missed some', '大多按时，偶尔漏服'],
      ['stopped', 'I stopped one or more', '停用了一种或几种'],
    ]),
    words('stopped-why', 'Which ones, and why?', '停用了哪种？为什么？', { when: [ifIs('taken', 'stopped')] }),
    severalOf('effects', 'Have your medicines caused side effects?', '服药后有无不适？', [
      ['dizzy', 'Dizzy when standing up', '起身时头晕'],
      ['cough', 'Dry cough', '干咳'],
      ['swelling', 'Swollen ankles', '脚踝水肿'],
      ['stomach', 'Stomach or bowel', '胃肠不适'],
    ]),
    pregnant(),
    pictures('Photos of your readings or a report', '血压、血糖记录或检查报告的照片'),
  ],
};
