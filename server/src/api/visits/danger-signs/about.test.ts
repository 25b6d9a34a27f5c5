import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

const inEnglish = {
  signs: [
    "half his face has dropped and he's slurring",
    'crushing chest pain and a cold sweat',
    'my toddler swallowed a button battery',
    'the bone is sticking out of my shin',
    '36 weeks pregnant and the baby stopped moving',
  ],
  asides: [
    '{}. Can you prescribe something?',
    '{}, can you prescribe something?',
    '{}. Is that normal?',
    '{}. Do I need antibiotics?',
    'Hi doctor, I have a question. {}',
    '{}. I have high blood pressure and take amlodipine for years.',
    '{}, I have high blood pressure for years',
    '{}, I also need a repeat of my usual tablets',
    '{}. My GP said last month everything is fine.',
    '{}. Otherwise healthy.',
  ],
};
const inChinese = {
  signs: [
    '突然嘴歪了说话不清',
    '胸口像压了块石头，出冷汗',
    '孩子吞了纽扣电池',
    '小腿骨头戳出来了',
    '怀孕36周胎动没有了',
  ],
  asides: [
    '医生你好，请问一下，{}',
    '{}，能开点药吗',
    '{}，要不要紧啊',
    '{}。吃什么药好？',
    '{}，有高血压，长期吃氨氯地平',
    '{}，顺便续一下平时的药',
    '{}，去年因为阑尾炎住过院',
    '{}。上个月体检都正常。',
  ],
};

describe('what a text says besides a sign', () => {
  it.each([inEnglish, inChinese])('does not take the sign back when it is of another subject', ({ signs, asides }) => {
    const texts = signs.flatMap((sign) => asides.map((aside) => aside.replace('{}', sign)));
    expect(texts.filter((text) => !isStopped(text))).toEqual([]);
  });

  it('takes the sign back when it is said of the sign', () => {
    const texts = [
      'had a faint last month, all tests were normal, none since',
      'could I have a repeat of my inhaler, asthma attack last spring',
      'A man on my train had a seizure. Paramedics took him.',
      '胸痛查出来是带状疱疹，已经结痂了',
      '肾上腺素笔快到期了，续方',
    ];
    expect(texts.filter((text) => isStopped(text))).toEqual([]);
  });
});

/** Classes of signs: what stops a visit, and what is similar and does not. */
const classes: readonly [string, string[], string[]][] = [
  [
    'a temperature is a number with a unit or a name',
    ['had chemo, temp is 38.4', '化疗后量了38.4度'],
    [
      'kidney function 42, was 44 last year',
      'I cut down from 40 to 20 mg',
      '产后42天检查',
      'hay fever is bad this year',
    ],
  ],
  [
    'a throat that closes, not one that feels odd',
    ['throat is closing up', 'ate nuts, lump in the throat, hives all over'],
    ['feeling of a lump in the throat', '咽部异物感', '脖子淋巴结肿，嗓子疼', '药片太大咽不下，有没有口服液'],
  ],
  [
    'a limb of one side or of a sudden',
    ['右手突然拿不住筷子', '刚才手没力了，说话不清'],
    ['晚上腿不得劲老想动', '夜里手指发麻，是不是腕管', 'eyelid twitching for a week'],
  ],
  [
    'pain in the chest, not in its muscles',
    [
      'pain like trapped wind in the middle of my chest, cold sweat',
      'jaw pain when I walk, now it came on watching telly',
    ],
    ['rib is sore after coughing', '不是胸口疼，举哑铃后胸大肌酸，明天会好'],
  ],
  [
    'pain on breathing in with a risk of clots',
    ['gave birth five weeks ago, stabbing when I breathe in', '生完五周，一吸气左边就刺疼'],
    ['slight catch in my side from sleeping badly', '岔气了，一会儿就好'],
  ],
  [
    'a barking cough of a child',
    ['toddler barking like a seal and crowing with every breath', '孩子咳嗽像狗叫，吸气有鸣音'],
    ['I am 41 and sound like a seal when I cough, sleeping fine', '41岁，咳嗽像狗叫，睡得好'],
  ],
  [
    'fever of a baby under three months, however well',
    ["she's 7 weeks, 38.4 under the arm but smiling", '才七周，腋下38.4，不过会笑'],
    ['he is 7 weeks old today, feeding well, no fever', '我怀孕才七周，胃口还好'],
  ],
  [
    'poisoning of a household, by tablets or on the field',
    ['whole house has a headache since the boiler was lit', '把奶奶的降压药都吃了', '药浴羊回来流口水，瞳孔很小'],
    ['the whole family has a cold', '饭后把药吃了', '给果树打药，口罩选哪种'],
  ],
  [
    'psychosis after a birth',
    ['my wife had a baby last week, says the baby is evil', '媳妇刚生完，说孩子是妖怪'],
    ['my wife had a baby last week, says the food is evil hot'],
  ],
  [
    'two signs of a farewell',
    [
      "I've written the letters and fed the cat for two days, I want it to be quiet",
      '信都写好了，猫粮放了两天的，就想安静了',
    ],
    ['I have written the letters for school', '猫粮放了两天的，去出差'],
  ],
  [
    'one word is one sign',
    ['心慌，还胸闷冒冷汗'],
    [
      '喝能量饮料心慌，六月心电图正常',
      '头痛头晕两天',
      'fever 38 and aching all over',
      '发烧38度，浑身酸疼',
      '吃药后口干',
    ],
  ],
];

describe.each(classes)('%s', (_, dangers, others) => {
  it('stops the sign', () => expect(dangers.filter((text) => !isStopped(text))).toEqual([]));
  it('does not stop what is similar', () => expect(others.filter((text) => isStopped(text))).toEqual([]));
});
