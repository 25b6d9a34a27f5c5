import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: 40 }).length > 0;

const inEnglish = {
  signs: [
    'chest pain',
    'swollen lips after peanuts',
    'vomiting blood',
    'coughing up blood',
    'face drooping',
    'sudden weakness down one side',
    'swallowed bleach',
    'passed out',
    'short of breath',
    'black tarry stools and dizzy',
    'a stiff neck and a purple rash',
  ],
  works: [
    ' and breathing fine',
    ' and speech normal',
    ' and legs ok',
    ', eyes clear',
    ', walking normally',
    ', ecg normal',
    ', my speech is fine',
  ],
};
const inChinese = {
  signs: [
    '胸痛',
    '呕血',
    '便血',
    '突然嘴歪',
    '一边手脚突然没力',
    '抽搐',
    '昏倒',
    '喘不上气',
    '喝了农药',
    '吃了花生嘴唇肿',
  ],
  works: [
    ' 心电图不正常',
    '血压正常',
    '、神志清楚',
    '，说话清楚',
    '、呼吸正常',
    '和手脚正常',
    '、人清醒',
    '走路正常',
    '，眼睛没事',
  ],
};

it.each([inEnglish, inChinese])('a part that works does not excuse a sign beside it', ({ signs, works }) => {
  const texts = signs.flatMap((sign) => works.map((work) => sign + work));
  expect(texts.filter((text) => !isStopped(text))).toEqual([]);
});

it('a part that does not work, or no longer, is a sign', () => {
  const texts = [
    'he can not talk normally and her arm is weak',
    'suddenly he can not speak clearly',
    'my speech is normally clear but now it is slurred',
    'speech was fine until an hour ago, now slurred',
    'took thirty paracetamol and feeling fine',
    'hit his head and passed out and eyes normal',
    '右眼突然看不清楚',
    '突然看东西不清楚',
    '突然说话不清楚',
    '说话不正常，右手没力',
    '呼吸不顺畅，嘴唇发紫',
  ];
  expect(texts.filter((text) => !isStopped(text))).toEqual([]);
});

it('a part that works is no sign', () => {
  const texts = [
    'dizzy after standing up, speech fine, arms and legs fine',
    'knee pain on one side, his chest is clear',
    'sore elbow, arms and hands still normal',
    'a cold, I can swallow and talk normally',
    'mild headache, vision as sharp as ever',
    'runny nose, my breathing is fine',
    'itchy scalp, eyes and face look fine',
    'cough, chest clear and throat fine',
    'sneezing for a week, chest all clear',
    'dry skin on both hands, legs feel normal',
    '背疼是搬家累的，胸口没事',
    '鼻塞，喘气很顺',
    '近视加深，看东西清楚',
    '膝盖酸，手脚都正常',
    '感冒，说话走路都正常',
    '牙疼，吞咽正常',
    '口腔溃疡，说话很清楚',
    '落枕，手脚和走路都正常',
    '腰酸，大小便正常',
    '皮肤干，呼吸一直很顺畅',
    '流鼻涕，胸口和喉咙都没事',
  ];
  expect(texts.filter((text) => isStopped(text))).toEqual([]);
});
