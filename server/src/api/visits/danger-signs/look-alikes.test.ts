import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each<[string, string[], string[]]>([
  [
    'A heat that is no fever, and a fever',
    ['退烧药吃了还是39度8，叫不醒', '新生儿发烧38度5', '烧得糊涂，牙打颤，尿少'],
    ['30周，吃多了烧心，宝宝动得好', '娃八个月，退烧了，吃奶好，前胸出疹子', '麻辣烫吃完拉了一次'],
  ],
  [
    'Hot water that is used, and one that burns',
    ['热水袋漏了，大腿烫掉一层皮', '热水泼到孩子前胸，起大泡'],
    ['肚子凉，热水袋捂一捂好些', '泡热水澡舒服，肚子不胀了', '炒菜烫了手背一个小泡，绿豆大'],
  ],
  [
    'A twitching lid, a cramp, and a fit',
    [
      'my eyelid is twitching and the whole arm is jerking, then I blacked out',
      '半夜全身抽，翻白眼',
      '癫痫，连着抽了三次中间没醒',
    ],
    [
      'my eyelid keeps twitching for days, tired from screens',
      '小腿抽筋，半夜抽一下就过去',
      'teething, red cheeks, chewing everything, baby is happy',
    ],
  ],
  [
    'Spots that fade, and spots that stay',
    ['purple spots, I pressed a glass on them and they stay, hot', 'spots that never fade when I press them, feverish'],
    ['pink spots on his belly, they go when I press, happy', 'the rash on her back fades when pressed, no fever'],
  ],
  [
    'An old faint at a needle, and a faint with a sign',
    [
      'fainted at the blood test, hit my head, being sick and confused',
      '抽血晕了，到现在叫不醒',
      'fainted, there was a lot of blood in the toilet',
    ],
    ['passed out while the nurse took my blood, fine after juice', '献血时晕了一下，喝点糖水就好'],
  ],
  [
    'A coin that has passed, and what harms on its way',
    [
      'swallowed a magnet on Sunday, it came out, tummy pain since',
      'he swallowed a coin, it has not come out, drooling',
      '吞了硬币，还没拉出来，流口水咽不下',
      '吞了纽扣电池，拉出来了，今天吐血',
    ],
    ['she swallowed a coin last week, it came out fine', '儿子吞了个硬币，昨天拉出来了'],
  ],
  [
    'A supply that is used up, a shock of static, a rinsed drop, and what was taken or burns',
    [
      '药全吃光了，不用续了，对不起',
      '我把药全部吃完了，再开一点给我',
      'I have taken all of my pills at once, need a doctor',
      '被插座电了，手麻',
      'a drop of hydrofluoric acid on my hand, rinsed, looks normal',
      'got a drop of oven cleaner on my hand, rinsed, looks white and is numb',
    ],
    [
      '我的药全部吃完了，麻烦续开',
      '药吃光了，续方',
      '医生您好，药已经全吃完了，需要再开一个月',
      "I've taken all of my tablets, need a repeat",
      '被静电电了一下，手有点麻',
      'I cleaned with oven cleaner and got a drop on my hand, rinsed, looks normal',
    ],
  ],
  [
    'A knock that turned purple, and a skin that dies',
    [
      'bruised my shin yesterday, the skin is black with blisters and I feel so ill',
      'the skin on my leg is purple and spreading, fever',
    ],
    ['bumped my toe, a small bruise, walking fine'],
  ],
  [
    'An age in another clause, of the same or another child',
    [
      'our newborn has 38.6, her brother is 10 months',
      'he is 5 weeks old with a temperature of 38.4, feeding well',
      '三周大的宝宝发烧，哥哥五岁',
    ],
    ['the baby had a fever, he is 9 months, drinking and smiling', 'two year old refuses greens'],
  ],
  [
    'A long known state, and a new one',
    ['他身体一向好，右手突然没劲嘴歪', '支架八年，胸口压着疼出冷汗', 'my oxygen is 84, usually 95'],
    ['肺纤维化，血氧一向90，没变化', '左腿没劲八年没变，要开证明', '心绞痛九年，爬坡才有，没变化，续喷雾'],
  ],
  [
    'Figures of speech',
    [
      '没有手机活不下去，药都攒好了想死',
      '笑着笑着胸口疼，喘不上来，嘴唇发紫',
      'my legs went to jelly and both are numb, I cannot pee',
    ],
    [
      '没有咖啡我活不下去，胃疼吃什么',
      '昨天笑得喘不上来，肚子酸',
      '气得血往头上涌，量了125/80',
      'dead legs after the race, any stretches',
      'legs like jelly before my interview',
    ],
  ],
  ['Papers with the name of a sign', ['帮忙填表，顺便说一下，突然喘不上气嘴唇紫'], ['残疾评定表里有气短一项，帮我填']],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
