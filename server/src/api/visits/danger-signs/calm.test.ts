import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

describe('the rest of a text', () => {
  it.each<[string, string[]]>([
    [
      'that it is for learning or prevention',
      [
        'I am a nurse and want your guideline for sepsis',
        'read about carbon monoxide poisoning, which alarm should I buy',
        '中风有哪些先兆？想给老人讲讲',
        '看了煤气中毒的新闻，报警器买哪种',
      ],
    ],
    [
      'that it is for a document or a repeat medicine',
      ['my EpiPen expires next month, could I get a new one', '肾上腺素笔快到期了，续方'],
    ],
    [
      'that the person is well, or that it has passed',
      ['heart fluttered after coffee last month, ECG normal, none since', '心慌过一小下，心电图正常，现在没事'],
    ],
    [
      'that a test or a doctor has found a harmless cause',
      ['the chest pain turned out to be shingles, the blisters have healed', '胸痛查出来是带状疱疹，已经结痂了'],
    ],
    [
      'that only one expression and a question or a routine request remain',
      ['is it true that a faint can be harmless?', 'could I have a form about my seizure', '窒息这个词写在表上对吗'],
    ],
    [
      'that the person is already in care',
      ['friend collapsed and is in intensive care, how can I support her', '同事晕倒住院了，想问怎么安慰他'],
    ],
  ])('overrules a sign when it says %s', (_, texts) => {
    expect(texts.filter((text) => isStopped(text))).toEqual([]);
  });

  it.each<[string, string[]]>([
    [
      'is also sudden, severe or frightening',
      [
        'need my inhaler again, suddenly can not breathe, lips blue',
        'came for a refill, but now crushing chest pain',
        '来续方的，刚才突然说不出话，嘴也歪了',
      ],
    ],
    [
      'comes back worse or works later',
      [
        'took 30 paracetamol last night, feel fine',
        'my speech was slurred this morning, normal again now',
        '昨晚吞了一瓶安眠药，现在没事',
      ],
    ],
    [
      'is a wish to die',
      ['want to die, could I have a repeat of my tablets', '我不想活了，顺便续一下舍曲林', '想问怎么自杀不痛苦'],
    ],
  ])('does not overrule a sign that %s', (_, texts) => {
    expect(texts.filter((text) => !isStopped(text))).toEqual([]);
  });
});

it('A sore throat with fever, the commonest reason of a visit, is no danger sign', () => {
  const texts = [
    '咽痛伴发热',
    '咽喉痛，发烧',
    '发热、咽痛、扁桃体肿大',
    '咽干咽痒咳嗽',
    'Sore throat with fever',
    'Sore throat and fever since Sunday, as last winter.',
    'sore throat and a fever',
  ];
  expect(texts.filter((text) => isStopped(text))).toEqual([]);
  expect(['发烧，咽不下口水', '孩子咽了一颗电池'].filter((text) => !isStopped(text))).toEqual([]);
});
