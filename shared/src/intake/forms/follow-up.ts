import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import {
  course,
  danger,
  ifIs,
  number,
  oneOf,
  pictures,
  pregnant,
  scale,
  severalOf,
  text,
  tried,
  words,
  yesNo,
} from './questions.ts';

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

export const repeatMedicine: IntakeForm = {
  id: 'repeat-medicine',
  version: 2,
  title: offeredForms['repeat-medicine'].title,
  source: 'NHS: Repeat prescriptions; GMC: Good practice in prescribing (repeat prescribing)',
  reviewed: false,
  questions: [
    danger([
      ['allergy', 'Lips, tongue or throat are swelling', '嘴唇、舌头或咽喉肿胀', 'anaphylaxis'],
      ['chest-pain', 'Chest pain or pressure', '胸痛或胸部压迫感', 'chest-pain'],
      ['overdose', 'I have taken too much of it', '服用过量', 'poisoning'],
    ]),
    words('which', 'Which medicine, what strength, how often?', '哪种药？规格和用法？', {
      help: text('As written on the box.', '可照药盒填写。'),
    }),
    pictures('A photo of the box or your last prescription', '药盒或上次处方的照片'),
    oneOf('since', 'How long have you been taking it?', '服用多久了？', [
      ['weeks', 'Less than three months', '不到三个月'],
      ['months', 'Three months to a year', '三个月到一年'],
      ['years', 'More than a year', '一年以上'],
    ]),
    number('left', ['How many days of it do you have left?', '剩余药量还够几天？'], ['d', 'days', '天'], [0, 120, 0]),
    oneOf('works', 'How well does it help?', '效果如何？', [
      ['well', 'Well', '很好'],
      ['partly', 'Partly', '一般'],
      ['no', 'Hardly', '不明显'],
    ]),
    yesNo('effects', 'Has it caused side effects?', '服药后有无不适？', { group: 'effects' }),
    words('effects-what', 'What were they?', '哪些不适？', { when: [ifIs('effects', 'yes')], group: 'effects' }),
    yesNo(
      'new',
      'Has your health or another medicine changed since it was prescribed?',
      '上次开药后，身体状况或其他用药有变化吗？',
      {
        unsure: true,
        group: 'new',
      },
    ),
    words('new-what', 'What has changed?', '有什么变化？', { when: [ifIs('new', 'yes')], group: 'new' }),
    pregnant(),
  ],
};

export const general: IntakeForm = {
  id: 'general',
  version: 2,
  title: offeredForms.general.title,
  source: 'NHS: When to call 999; questions of general history taking',
  reviewed: false,
  questions: [
    danger([
      ['chest-pain', 'Chest pain or pressure', '胸痛或胸部压迫感', 'chest-pain'],
      ['breathless', 'Difficulty breathing, even at rest', '静息时也呼吸困难', 'breathing'],
      ['stroke', 'Weakness or numbness on one side, or slurred speech', '一侧肢体无力麻木或言语不清', 'stroke'],
      ['bleeding', 'Bleeding that does not stop', '出血不止', 'heavy-bleeding'],
      ['unconscious', 'Fainting, or very hard to wake', '晕厥或很难叫醒', 'unconscious'],
    ]),
    scale('trouble', 'How much does it bother you?', '对您的影响有多大？'),
    oneOf('daily', 'Can you do your usual activities?', '能否正常生活或工作？', [
      ['yes', 'Yes', '能'],
      ['partly', 'Partly', '部分受影响'],
      ['no', 'No', '不能'],
    ]),
    course(),
    yesNo('before', 'Have you had this before?', '以前有过同样的情况吗？', { group: 'before' }),
    words('before-what', 'What was it?', '当时是什么原因？', { when: [ifIs('before', 'yes')], group: 'before' }),
    pregnant(),
    pictures('Photos that may help the doctor', '对医生有帮助的照片'),
    tried(),
    words('hope', 'What would you like from this visit?', '您希望通过这次就诊解决什么问题？'),
  ],
};
