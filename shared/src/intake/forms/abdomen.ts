import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import {
  danger,
  ifIs,
  number,
  oneOf,
  pregnant,
  scale,
  severalOf,
  temperature,
  tried,
  words,
  yesNo,
} from './questions.ts';

export const abdomen: IntakeForm = {
  id: 'abdomen',
  version: 2,
  title: offeredForms.abdomen.title,
  source: 'NHS: Stomach ache; NHS: Diarrhoea and vomiting; NHS: When to call 999; NICE CG141 (bleeding)',
  reviewed: false,
  questions: [
    danger([
      ['blood', 'Vomiting blood, or black, tar-like stools', '呕血或柏油样黑便', 'vomiting-blood'],
      ['bleeding', 'A lot of blood in the stool', '大量便血', 'heavy-bleeding'],
      ['collapse', 'Fainting, or unable to stay awake', '晕厥或意识不清', 'unconscious'],
      ['chest', 'Pain spreading to the chest, arm or jaw', '疼痛放射至胸部、手臂或下颌', 'chest-pain'],
      ['poison', 'Possible poisoning or overdose', '可能中毒或服药过量', 'poisoning'],
    ]),
    severalOf('what', 'What are your symptoms?', '哪些不适？', [
      ['pain', 'Belly pain', '腹痛'],
      ['vomiting', 'Vomiting', '呕吐'],
      ['diarrhoea', 'Diarrhoea', '腹泻'],
      ['heartburn', 'Heartburn', '反酸烧心'],
      ['constipation', 'Constipation', '便秘'],
      ['bloating', 'Bloating', '腹胀'],
    ]),
    oneOf(
      'where',
      'Where is the pain worst?',
      '哪里最痛？',
      [
        ['upper', 'Upper middle', '上腹中部'],
        ['upper-right', 'Upper right', '右上腹'],
        ['navel', 'Around the navel', '脐周'],
        ['lower-right', 'Lower right', '右下腹'],
        ['lower-left', 'Lower left', '左下腹'],
        ['all', 'Everywhere', '全腹'],
      ],
      { when: [ifIs('what', 'pain')], group: 'pain' },
    ),
    scale('pain', 'How bad is the pain?', '疼痛有多重？', { when: [ifIs('what', 'pain')], group: 'pain' }),
    number(
      'times',
      ['How many times in the last 24 hours?', '过去 24 小时内多少次？'],
      ['{times}', 'times', '次'],
      [0, 60, 0],
      { when: [{ any: [ifIs('what', 'vomiting'), ifIs('what', 'diarrhoea')] }] },
    ),
    yesNo('drinks', 'Can you keep fluids down?', '能否喝水而不吐？', {
      when: [{ any: [ifIs('what', 'vomiting'), ifIs('what', 'diarrhoea')] }],
    }),
    yesNo('stool-blood', 'Is there blood in your stool?', '大便是否带血？', {
      unsure: true,
      when: [ifIs('what', 'diarrhoea')],
    }),
    yesNo('fever', 'Do you have a fever?', '是否发热？', { unsure: true, group: 'fever' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'fever' }),
    pregnant(),
    words('eaten', 'Did you eat or drink anything unusual beforehand?', '之前吃过什么特殊的食物或饮料？'),
    tried(),
  ],
};
