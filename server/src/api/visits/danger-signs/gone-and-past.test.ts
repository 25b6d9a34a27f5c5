import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each<[string, string[], string[]]>([
  [
    'What has gone, and a strength or a feeling that has gone',
    [
      'the feeling between my legs has gone and I cannot pee',
      'the strength in his left arm has gone',
      'she has gone limp and does not wake',
      'my mother has gone grey and is holding her chest',
      'he squeezed my throat on Friday and my voice has gone hoarse',
      'the kicks have gone since last night, I am 33 weeks',
      'The chest pain has gone into my jaw and arm',
    ],
    [
      'had a dizzy spell on Friday, it has gone now',
      'The bleeding gum has gone, thank you',
      'I felt breathless on the hill and then it went',
    ],
  ],
  [
    'What was coughed up, and what is still there',
    [
      'choked on a nut, coughed it up, but he is blue and wheezing',
      'I choked on a pill, it came out, still cannot breathe',
      '吃花生呛到，咳出来了，还是喘不上气',
    ],
    ['choked on toast at breakfast, coughed it out, all well', 'choked on a sweet, spat it out, just a tickle now'],
  ],
  [
    'A boyhood, an earlier winter, a year alone, and what is back',
    [
      'as a girl I had seizures, this morning another one',
      'I fainted as a boy and passed out again today',
      'bled heavily in 2012, now I am soaking a pad every half hour',
      '14年小中风一次，今天右手又抬不起来',
      '99年心梗过，现在胸口压得慌出冷汗',
    ],
    [
      'haemorrhaged with my first, 2013, trying for another',
      'bad asthma attack the winter before last, flu jab please',
      '16年小中风，吃阿司匹林，想拔牙',
    ],
  ],
  [
    'Thoughts that are denied',
    [
      'I do not feel like hurting myself, I want to be dead',
      'no thoughts of ending my life until tonight',
      'no plans to kill myself before this week',
      'I do not feel like killing myself all the time, only at night',
      'no thoughts of ending my life, I am doing it',
    ],
    ['no thoughts of ending it all, only tired', 'low for weeks, without any thoughts of killing myself'],
  ],
  [
    '主要是 is no condition',
    ['主要是胸口压着疼，出冷汗', '别的还好，主要是突然看不见了', '主要是想死', '只要是一躺下就喘不上气，嘴唇紫'],
    ['要是胸口疼该怎么办，我没疼过', '要是吞了电池怎么办，先问问'],
  ],
  [
    "What is counted, printed or rehearsed, and another person's pregnancies",
    [
      '宣传册上写的我都有，嘴歪，右手抬不起来',
      '没防着孩子，喝了一口洁厕灵',
      '我妈昨晚有一次晕倒，今天又晕',
      '我爸每次都胸痛，今天痛了半小时',
      'my sister had pre-eclampsia with both of hers, I am 34 weeks with flashing lights and a bad headache',
    ],
    ['我在翻译中风的宣传单，这句话对吗', '怎么放药才能防孩子误食', '我姐两次怀孕都子痫前期，我打算要孩子'],
  ],
  [
    'Each breath is no habit',
    [
      'stabbing pain in my chest every time I breathe in',
      'short of breath every time she lies down, ankles swollen',
      'black stools for three days',
    ],
    ['a runny nose every time I eat curry', 'itchy eyes every spring'],
  ],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
