import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

const signs = {
  en: ['I can’t breathe', 'I am coughing up blood', 'my baby is floppy', 'crushing chest pain', 'my face is drooping'],
  zh: ['我喘不上气', '我咳血了', '他喘不上来气', '宝宝软绵绵的叫不醒', '我嘴歪了'],
};

/** Words of being well that are said of something else, of another time, or of what a person usually does. */
const asides = {
  en: [
    'I play golf',
    'I’m usually very active',
    'happy to pay',
    'I am a happy person normally',
    'I drink plenty of water',
    'I ate toast',
    'I’m okay with any doctor',
    'am fine with video',
    'the wifi is good',
    'my English is good',
    'hope this is ok',
    'no symptoms before',
    'any time is good for me',
    'today is fine for me',
    'I feel fine otherwise',
  ],
  zh: [
    '平时能吃能睡',
    '我吃了面条',
    '视频没问题',
    '之前没症状',
    '之前一切正常',
    '什么时间都可以',
    '平时精神很好',
    '下午也可以',
    '不急着要药',
  ],
};

it.each([
  ...signs.en.flatMap((sign) => asides.en.map((aside) => [sign, aside, ', ', '.'] as const)),
  ...signs.zh.flatMap((sign) => asides.zh.map((aside) => [sign, aside, '，', '。'] as const)),
])('“%s” is stopped beside “%s”, whichever comes first', (sign, aside, comma, stop) => {
  expect([isStopped(sign + comma + aside + stop), isStopped(aside + comma + sign + stop)]).toEqual([true, true]);
});

it.each([
  'my toddler has a cold and a cough, he is playing happily and breathing fine',
  'my son coughs, a bit breathless but playing',
  'baby wheezy but playing and feeding',
  '孩子咳嗽有点喘，精神很好，能吃能玩',
  '孩子咳嗽有点喘，今天精神很好',
  'he has a cough and is a bit breathless, today he is well',
])('“%s” is not stopped: it says that the child is well', (text) => {
  expect(isStopped(text)).toBe(false);
});
