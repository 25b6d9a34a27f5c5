import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const flagsOf = (text: string) => findRedFlags(text, { ageYears: null });

it('A burning that comes with meals, lying down or acid is no chest pain', () => {
  const texts = [
    'heartburn',
    'heartburn for two weeks, burning in my chest after meals',
    'burning feeling behind the breastbone after eating',
    'acid reflux and burning in my chest at night',
    'heartburn behind my breastbone after curry, lying down makes it worse, omeprazole helps',
    '反酸烧心',
    '胸口烧灼感，反酸',
    '饭后烧心两个月',
  ];
  expect(texts.filter((text) => flagsOf(text).length > 0)).toEqual([]);
});

it('Heartburn with a sign of the heart, and a burning chest without reflux, count', () => {
  const texts = [
    'heartburn with pain in my left arm',
    'awful indigestion and my jaw aches',
    'indigestion and sweating, gone grey',
    'burning in my chest after lunch and I broke out in a cold sweat',
    'burning across my chest when I climb stairs',
    'sudden burning in my chest',
    '烧心伴左臂疼',
    '饭后胸口烧，左胳膊麻',
    '胸口烧得慌，一身冷汗',
    '胸口火烧火燎地疼',
  ];
  expect(texts.filter((text) => !flagsOf(text).includes('chest-pain'))).toEqual([]);
});

it('The size of a package beside the dose a day is no poisoning', () => {
  const texts = [
    '我吃的降压药一盒30片，每天吃一片',
    '吃的药一盒三十片每天一片，够吃一个月',
    '药是一盒28片，每天早上吃一片',
    'took one box of 28 tablets over four weeks, one a day, need more',
  ];
  expect(texts.filter((text) => flagsOf(text).length > 0)).toEqual([]);
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
