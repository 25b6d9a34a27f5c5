import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, number, oneOf, pregnant, scale, severalOf, tried, yesNo } from './questions.ts';

export const headache: IntakeForm = {
  id: 'headache',
  version: 2,
  title: offeredForms.headache.title,
  source: 'NICE CG150 (headaches in over 12s); NHS: Headaches; NHS: Stroke symptoms',
  reviewed: false,
  questions: [
    danger([
      [
        'worst',
        'The worst headache of your life, reaching its peak within a minute',
        '一分钟内突发的最剧烈头痛',
        'worst-headache',
      ],
      ['stroke', 'Weakness or numbness on one side, or slurred speech', '一侧肢体无力麻木或言语不清', 'stroke'],
      ['stiff-neck', 'A stiff neck with fever', '颈部僵硬伴发热', 'meningitis'],
      ['sight', 'Sudden loss of vision', '视力突然丧失', 'sudden-blindness'],
      ['injury', 'Headache after a head injury', '头部受伤之后', 'head-injury'],
      ['seizure', 'A seizure, or fainting', '抽搐或晕厥', 'seizure'],
    ]),
    oneOf('what', 'What is the main problem?', '主要是哪种不适？', [
      ['headache', 'Headache', '头痛'],
      ['spinning', 'Feeling that the room is spinning', '天旋地转'],
      ['lightheaded', 'Light-headed, as if about to faint', '头重脚轻、快要晕倒'],
    ]),
    scale('pain', 'How bad is the headache?', '头痛有多重？', { when: [ifIs('what', 'headache')], group: 'pain' }),
    oneOf(
      'side',
      'Where does it hurt?',
      '痛在哪里？',
      [
        ['one', 'On one side', '一侧'],
        ['both', 'On both sides or all over', '两侧或整个头部'],
        ['back', 'Back of the head or neck', '后脑或颈部'],
        ['face', 'Forehead or face', '前额或面部'],
      ],
      { when: [ifIs('what', 'headache')], group: 'pain' },
    ),
    severalOf('with', 'What other symptoms do you have?', '伴有哪些情况？', [
      ['nausea', 'Feeling sick or vomiting', '恶心或呕吐'],
      ['light', 'Sensitive to light or noise', '怕光或怕吵'],
      ['aura', 'Flickering lights or zigzags in your vision', '眼前闪光或锯齿'],
      ['ringing', 'Ringing in the ears, or reduced hearing', '耳鸣或听力下降'],
    ]),
    yesNo('known', 'Have you had this before?', '以前有过同样的情况吗？'),
    number(
      'days',
      ['On how many days a month do you take painkillers?', '每月有多少天服用止痛药？'],
      ['d', 'days', '天'],
      [0, 31, 0],
      { when: [ifIs('what', 'headache')] },
    ),
    pregnant(),
    tried(),
  ],
};
