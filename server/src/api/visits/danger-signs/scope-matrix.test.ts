import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;
/** Every sign in every frame. */
const textsOf = (signs: readonly string[], frames: readonly string[]) =>
  signs.flatMap((sign) => frames.map((frame) => frame.replace('{}', sign)));

const english = {
  now: [
    'chest pain and sweating',
    'I can not get my breath',
    'my left arm has gone weak',
    'I am vomiting blood',
    'he is having a seizure',
    'no feeling between my legs and I can not pee',
    'fever and a stiff neck',
    'I am 20 weeks pregnant and bleeding',
    'she took 30 paracetamol',
    'he fell off the roof and hit his head',
    'my throat is closing after nuts',
    'a viper bit my hand',
  ],
  beside: [
    'I had a heart attack two years ago. {}',
    'I had my appendix out last year, {}',
    'my father died of a stroke, {}',
    'my friend had the flu last week, {}',
    'no cough or fever. {}',
    'I read that this can be harmless, {}',
    '{}, the leaflet says to ask',
    'I am scared, {}',
    '{}, my husband says it is nothing',
    'The doctor said last month that all was fine. {}',
    '{}, no other symptoms',
    'after my surgery three years ago I was well, now {}',
    'I need a repeat prescription. {}',
  ],
  noun: [
    'chest pain',
    'shortness of breath',
    'slurred speech',
    'black stools',
    'a seizure',
    'a stroke',
    'an overdose',
    'a head injury',
  ],
  absent: [
    'nil {}',
    'doctor excluded {}',
    'at no point did I have {}',
    'years ago I had {}',
    'my father had {} in his sixties',
    'my grandfather had {} at the age of 70',
    'my sister had {} years ago',
    'my colleague had {} last week',
    'a neighbour was in hospital for {}',
  ],
  illness: ['a stroke', 'a heart attack', 'meningitis', 'sepsis'],
  feared: ['my worry is {}, I am well', 'afraid of having {}', 'scared it could be {}'],
};
const chinese = {
  now: [
    '胸痛出冷汗',
    '喘不上气',
    '左胳膊没力气了',
    '在吐血',
    '他在抽搐',
    '两腿中间没感觉，尿不出',
    '发烧脖子硬',
    '怀孕20周流血了',
    '她吃了30片对乙酰氨基酚',
    '他从房顶摔下来撞到头',
    '吃了花生喉咙发紧喘',
    '手被毒蛇咬了',
  ],
  beside: [
    '两年前心梗过。{}',
    '去年割过阑尾，{}',
    '三年前做过手术，{}',
    '我爸是中风去世的，{}',
    '同事上周流感，{}',
    '不咳嗽不发烧。{}',
    '网上说没事，{}',
    '{}，老公说没事',
    '{}，没别的症状',
    '以前从来没这样：{}',
    '上个月医生说都好。{}',
    '三年前手术后一直好，现在{}',
    '我要续方。{}',
  ],
  noun: ['胸痛', '气短', '吐血', '黑便', '抽搐', '中风', '晕倒', '头部外伤'],
  absent: [
    '从没{}过',
    '医生排除了{}',
    '五年前{}后一直吃药',
    '同事上周{}',
    '邻居因为{}住院',
    '三月份治过{}',
    '家族有{}',
  ],
  illness: ['中风', '心梗', '脑膜炎', '脑出血'],
  feared: ['怕{}', '怕得{}', '担心以后{}'],
};

describe.each([
  ['English', english],
  ['Chinese', chinese],
])('%s', (_, { now, beside, noun, absent, illness, feared }) => {
  it('stops a sign beside a past, another person, a denial, a hearsay or a request', () => {
    expect(textsOf(now, beside).filter((text) => !isStopped(text))).toEqual([]);
  });

  it('stops no sign that is denied, long past or of another person in care', () => {
    expect(textsOf(noun, absent).filter((text) => isStopped(text))).toEqual([]);
  });

  it('stops no name of an illness that is feared without a sign, but every sign that is feared', () => {
    expect(textsOf(illness, feared).filter((text) => isStopped(text))).toEqual([]);
    const felt = noun.filter((sign) => !/stroke|中风|晕倒/.test(sign));
    expect(
      textsOf(felt, ['worried about {}', 'my worry is {}', '怕{}', '担心{}']).filter((text) => !isStopped(text)),
    ).toEqual([]);
  });
});

it('Another person who is ill now counts, however distant', () => {
  const texts = [
    'my colleague has chest pain right now',
    'my uncle collapsed yesterday and is confused again',
    'a man on the train is having a seizure',
    '同事现在胸痛出汗',
    '邻居倒在地上叫不醒',
    '舅舅昨天起说话不清楚',
  ];
  expect(texts.filter((text) => !isStopped(text))).toEqual([]);
});

it('A calm expression inside a denied one is none', () => {
  expect(isStopped("hypo, he's fighting me and won't swallow the juice")).toBe(true);
  expect(isStopped('宝宝喘得快，哼哼，不肯吃奶')).toBe(true);
});
