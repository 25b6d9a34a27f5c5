import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each<[string, string[], string[]]>([
  [
    'A household that is ill',
    [
      'the whole family has a headache and feels dizzy since we lit the stove',
      'whole house woozy, the boiler was serviced yesterday',
    ],
    ['The whole family is ill with a stomach bug since Sunday', 'the whole household has headaches with this flu'],
  ],
  [
    'A cold home or skin',
    ['the heating is off, gran is confused and her skin is like ice', '暖气坏了，老人身上冰凉，叫不醒'],
    ['our heating is off and I have a runny nose', '冬天手脚凉，暖气坏了', 'my hands are like ice at night'],
  ],
  [
    'Sleep, a screen that is greyed out',
    ['he has not woken since the fall', 'I nearly greyed out and fell', '宝宝怎么叫也叫不醒，没醒吃奶'],
    ['my son has not woken in the night for weeks', 'The send button is greyed out', '宝宝夜里没醒吃奶，一觉到天亮'],
  ],
  [
    'Going into water',
    ['想走进海里', '干脆跳进河里算了'],
    ['跳进水里以后耳朵进水了，有点闷', '孩子走进水里玩，脚被石头划了一下'],
  ],
  ['A pillow', ['他用枕头捂住我'], ['用枕头捂着肚子睡觉舒服些']],
  [
    'Medicine that is used up',
    ['一瓶降压药一口气全吃了', '一周的药一次吞了'],
    ['降压药都吃完了，血压还是高', '三个月的药一次开给我可以吗，我每天吃降压药'],
  ],
  [
    'Few words',
    ['my husband only says yes to everything since breakfast, face droops', '突然听不懂我们说的话'],
    ['the pharmacist just said no to my cream', 'My GP only said the same thing again', '听不懂医生说的什么'],
  ],
  ['A nose', ['鼻子流了一夜的血，止不住'], ['鼻子流了一天的清鼻涕，好多']],
  ['Black', ['went to the toilet and it was jet black'], ['my toenail went jet black after the run']],
  ['Lenses', ['隐形眼镜戴了一夜，眼里进了沙，刺痛'], ['在眼镜店配的隐形眼镜，度数不合适']],
  [
    'Nights without sleep and a hoarse voice after birth',
    [
      'I gave birth two weeks ago and hear voices telling me to leave',
      'gave birth on Monday, she thinks she is the devil',
      '生完孩子一周，听到有声音叫我走',
    ],
    [
      'I gave birth two weeks ago and have not slept for two nights because the baby cries',
      'I gave birth last week and lost my voice with this cold',
      '生完孩子三天没睡，奶胀',
    ],
  ],
  [
    'A pacemaker',
    ['I have a pacemaker and feel dizzy, nearly fainted', '装了起搏器，今天头晕眼前发黑'],
    ['I have a pacemaker and a stomach bug, been sick twice'],
  ],
  [
    'A throat with swollen glands',
    ['my throat is closing up, tonsils huge', '喉咙快闭上了，扁桃体特别大'],
    ['my throat is swollen, the glands too', '扁桃体肿，喉咙肿'],
  ],
  [
    'Since a time',
    ['Chest pain since I was lifting boxes'],
    ['has had a funny heart beat since I was a child, chest flutter'],
  ],
  [
    'A goodbye by text',
    [
      'my girl has locked herself in the bathroom w a razor and texted me bye mum sorry',
      'my girl texted me bye and has locked herself in the bathroom with a razor',
    ],
    ['she texted bye mum and went to school', 'she texted me bye and left for work with a cough'],
  ],
])('%s is judged by what is said with it', (_, dangers, others) => {
  expect(dangers.filter((text) => !isStopped(text))).toEqual([]);
  expect(others.filter((text) => isStopped(text))).toEqual([]);
});
