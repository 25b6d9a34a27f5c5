import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

const english = {
  signs: [
    'I have crushing chest pain and a cold sweat',
    'my face has dropped on one side and my speech is slurred',
    'my toddler just drank bleach',
    '33 weeks and my baby has not moved since last night',
    'I am vomiting blood, cupfuls of it',
    'our 3 week old has a fever of 38.5',
  ],
  asides: [
    'What are the signs of a stroke, %',
    'how do I know what is serious, %',
    'can aspirin help with this, %',
    '%, the dog is fine',
    '%, my wife is well',
    "%, I'm due my flu jab",
    '%, and I need a sick note for work',
    'I need a repeat of my inhaler, %',
    '%, what are the side effects of aspirin',
    '%, I am otherwise well',
  ],
};
const chinese = {
  signs: [
    '胸口突然压着疼，一身冷汗',
    '奶奶突然嘴歪，说话不清',
    '孩子刚喝了一口洁厕灵',
    '33周，从昨晚起孩子没动',
    '吐了一大碗血',
    '三周大的宝宝发烧38度5',
  ],
  asides: [
    '中风有什么征兆，%',
    '怎么判断严不严重，%',
    '%，狗没事',
    '%，我老公没事',
    '%，还要开张假条',
    '%，该打流感疫苗了',
    '想续吸入剂，%',
    '%，阿司匹林有什么副作用',
    '%，应该没事',
    '主要是%',
  ],
};

it.each([english, chinese])('An aside about something else silences no sign', ({ signs, asides }) => {
  const texts = asides.flatMap((aside) => signs.map((sign) => aside.replace('%', sign)));
  expect(texts.filter((text) => !isStopped(text))).toEqual([]);
});

it.each<[string, string[], string[]]>([
  [
    'A question in front of what a person has',
    [
      "how do I spot meningitis, my son has a fever and a rash that doesn't fade",
      'what are the signs of sepsis, my dad is shivering, mottled and confused',
      'my dad is shivering and mottled, confused, what are the signs of sepsis',
      'how long until paracetamol does harm, I took 40 tablets',
      'can aspirin help my crushing chest pain',
      "can't recall how many tablets I swallowed",
      "I can't remember if I've had 8 or 16 paracetamol today",
      '吃多少安眠药会出事，我已经吃了二十片',
      '什么是宫外孕，我停经七周，一边肚子疼得厉害，头晕',
    ],
    [
      'how do I recognise a stroke, I care for my elderly father',
      'what are the signs of meningitis, my son starts university',
      'can statins stop a second heart attack',
      'my daughter asked how many tablets are in a pack',
      '怎么识别中风，家里有老人',
      '婴儿脱水什么样？我家好着呢',
    ],
  ],
  [
    'A request about a named or old illness',
    [],
    [
      'please correct my list, the anaphylaxis was to one antibiotic only',
      'stroke four years ago, hand clumsy as ever, physio referral please',
      '保险理赔要写中风的日期',
      '二甲双胍再开一盒，喝水多点',
      '产检说羊水偏少，下周复查',
    ],
  ],
  [
    'A person who is well, and the same person who is not',
    [
      'my husband collapsed, my mother is fine',
      'dad has chest pain and sweats, the cat is fine',
      '爸爸胸口疼出冷汗，妈妈没事',
    ],
    ['the headache yesterday went and I am fine now', '昨天鼻血五分钟，已经好了'],
  ],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
