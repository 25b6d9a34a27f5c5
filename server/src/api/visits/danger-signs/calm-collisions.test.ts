import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

/** Harmless texts with the words of an emergency, and the emergencies that are close to them. */
it.each<[string, string[], string[]]>([
  [
    'Figures of speech and everyday things',
    [
      'petrol went up in flames on my arm',
      'CO alarm chirping low battery and we all have headaches',
      'I cut myself opening a vein',
      "my trachy is blocked and I can't breathe through it",
      "stretch marks and now purple spots that don't fade, fever",
      '看了账单两眼一黑倒地上叫不醒',
      '假性宫缩医生说没事，可现在五分钟一次，31周',
      '买了酮体试纸测出三个加，一直吐',
      '内衣脱了胸口还勒得慌出冷汗',
      '新生儿拉便便脸憋得发紫',
    ],
    [
      'petrol went up again, need my BP tabs renewed',
      'CO alarm beeps low battery, which battery',
      'acne is killing my self confidence, tried benzoyl peroxide for 3 months',
      "my nose is blocked so I can't breathe through it at night",
      'purple stretch marks from pregnancy',
      '这药价看得我两眼一黑，有没有便宜的同款',
      '三十周假性宫缩，昨天产检说没事',
      '护士让我开酮体试纸',
      '内衣钢圈勒得胸下一道红印',
      '新生儿拉屎脸憋得通红',
    ],
  ],
  [
    'Years, and what has long been so',
    [
      '一五年装起搏器老晕倒',
      '一五年放的支架，胸口压着疼',
      '从小弱视，右眼突然看不见了',
      '肩周炎，胳膊一下子抬不起来没劲',
      '平时爱笑，今天三个月的宝宝吐奶叫不醒',
    ],
    [
      '一七年心梗放了两个支架，这些年好好的，续阿托伐他汀',
      '我爸一二年中风，我要不要吃阿司匹林',
      '左眼生下来就看不见，办公交卡',
      '肩周炎胳膊抬不高，排康复',
      '三个月，吃完奶吐一两口奶，开心，长肉，尿布湿得多',
    ],
  ],
  [
    'Indirect words of self-harm and violence',
    [
      "I keep thinking how peaceful it'd be if the lorry didn't brake",
      'my will is done, passwords in an envelope, I feel lighter than in years',
      "can't promise I'll be here on Monday",
      "I don't trust myself tonight",
      "he says next time it'll be my neck",
      '老在想要是那辆大车没刹住就好了',
      '遗嘱写了，密码装信封里了，好几年没这么轻松',
      '周一我还在不在，说不准',
      '说下次就是我脖子',
      '电视叫她饿着孩子',
    ],
    ['my will is done, who witnesses it', '遗嘱写了，怎么公证', 'I feel lighter than in years since the diet'],
  ],
])('%s', (_name, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
