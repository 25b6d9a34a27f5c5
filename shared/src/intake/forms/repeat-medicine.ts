import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, number, oneOf, pictures, pregnant, text, words, yesNo } from './questions.ts';

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
