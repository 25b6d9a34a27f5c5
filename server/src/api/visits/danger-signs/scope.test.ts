import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const find = (text: string) => findRedFlags(text, { ageYears: 40 });
const stopped = (texts: string[]) => texts.filter((text) => find(text).length > 0);

describe('findRedFlags ignores', () => {
  it.each<[string, string[]]>([
    [
      'what is denied, also in a list',
      [
        'No chest pain, shortness of breath or fainting',
        'without any weakness, numbness or slurred speech',
        'she does not have a stiff neck',
        '没有胸痛、气短、晕倒',
        '没有头疼眼花',
        '不胸闷也不喘',
      ],
    ],
    [
      'what is long past',
      [
        'I had a stroke two years ago, need my aspirin',
        'seizures as a child, none since',
        'chest pain in 2019, all tests were fine',
        '三年前心梗过，来续方',
        '小时候抽搐过',
        '去年吐血住过院，现在复查',
      ],
    ],
    [
      'what relatives had',
      ['my father died of a heart attack, should I be checked', '爷爷中风去世，我要查什么', 'stroke runs in my family'],
    ],
    [
      'what is hypothetical or a question',
      [
        'what are the signs of a stroke?',
        'can stress cause a heart attack?',
        'how do I recognise meningitis',
        '怎么判断中风',
        '如果孩子发烧抽搐怎么办',
        '吃这个药会引起呼吸困难吗',
      ],
    ],
    [
      'figures of speech',
      [
        'this job is killing me',
        'nearly had a heart attack when I saw the bill',
        'dying to get some sleep',
        '累死了',
        '笑到快窒息',
        '一个让人头疼的问题',
      ],
    ],
    ['pets', ['my dog ate chocolate', 'my cat had a seizure', '我家猫吐血了']],
    [
      'what works as it should',
      ['dizzy after standing up, speech fine, arms and legs fine', '背疼是搬家累的，胸口没事', '鼻塞，喘气很顺'],
    ],
    [
      'a noun that only appears in accidents or emergencies',
      [
        'my horse makes me sneeze',
        'I carry an EpiPen on holiday',
        'can you get me an inhaler for the spring',
        'can you cut me a deal on the vaccines',
        'mild tendon ache after running',
        'frothy urine for some weeks',
        'I wet myself a little when I laugh',
        '孩子五岁还尿床',
        '痰咳不出来',
        '吃了一周药没反应',
        '黑板看不清，要配眼镜',
        '自己瞎吃药了',
        '膝盖弯的时候卡住',
        '去了海边晒伤',
        '老师推荐孩子来看矫正',
        '房子卖了换城市，医保怎么转',
        '减肥坚持不下去',
        '不想再拖了，什么时候能约手术',
        '木刺扎进手指',
        '舌头边上有牙印',
      ],
    ],
    [
      'correct English words that are similar to those of a sign',
      [
        'stubbed my toe',
        'the wound is scabbing over',
        'a bottled sauce gave me a blister',
        'stroked a cat and sneezed',
      ],
    ],
    [
      'expressions that would reach over the end of a sentence',
      ['I use a nasal spray and an antihistamine. This year my eyes are worse', 'both bits came out. Eye sees fine'],
    ],
    [
      'several signs in one word, which count once',
      ['weak nails, split all the time', 'nails are weak and brittle', 'nails feel weak since the baby'],
    ],
    ['what has stopped', ['nosebleed last night, stopped after five minutes', '昨天流鼻血，按一会儿就止了']],
  ])('%s', (_, texts) => {
    expect(stopped(texts)).toEqual([]);
  });
});

describe('findRedFlags reads', () => {
  it.each<[string, string[]]>([
    [
      'what is affirmed beside a denial',
      ['no fever but a stiff neck and a purple rash', '没有发烧，胸痛两小时', 'no cough, chest pain'],
    ],
    [
      'what has returned, or is new beside what is past',
      [
        'I had a stroke two years ago and now my right arm is weak again',
        '去年中风过，今天左手又没力气了',
        'chest pain last year, and again since this morning',
      ],
    ],
    [
      'what another person has now',
      ["my dad's face is drooping", '我妈突然说话不清', 'the man next door is not breathing'],
    ],
    [
      'what went away and may come back',
      ['my arm went limp for ten minutes, it is fine now', '刚才嘴歪了几分钟，现在好了'],
    ],
    ['doubt', ['not sure whether she is breathing, her lips are blue', '不知道是不是心梗，胸口压着痛']],
    [
      'what is not like the known complaint',
      ['panic for years but this is not like them, crushing chest, drenched', '偏头痛多年，这次不一样，突然炸开一样疼'],
    ],
    ['what is played down', ['probably nothing, but my left arm went weak', '小事，就是右眼突然看不清了']],
    ['a wish to die that is denied', ["I don't want to kill myself, but it comes back", '我不想死但一直想死']],
  ])('%s', (_, texts) => {
    expect(stopped(texts)).toEqual(texts);
  });

  it.each<[string, string[]]>([
    ['misspelt words', ['chset pain and sweting', 'my husbnad is uncosncious', 'coughing up bloood']],
    ['traditional characters', ['胸口壓著痛', '突然一邊手腳沒力，講話不清', '孩子發燒抽搐']],
    ['Cantonese', ['心口好痛，出晒冷汗', '半邊身郁唔到', '抖唔到氣']],
    ['other dialects', ['脑壳突然炸裂一样痛', '娃儿喝了洗衣液']],
    ['full-width and invisible characters', ['ｃｈｅｓｔ　ｐａｉｎ', 'chest\u200b pain', '胸 痛']],
    ['numerals in characters', ['宝宝二十天，三十八度五', '吃了三十片安眠药']],
  ])('%s', (_, texts) => {
    expect(stopped(texts)).toEqual(texts);
  });
});

it('findRedFlags reads the longest complaint without delay', () => {
  const text = 'I have had a sore throat and a mild cough for three days, and my knee hurts. '
    .repeat(26)
    .slice(0, 2000);
  expect(find(text)).toEqual([]);
  expect(find(`${text.slice(0, 1950)}. My chest hurts badly.`)).toContain('chest-pain');
});
