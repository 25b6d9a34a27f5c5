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
