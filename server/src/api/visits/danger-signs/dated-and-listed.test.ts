import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each<[string, string[], string[]]>([
  [
    'A short year, a season or a youth',
    [
      "heart attack back in '17, crushing chest pain since lunch",
      'two summers ago a wasp sting closed my throat. Stung again, lips swelling',
      'as a young man I had fits, today another one',
      'I am 30 weeks pregnant with my first and bleeding',
      '一七年放过支架，胸口压着痛出冷汗',
      '一八年心梗胳膊麻出冷汗心慌晕倒',
      '我爸一二年中风，他刚才又嘴歪了',
      '肝硬化一二年吐血',
    ],
    [
      "I had a heart attack back in '17, two stents",
      'three winters ago I had a seizure, refill please',
      'stroke as a young man, walks fine, wants to drive a minibus',
      'pre eclampsia with my first. 10 weeks with the second, all well',
      'lost my sight for ten minutes, must be eight years ago',
      '一七年心梗放了两个支架，这些年好好的，续药',
      '我爸一二年中风，我要不要吃阿司匹林',
    ],
  ],
  [
    'A weakness of many years',
    [
      'weak left hand since this morning',
      'weak left hand for years, today the arm too',
      'my left hand is weak, diabetes for ten years',
      '左手没劲，高血压十年了',
      '中风三年了，今天左手没劲',
      '左眼生下来就看不见，今天右眼也看不见了',
      '高血压十年了左手没劲',
    ],
    [
      'weak left hand since my polio, seventy years now. Need a new splint',
      '小儿麻痹落下的左手没劲，七十年了，换个支具',
      '左眼生下来就看不见，右眼好好的，年度检查',
      '中风三年左手没劲，想做康复',
    ],
  ],
  [
    'A list that is denied, and a part without a complaint',
    [
      'denies fever, chest pain since two hours',
      'denies fever, cough, but crushing chest pain',
      '胸不闷，就是疼得厉害，出冷汗',
      '头不晕脖子不硬，胸口压着痛',
      '那次吐血再没管过，今天又吐血',
    ],
    ['patient denies chest pain, palpitations, syncope. Travel vaccines', '嗓子疼鼻塞三天，胸不闷气不短，脖子也不硬'],
  ],
  [
    'What is only supposed, and what gets worse',
    [
      'if this chest pain gets any worse I will go, it is pressing',
      '要是胸口再疼得厉害点我就去，压了一个钟头了',
      'this is no training scenario: he is unconscious',
      'our dog ate rat poison and the baby swallowed some',
      'I laughed till my belly hurt, then my vision went black on one side',
      '账单看得我两眼一黑，栽了',
      '被狗要了，伤口一直流血止不住',
    ],
    [
      'were I to miss two doses of my seizure medicine, what do I do',
      'our dog ate rat poison on sunday, the vet saved him',
      'heart attack prices, is there a generic for this inhaler?',
      '我写侦探小说，死者喝了防冻液，想请医生看看这段',
      '气得我脑溢血，网站又把我踢出来了',
      '去非洲摸野狗要不要先打狂犬',
      '家里刚装了燃气热水器，一氧化碳中毒有什么征兆',
    ],
  ],
  [
    'A request before what is then told, and a part that is well',
    [
      'here for travel vaccines and he is having a seizure',
      'my tablets ran out and the baby has not moved since yesterday, 34 weeks',
      '药快过期了想再开一支，现在一只眼像拉下窗帘，还闪光',
      '左眼生下来就看不见，右眼好好的，怀孕20周大出血',
    ],
    ['need my migraine tablets, the headache comes every month', '药快过期了，癫痫好几年没发作'],
  ],
  [
    'The verb of now is of the person, not of the sign',
    ['a boy at school has a nut allergy and collapsed', 'my colleague collapsed last term and is unconscious'],
    ["my neighbour's son has a nut allergy and collapsed last term"],
  ],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
