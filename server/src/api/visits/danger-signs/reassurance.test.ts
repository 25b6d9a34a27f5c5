import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

const signs = {
  en: [
    'my chest hurts and I am sweating',
    'I can’t breathe',
    'his face is drooping',
    'I am coughing up blood',
    'my baby is floppy and won’t wake',
    'she took 30 paracetamol',
  ],
  zh: ['我胸口疼，出冷汗', '我喘不上气', '他嘴歪了', '我咳血了', '宝宝软绵绵的叫不醒', '她吃了三十片扑热息痛'],
};

const reassurances = {
  en: [
    'the doctor said it is fine',
    'the doctor says it’s nothing',
    'my GP told me it is nothing to worry about',
    'the nurse on the phone said not to worry',
    'my husband thinks it’s nothing serious',
    'everyone says I am fine',
    'the hospital said all is well',
    'I was told by the doctor it’s fine',
    'the dentist said it’s normal',
    'the ambulance crew said no worries',
    'my GP isn’t worried',
    'the nurse said I’m good to go home',
  ],
  zh: [
    '医生说没事',
    '医生说没问题',
    '急诊说不要紧',
    '护士说正常的',
    '老公说没事',
    '家人都说没什么大事',
    '医生说不用担心',
    '医生说没有问题',
    '大夫说没有大碍',
    '护士说一切正常',
    '村医说很正常',
    '男友说没事',
    '120来看过说没事',
    '医生检查没事',
    '医生说不要紧张',
  ],
};

it.each([
  ...signs.en.flatMap((sign) => reassurances.en.map((word) => [sign, word, ', ', '.'] as const)),
  ...signs.zh.flatMap((sign) => reassurances.zh.map((word) => [sign, word, '，', '。'] as const)),
])('“%s” is stopped beside “%s”, whichever comes first', (sign, word, comma, stop) => {
  expect([isStopped(sign + comma + word + stop), isStopped(word + comma + sign + stop)]).toEqual([true, true]);
});

it.each([
  '我一直咳血，医生说没事',
  '我昨天开始喘不上气，医生说没事',
  '喘不上气有点厉害，医生说没事',
  '术后大出血，护士说正常的',
  '孕32周，昨天开始大出血，医生说没事，胎心好',
  '孕8周少量出血，肚子疼，医生说没事，胎心好',
  '孕30周少量出血，医生说没事，胎心好',
  '孕8周少量出血，医生说没事',
  '孕晚期有点气短，胸口闷，医生说正常',
  'vomiting blood since yesterday, my GP said it’s fine',
  'I can’t breathe, had asthma since childhood, my GP said it’s fine',
  'my baby is floppy after his bath, the nurse said he is fine',
  'bleeding won’t stop after the birth, the midwife said it’s normal',
  'my sight has gone in one eye, the optician said it’s fine',
])('“%s” is stopped: words of every day are no ground for the word', (text) => {
  expect(isStopped(text)).toBe(true);
});

it.each([
  'my baby’s soft spot pulses, the nurse said it’s normal',
  'my daughter faints at the sight of blood, doctor said it’s nothing',
  '孕早期少量出血，医生说没事，胎心好',
  '孕晚期有点气短，医生说正常',
  '孕36周有点气短，医生说没事',
  '鼻子流血，医生说没事',
])('“%s” is not stopped: it is no danger sign', (text) => {
  expect(isStopped(text)).toBe(false);
});

it.each([
  'my newborn grunts with every breath in his sleep',
  'newborn grunting in sleep, sunken chest, pale',
  '2 week old grunting in his sleep, the midwife said it’s normal',
  'my baby’s soft spot is pulsing and bulging',
  'he faints at the sight of blood pouring from his leg',
  '宝宝睡着时发出哼哼声，嘴唇发紫',
  '昨天撞了头，鼻子流血',
  '摔倒后鼻子流血',
])('“%s” is stopped', (text) => {
  expect(isStopped(text)).toBe(true);
});

it.each([
  'chest pain last month, the doctor said it is fine',
  'had chest pain on Tuesday, ecg normal, the doctor said it is fine',
  'my son had a fit two years ago, the hospital said he is fine',
  '上个月胸痛，查了心电图，医生说没事',
  '去年抽过一次，医生说没事',
  '心电图正常，医生说没事，想问能不能运动',
])('“%s” is not stopped: the word rests on a test or an earlier time', (text) => {
  expect(isStopped(text)).toBe(false);
});
