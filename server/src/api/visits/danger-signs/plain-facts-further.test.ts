import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const signs = (text: string) => findRedFlags(text, { ageYears: null });

it.each<[string, string, string[], string[]]>([
  [
    'Marks in the shape of a hand or a belt on a child',
    'violence',
    [
      'my niece is four and has belt marks across her legs',
      'bruises shaped like fingers on the boy I childmind',
      'our baby of three months has a bruise on his cheek, he cannot even roll',
      '孩子背上有皮带印，说是后爸打的',
      '四个月宝宝脸上一块淤青',
    ],
    [
      'blue spot on the back of our baby since birth, a birthmark',
      'my baby has a bruise from the jab',
      '宝宝背上青色胎记',
    ],
  ],
  [
    'Mushrooms that were picked, and an upset belly',
    'poisoning',
    [
      'we picked mushrooms on Saturday and both of us have had diarrhoea since',
      'ate wild mushrooms two days ago and now my eyes look yellow',
      '山上采的蘑菇炒了吃，全家上吐下泻',
    ],
    ['can you recommend a book about wild mushrooms', '超市的蘑菇要焯水吗'],
  ],
  [
    'A low reading without the word sugar',
    'diabetic-emergency',
    ['my dad takes gliclazide, meter says 2.1 and he is drowsy', '爸吃格列本脲，测2.1，推他不怎么醒'],
    ['my sugar was 2.1 above last week, on metformin, feeling well', '血糖比上次高2.1，吃格列美脲，没不舒服'],
  ],
  [
    'A stroke of years ago that left a weak hand',
    'stroke',
    [
      'stroke in 2015, left hand weak as ever since, today my speech is slurred',
      '中风三年，今天左手突然没劲',
      '中风三年左手没劲，这两天越来越重',
    ],
    [
      'stroke in 2015, left hand still a bit weak as it has been ever since. need clopidogrel refill',
      '中风三年左手没劲，想做康复',
    ],
  ],
])('%s', (_name, sign, dangers, others) => {
  expect(dangers.filter((text) => !signs(text).includes(sign as never))).toEqual([]);
  expect(others.filter((text) => signs(text).length > 0)).toEqual([]);
});
