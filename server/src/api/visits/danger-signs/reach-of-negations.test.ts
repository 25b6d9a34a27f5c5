import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each<[string, string[], string[]]>([
  [
    'A denied thought of suicide, and what takes it back',
    [
      'no thoughts of killing myself, I have already decided',
      "No thoughts of killing myself. I've already decided.",
      "I have no thoughts of suicide any more, I've made up my mind and the pills are here",
      'not having thoughts of suicide, just a plan',
      'no intention of ending my life slowly, it will be quick tonight',
      'I have never tried to kill myself before, tonight I will',
      'no self-harm thoughts. The knife is beside me',
      '没有自杀的想法了，已经决定了',
      '没有自残的想法，刀已经在手里',
      '没有轻生念头，遗书已经写好',
    ],
    [
      'I have no thoughts of killing myself',
      'no suicidal thoughts, I have started the new tablets',
      "no thoughts of suicide, I've decided to see a counsellor",
      '没有自杀的想法，就是睡不好',
      '没有自杀念头，决定去看心理医生',
    ],
  ],
  [
    'A question, and a sign after it without a verb',
    [
      'what causes this, crushing chest pain and cold sweat',
      "how do I know if it's a stroke, face drooping on one side and slurred speech",
      'what are the signs of sepsis, shivering, mottled skin, very confused',
      'difference between panic and heart attack, crushing chest pain to jaw and sweating',
      '什么是心梗，胸口压着疼出冷汗',
      '中风有什么征兆，嘴歪说话不清',
      '怎么判断是不是脑膜炎，发烧脖子硬身上紫点',
    ],
    [
      'what are the symptoms of meningitis in a baby, is it always a rash?',
      'How do I recognise a heart attack, chest pain or arm pain?',
      'what are the warning signs of sepsis, mottled skin, confusion?',
      '脑膜炎有什么症状，发烧脖子硬吗',
      '怎么识别中风，是不是嘴歪？',
    ],
  ],
  [
    'A list that is denied, and what follows it',
    [
      'no fever or cough and crushing chest pain',
      'no headache or fever just vomiting blood',
      'no injury or fall sudden weakness on the left side',
      'No allergies, crushing chest pain, sweating, or is it my jaw',
      'vomiting blood no fever',
      'face drooping no pain',
      'chest pain crushing no history of heart trouble',
      '没摔没碰突然右手抬不起来',
      '没发烧没咳嗽突然喘不上气',
      '没打疫苗被疯狗咬了',
      '没有过敏史吃了虾嘴唇肿喉咙紧',
    ],
    [
      'no chest pain, sudden weakness or vision changes',
      'no fever, cough or recent rash',
      'chest pain: no, breathless: no',
      'no weakness or sudden headache',
      '没有突然头痛',
      '没有被蛇咬',
      '没有胸痛胸闷，突然有点咳',
    ],
  ],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
