import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const flagsOf = (text: string) => findRedFlags(text, { ageYears: null });
const isStopped = (text: string) => flagsOf(text).length > 0;

/** Classes of signs: what stops a visit, and what is similar and does not. */
const classes: readonly [string, string[], string[]][] = [
  [
    'a nitrate that does not help',
    ['my chest pain used to go with one spray of GTN, today three sprays did nothing', '含了两片硝酸甘油胸口还是疼'],
    ['can I have more of my GTN spray, the old one is out of date', '硝酸甘油过期了，没用过，想再开一瓶'],
  ],
  [
    'the feeling of an earlier infarct',
    ['had a heart attack in 2018, same feeling again right now', '18年心梗过，现在又是那种感觉'],
    ['had a heart attack in 2018, same tablets since, feeling well', '18年心梗过，一直吃药，很好'],
  ],
  [
    'heartburn with sweating',
    ['heartburn and sweating', 'heartburn and sweating, came on out of nowhere, I am 52', '烧心出汗，突然开始的'],
    ['heartburn after curry', 'heartburn, and I have night sweats in the menopause', '饭后烧心'],
  ],
  [
    'angina that changes',
    ['stable angina, today it hurts sitting still', '稳定型心绞痛，今天坐着也痛'],
    ['stable angina for years, cardiologist knows', '稳定型心绞痛，爬坡才有，多年没变，续药'],
  ],
  [
    'methotrexate taken daily',
    ['I have taken methotrexate every day this week', '甲氨蝶呤天天吃，吃了一周'],
    [
      'methotrexate weekly and folic acid daily',
      'can methotrexate be taken with folic acid on the same day',
      '甲氨蝶呤每周一次，叶酸每天吃',
    ],
  ],
  [
    'an infection behind a stone or in a joint',
    [
      'kidney stone pain and now shivering with 39.5',
      '肾结石疼，打寒战，烧到39.5',
      'knee hot and swollen, shaking chills',
      '膝盖又红又烫肿老大，打寒战',
    ],
    ['kidney stone passed last night, pain gone', 'gout again, toe red and hot, no fever', '痛风脚趾红肿，不发烧'],
  ],
  [
    'an infection of the orbit or the deep neck',
    [
      'eye swollen shut, bulging and hurts to move it',
      '眼皮红肿睁不开，眼球往外鼓',
      'tooth pulled on Monday, can not open my mouth, neck hard and red',
      '拔牙后嘴只能张一指，脖子硬红',
    ],
    ['puffy eyelids from hay fever', '麦粒肿，眼皮有点红', 'toothache when I chew'],
  ],
  [
    'a blow to the trunk with signs of blood inside',
    ['horse kicked me in the tummy, now pale and dizzy when i stand', '车把顶到肚子，脸白，肚子越来越疼'],
    ['bumped my hip on the table, a bruise', '桌角碰了一下，青了一块'],
  ],
  [
    'a cord that comes before the child',
    ['felt a loop of something in my knickers after my waters went', '破水后内裤里摸到一圈东西'],
    ['how long is the cord of a newborn?'],
  ],
  [
    'a baby that paused breathing',
    ['my baby stopped breathing for half a minute, fine now', '宝宝刚才有半分钟没呼吸，现在好了'],
    ['toddler had a tantrum, pink again at once', '娃发脾气憋气，马上就缓过来'],
  ],
  [
    'fuel burning indoors',
    ['generator running in the cellar, everyone woke with a thumping head', '地下室开发电机，大家醒来头疼得要命'],
    ['which generator is quiet in the garage?', '地下室有点潮'],
  ],
  [
    'an empty pack of an unknown amount',
    ["she won't tell me how many she took but the box of zopiclone is empty", '不肯说吃了多少，佐匹克隆盒子空了'],
    ['the box of my tablets is empty, can I have more', '药盒空了，想续方'],
  ],
  [
    'a measured sugar below three',
    ['sugar 1.8', '血糖1.8', 'my blood sugar is 2.1 and I am shaking'],
    ['blood sugar is 6.1 in the morning', '血糖6.1'],
  ],
  [
    'an infection with rigors or collapse',
    [
      'a urine infection and shivering violently',
      'he has a chest infection and can not stand up',
      '肺炎，抖得厉害',
      '尿路感染，站不起来',
    ],
    ['a chest infection, second day of antibiotics, better', '尿路感染，吃药好点'],
  ],
  [
    'loss of memory after a blow',
    ["can't remember the tackle, asks the same question over and over", '记不得怎么摔的，同一句话问好几遍'],
    ['can not remember the name of the cream', '记不得药名了'],
  ],
];

describe.each(classes)('%s', (_, dangers, others) => {
  it('stops the sign', () => expect(dangers.filter((text) => !isStopped(text))).toEqual([]));
  it('does not stop what is similar', () => expect(others.filter((text) => isStopped(text))).toEqual([]));
});

it('Heartburn with sweating is of the heart', () => expect(flagsOf('heartburn and sweating')).toContain('chest-pain'));

it('reads characters of the same sound and short misspelt words', () => {
  expect(
    ['凶口疼，冒冷汉', '胎洞没有了', '孩子误时了老鼠药', '小孩抽畜了', 'crushng chst pain an swetaing'].filter(
      (text) => !isStopped(text),
    ),
  ).toEqual([]);
  expect(['高丸子火锅吃撑了', '要买波子汽水', 'chest freezer'].filter((text) => isStopped(text))).toEqual([]);
});
