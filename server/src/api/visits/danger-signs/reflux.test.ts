import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const flagsOf = (text: string) => findRedFlags(text, { ageYears: null });
const missedIn = (texts: readonly string[]) => texts.filter((text) => !flagsOf(text).includes('chest-pain'));

it('A burning chest with known, treated or named reflux and no other sign is no chest pain', () => {
  const texts = [
    'heartburn',
    'heart burn after meals',
    'heartburn for two weeks, burning in my chest after meals',
    'burning in my chest after meals for years',
    'acid reflux and burning in my chest at night',
    'reflux, burning in my chest when I lie down in bed',
    'heartburn behind my breastbone after curry, lying down makes it worse, omeprazole helps',
    'burning behind my breastbone after meals, omeprazole helps',
    '反酸烧心',
    '胸口烧灼感，反酸',
    '饭后烧心两个月',
  ];
  expect(texts.filter((text) => flagsOf(text).length > 0)).toEqual([]);
  // These still stop for the points of other words.
  expect(flagsOf('胸口烧，反酸，躺下更厉害')).not.toContain('chest-pain');
  expect(flagsOf('饭后胸骨后面烧，奥美拉唑管用')).not.toContain('chest-pain');
});

it('Heartburn with a sign of the heart counts', () => {
  const texts = [
    'heartburn with pain in my left arm',
    'heart burn with pain in my left arm',
    'awful indigestion and my jaw aches',
    'indigestion and sweating, gone grey',
    'indigestion when I climb the stairs',
    'heartburn that comes on with exertion',
    'diabetic, sudden heartburn',
    '烧心伴左臂疼',
    '一爬楼就烧心',
    '有糖尿病，突然烧心',
  ];
  expect(missedIn(texts)).toEqual([]);
});

it('A burning chest counts after a meal, an antacid or a guess too', () => {
  const texts = [
    'burning in my chest after lunch',
    'burning feeling behind the breastbone after eating',
    'burning in my chest after a big dinner, gaviscon helps',
    'burning in my chest, I thought it was heartburn',
    'burning in my chest, not reflux',
    'burning in my chest, is it heartburn?',
    'burning in my chest, my wife says it is heartburn',
    'burning in my chest, heartburn or my heart',
    'burning across my chest when I climb stairs',
    'burning in my chest when I climb the stairs after lunch, it goes when I stop',
    'sudden burning in my chest',
    'sudden burning in my chest after dinner',
    'severe burning in my chest after dinner',
    '饭后胸口烧',
    '饭后散步时胸口烧,停下来就好',
    '晚饭后胸口烧得受不了',
    '胸口烧，可能是反流',
    '胸口烧，是反流吗',
    '胸口烧，老婆说是烧心',
    '胸口烧，应该不是反流',
    '胸口火烧火燎地疼',
  ];
  expect(missedIn(texts)).toEqual([]);
});

it('A burning chest with a sign of the heart counts beside reflux', () => {
  const texts = [
    'burning in my chest after lunch and I broke out in a cold sweat',
    'reflux, burning in my chest when I climb the stairs',
    'I have reflux, sudden burning in my chest',
    'reflux, severe burning in my chest',
    'reflux, burning in my chest sitting still',
    'reflux, burning in my chest, worse lying down and while sitting still',
    'reflux, burning in my chest and I feel sick',
    'diabetic with reflux, burning in my chest',
    '饭后胸口烧，左胳膊麻',
    '胸口烧得慌，一身冷汗',
    '反酸，散步时胸口烧',
    '反酸，突然胸口烧',
    '反酸，胸口烧得受不了，躺下更厉害',
    '反酸，坐着不动胸口也烧',
    '反酸，胸口烧，恶心',
    '糖尿病，反酸，胸口烧',
  ];
  expect(missedIn(texts)).toEqual([]);
});

it('A medicine against acid that does not help is no sign of reflux', () => {
  const texts = [
    'burning in my chest, omeprazole does not help',
    'burning in my chest, omeprazole no longer works',
    'burning in my chest, omeprazole helped at first',
    '胸口烧,奥美拉唑不管用',
    '胸口烧，奥美拉唑没有用',
    '胸口烧灼,吃达喜没有用',
    '胸口烧，奥美拉唑有用吗',
  ];
  expect(missedIn(texts)).toEqual([]);
});

it('A burning where the heart radiates counts with cold sweat, or suddenly in heart disease', () => {
  const texts = [
    '上腹烧灼，一身冷汗',
    'burning in my upper belly and jaw with a cold sweat',
    '有冠心病,突然上腹烧灼',
    'I have a stent, sudden burning in my upper belly',
  ];
  expect(missedIn(texts)).toEqual([]);
});

it('Heartburn takes no points from other signs when it is sudden or the person is unwell', () => {
  expect(flagsOf('sudden indigestion and nausea')).not.toEqual([]);
  expect(flagsOf('突然烧心恶心')).not.toEqual([]);
  expect(flagsOf('indigestion and nausea with a fever')).toEqual(['alarm-signs']);
  expect(flagsOf('烧心，恶心，发高烧')).toEqual(['alarm-signs']);
});

it('Known reflux explains no burning chest that is unlike other times, or a leaking valve', () => {
  const texts = [
    'omeprazole usually helps, not this time, burning behind my breastbone',
    'omeprazole helps but not today, burning behind my breastbone',
    'reflux, burning behind my breastbone, never like this',
    '以前吃奥美拉唑管用，这次没用，胸骨后烧',
    '反酸，胸骨后烧，吃药也不管用',
    '主动脉瓣反流 胸口灼热',
    '二尖瓣重度反流，胸口灼热',
  ];
  expect(missedIn(texts)).toEqual([]);
});
