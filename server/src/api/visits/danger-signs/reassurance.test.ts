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
  ],
  zh: [
    '医生说没事',
    '医生说没问题',
    '急诊说不要紧',
    '护士说正常的',
    '老公说没事',
    '家人都说没什么大事',
    '医生说不用担心',
  ],
};

it.each([
  ...signs.en.flatMap((sign) => reassurances.en.map((word) => [sign, word, ', ', '.'] as const)),
  ...signs.zh.flatMap((sign) => reassurances.zh.map((word) => [sign, word, '，', '。'] as const)),
])('“%s” is stopped beside “%s”, whichever comes first', (sign, word, comma, stop) => {
  expect([isStopped(sign + comma + word + stop), isStopped(word + comma + sign + stop)]).toEqual([true, true]);
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
