import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { course, danger, ifIs, oneOf, pictures, pregnant, scale, tried, words, yesNo } from './questions.ts';

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
