import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const flagsOf = (text: string) => findRedFlags(text, { ageYears: null });
const isChestPain = (text: string) => flagsOf(text).includes('chest-pain');

describe('chest pain that a muscle or a cough may explain', () => {
  it('counts when it presses, spreads or comes with sweat, faintness, palpitations or a known heart', () => {
    const texts = [
      'Crushing chest pain after a workout, going up into my jaw.',
      'My chest is sore when I press on it and the pain goes down my left arm',
      'Chest hurts when I cough and I have broken out in a cold sweat',
      'squeezing pain in my chest, also hurts when I touch it',
      'chest pain when I cough, and I have two stents',
      'my chest hurts when I lift my arm and I feel faint',
      'chest ache to the touch, heart racing and skipping',
      'an elephant sitting on my chest, thought I had pulled a muscle at the gym',
      'chest pain after lifting boxes, my jaw aches too',
      'pain in my chest after the gym, gaviscon helped a bit',
      '胸口压榨样疼痛，往下巴放射，还有点反酸',
      '胸口疼，按压也痛，出了一身冷汗',
      '咳得胸疼，一直窜到左胳膊',
      '胸口像石头压着疼，按着也疼',
      '装过支架，胸口一按就疼',
      '胸痛，抬胳膊时疼，眼前发黑',
      '胸大肌那里绞痛，心慌',
      '健身完胸口疼，连着后背',
      '胸口疼，吃了达喜管用',
      '胸口闷痛，有反酸',
      '搬完货胸口痛',
    ];
    expect(texts.filter((text) => !isChestPain(text))).toEqual([]);
  });

  it('does not count when only pressing, coughing or moving the arm brings it', () => {
    const texts = [
      'My chest is sore when I press on it after rowing',
      'the muscle beside my breastbone hurts only when I poke it',
      'a week of coughing, my chest hurts when I cough',
      'coughed so hard that my ribs are sore',
      'ribs ache from sneezing',
      'left breast tender, hurts to touch',
      'my chest hurts when I lift my arm after painting',
      'pecs are sore from the bench, chest stiff',
      'chest is sore when I twist, since moving house',
      'sore throat, and my chest hurts when I cough',
      '咳嗽一周，咳得胸口疼',
      '胸口一按就疼，上周搬了家',
      '胸骨旁边一碰就疼',
      '咳嗽时肋骨疼，胸口酸',
      '练完胸大肌酸痛',
      '抬手时胸口疼，前天打了羽毛球',
      '嗓子疼，咳嗽时胸口也疼',
      '转身的时候胸口疼',
      '按压胸肌疼，休息就好',
      '咳得多了肋骨那里酸',
    ];
    expect(texts.filter((text) => isChestPain(text))).toEqual([]);
  });
});

it('Pain on breathing in with a swollen calf counts, though coughing hurts too', () => {
  const texts = [
    'my calf is swollen and it hurts to breathe in, also when I cough',
    'three days after the birth, sharp pain when I breathe in and when I cough',
    '小腿肿，吸气时右边疼，咳得胸也疼',
  ];
  expect(texts.filter((text) => !isChestPain(text))).toEqual([]);
});

it('Pain of the back or shoulder on walking and at rest is no angina', () => {
  const back = [
    'My back hurts when I walk and also in bed',
    '肩膀疼，走路疼，坐着也疼',
    'neck aches on walking and sitting down',
  ];
  expect(back.filter((text) => isChestPain(text))).toEqual([]);
  const heart = ['my jaw aches when I climb the stairs, today also sitting still', '以前爬楼时下巴酸，现在坐着也酸'];
  expect(heart.filter((text) => !isChestPain(text))).toEqual([]);
});
