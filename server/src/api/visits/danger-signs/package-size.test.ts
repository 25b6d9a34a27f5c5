import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const flagsOf = (text: string) => findRedFlags(text, { ageYears: null });

it('The size of a package beside the dose a day is no poisoning', () => {
  const texts = [
    '我吃的降压药一盒30片，每天吃一片',
    '吃的药一盒三十片每天一片，够吃一个月',
    '药是一盒28片，每天早上吃一片',
    '医生开了一盒30片的药，每天一片',
    '我吃的药是30片装的，每天一片',
    'the box has 30 tablets, I take one a day',
    'I have been taking these tablets, the box has 30 tablets, one a day',
    'took one box of 28 tablets over four weeks, one a day, need more',
    '吃了3天，一盒30片，每天一片',
    '已经吃了15天的药，一盒30片，每天一片',
    'took 14 days of the tablets, box of 30, one a day',
    'tablets taken for 6 weeks, box of 28, one a day',
    'I took 2 tablets of paracetamol, two a day, box of 16',
  ];
  expect(texts.filter((text) => flagsOf(text).length > 0)).toEqual([]);
});

it('The size of a package excuses nothing that was taken', () => {
  const texts = [
    '我吃了2盒24片装的对乙酰氨基酚',
    '我妈今天吃了一盒30片的地高辛,平时每天一片',
    '一盒30片的地高辛，每天一片，我妈今天吃完了',
    '地高辛30片装，每天一片，她吞了20片',
    'I took 2 packets of paracetamol, 16 per pack',
    'I took the box of 30 tablets, I am meant to have one a day',
    'swallowed half a box of 30 tablets, one a day normally',
    'box of 28 tablets one a day and he has taken most of them',
    'she has swallowed 28 tablets, the pack of 28 is for one a day',
    '我吃了八片安眠药，一盒30片，每晚一片',
    '我吃了9片对乙酰氨基酚，一盒24片，每天两片',
    '吞了七粒安定，一瓶20粒，每晚一粒',
    '多吃了六片地高辛，一盒30片，每天一片',
    'sleeping pills box of 28 one each night, swallowed twenty',
    'paracetamol, box of 16 two a day, swallowed 16',
    'I keep taking too many codeine, box of 28, two a day',
  ];
  expect(texts.filter((text) => !flagsOf(text).includes('poisoning'))).toEqual([]);
});

it('What was swallowed at once counts beside the dose a day', () => {
  const texts = [
    '一盒30片每天一片的降压药，他一口气全吃了',
    '孩子把一盒30片降压药都吃了',
    '我妈把一盒30片的药一次吃了',
    'box of 30 tablets, one a day, she took the whole box all at once',
  ];
  expect(texts.filter((text) => !flagsOf(text).includes('poisoning'))).toEqual([]);
});
