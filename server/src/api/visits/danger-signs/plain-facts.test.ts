import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';
import { everydayEvents } from './concepts/everyday-events.ts';
import { withEverydayWords } from './concepts/everyday.ts';
import { compilePhrases } from './concepts/concept.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each<[string, string[], string[]]>([
  [
    'A nitrate that does not help',
    ['two sprays of nitro and no relief', 'my GTN has not eased it', '含了硝酸甘油还是闷', '救心丸吃了不管用'],
    ['my GTN spray is out of date, not used this year', '硝酸甘油快过期了，要一瓶'],
  ],
  [
    'A known aneurysm with a new pain',
    ['known aortic aneurysm, sudden pain in my tummy', '有腹主动脉瘤，刚才突然腰疼'],
    ['aneurysm of 3 cm, scan next year, old back ache for years as usual'],
  ],
  [
    'Spirits of unknown origin and poor sight',
    ['drank homemade vodka, today everything is blurry', '喝了散装白酒，眼睛看不清，吐'],
    ['bought a cheap vodka for the party, is it safe', '爱喝散装白酒，想查肝功能'],
  ],
  [
    'Everything taken, with an apology',
    ['Took the lot. Forgive me.', '我都吃了，对不起', 'I swallowed it all, I am so sorry'],
    ['sorry, I took all of them back to the pharmacy', 'I am sorry I missed my appointment'],
  ],
  [
    'An unknown amount',
    ['my son will not say how many tablets he had', '女儿不肯说吃了多少安眠药'],
    ['how many vitamin tablets a day for my daughter?'],
  ],
  [
    'Pains every few minutes before 37 weeks',
    ['29 weeks, cramps every six minutes', '31周，肚子五分钟疼一次'],
    ['29 weeks, a cramp in my calf now and then', '39周，想问宫缩怎么数'],
  ],
  [
    'An opened wound, a pit, a corrosive',
    [
      'my caesarean wound has come apart, I can see inside',
      '手术后第六天伤口裂开了',
      'he went down into the slurry tank and is not answering',
      '工人下化粪池清理，没动静了',
      'drain cleaner ran down my arm',
      '硫酸溅到手上了，发白',
    ],
    ['my caesarean scar itches', '小区在清理化粪池，很臭', 'acid in my cream stings a bit', '装修水泥灰大，鼻子痒'],
  ],
  [
    'Twice the dose',
    [
      'I took my digoxin twice by mistake',
      'gave the toddler a double dose of cough syrup, he is so sleepy',
      '胰岛素打重了',
      '止咳药喂了两遍，娃叫不醒',
    ],
    ['I take my metformin twice a day', 'took my vitamin d twice by mistake', '降压药吃重了一片，没不舒服'],
  ],
  [
    'Cancer and a back, pancreas, a limp baby',
    [
      'breast cancer, my back hurts and my legs are weak since Monday',
      '肺癌，腰疼，两条腿发软',
      'pain in my upper belly straight through to my back, vomiting',
      '上腹疼串到后背，一直吐',
      'baby went floppy and blue for ten seconds, now he is fine',
      '宝宝软塌塌的，嘴唇发青一会儿，现在好了',
    ],
    ['breast cancer check, all clear, letter please', '做完乳腺癌复查，腰有点酸，老毛病'],
  ],
  [
    'What failed, was said or done',
    [
      'my defibrillator has gone off twice',
      'her tongue is filling her mouth',
      'I get two words out then need air',
      'he keeps dropping everything his left hand holds',
      'catheter blocked, nothing in the bag, my belly is bursting',
      'she sharpens knives and says they pump gas through the floor',
      'my uncle comes into my room at night',
      'I looked up how many of my tablets it takes to die',
      'sitting in the car with the engine running in the garage',
      'epileptic, three in a row without coming round',
      '除颤器刚电了我两下',
      '两个字就要喘口气',
      '他说要去江边，电话不接',
      '绳子系好了',
      '继父半夜钻我被窝',
      '他扬言砍死我们',
      '安眠药吃了多年，断了三天，手抖，看见虫子',
      '该打4个单位打成40个单位胰岛素',
    ],
    [
      'my uncle comes into town on Fridays',
      'sitting in the garage fixing my bike',
      '他说要去江边散步',
      '鞋带系好了，脚崴了',
      '电话不接，想改预约',
    ],
  ],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});

it('Further words without a phrase in one language leave the others whole', () => {
  const words = compilePhrases(withEverydayWords('balance', { en: 'staggers', zh: '站不稳' }));
  expect(everydayEvents.balance.en).toBe('');
  const found = (text: string) => words.flatMap((expression) => text.match(expression) ?? []);
  expect(found('he staggers')).toEqual(['staggers']);
  expect(found('走路往左偏')).toEqual(['走路往左偏']);
});
