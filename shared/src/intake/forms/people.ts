import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import {
  danger,
  ifIs,
  number,
  of,
  oneOf,
  pictures,
  scale,
  severalOf,
  temperature,
  text,
  tried,
  words,
  yesNo,
} from './questions.ts';

export const illChild: IntakeForm = {
  id: 'ill-child',
  version: 2,
  title: offeredForms['ill-child'].title,
  source:
    'NICE NG143 (fever in under 5s); NHS: Is your baby or toddler seriously ill?; NHS: High temperature in children',
  reviewed: false,
  questions: [
    danger([
      ['breathing', 'Breathing that is difficult, very fast or has pauses', '呼吸困难、很快或暂停', 'breathing'],
      ['blue', 'Blue, grey or very pale skin, lips or tongue', '皮肤、嘴唇或舌头发青、发灰或苍白', 'breathing'],
      ['floppy', 'Floppy, or very hard to wake', '身体发软或很难叫醒', 'unconscious'],
      ['spots', 'A rash that does not fade when pressed with a glass', '压之不褪色的皮疹', 'meningitis'],
      ['seizure', 'A seizure', '抽搐', 'seizure'],
      ['poison', 'May have swallowed something harmful', '可能误服有害物品', 'poisoning'],
    ]),
    oneOf(
      'months',
      'How old is the child?',
      '孩子多大？',
      [
        ['under-3', 'Under 3 months', '不满 3 个月'],
        ['3-to-6', '3 to 6 months', '3 至 6 个月'],
        ['over-6', 'Over 6 months', '6 个月以上'],
      ],
      { when: [of('infant')] },
    ),
    yesNo('fever', 'Does the child have a fever?', '孩子是否发热？', { when: [of('not-infant')], group: 'fever' }),
    yesNo('fever-infant', 'Does the child have a temperature of 38 °C or above?', '体温是否达到 38 ℃ 或以上？', {
      when: [of('infant')],
      group: 'fever',
      danger: [{ is: 'yes', flag: 'infant-fever' }],
    }),
    temperature({ when: [{ any: [ifIs('fever', 'yes'), ifIs('fever-infant', 'yes')] }], group: 'fever' }),
    severalOf('with', 'Are there any other symptoms?', '还有哪些不适？', [
      ['cough', 'Cough or runny nose', '咳嗽或流涕'],
      ['ear', 'Pulling at an ear', '抓耳朵'],
      ['vomiting', 'Vomiting', '呕吐'],
      ['diarrhoea', 'Diarrhoea', '腹泻'],
      ['rash', 'A rash', '皮疹'],
      ['throat', 'Sore throat, or refusing to swallow', '咽痛或不肯吞咽'],
    ]),
    oneOf('drinking', 'How much is the child drinking?', '孩子喝水或喝奶情况如何？', [
      ['usual', 'As usual', '和平时一样'],
      ['less', 'Less, but more than half', '减少，但超过一半'],
      ['half', 'Less than half', '不到一半'],
      ['nothing', 'Nothing', '什么都不喝'],
    ]),
    yesNo('wet', 'Has the child passed urine in the last 8 hours?', '过去 8 小时内有小便吗？', { unsure: true }),
    number('weight', ['How much does the child weigh?', '孩子体重多少？'], ['kg', 'kg', '千克'], [1, 120, 1], {
      optional: true,
      help: text('Doses for children depend on weight.', '儿童用药按体重计算。'),
    }),
    yesNo('vaccinated', 'Are the child’s vaccinations up to date?', '是否按时接种疫苗？', { unsure: true }),
    pictures('Photos, for example of a rash', '照片（例如皮疹）'),
    tried(),
  ],
};

/** The answers of PHQ-2 and GAD-2; their ids are the scores. */
const howOften = [
  ['0', 'Not at all', '完全没有'],
  ['1', 'Several days', '好几天'],
  ['2', 'More than half the days', '一半以上的天数'],
  ['3', 'Nearly every day', '几乎每天'],
] as const;

export const mood: IntakeForm = {
  id: 'mood',
  version: 2,
  title: offeredForms.mood.title,
  source: 'PHQ-2 and GAD-2 (Kroenke et al.); NICE NG222 (depression in adults); NHS: Help for suicidal thoughts',
  reviewed: false,
  questions: [
    severalOf('danger', 'Do any of these apply right now?', '现在是否有以下情况？', [
      ['suicidal', 'Thoughts of ending my life or hurting myself', '有轻生或伤害自己的念头', 'suicidal'],
      ['overdose', 'I have taken an overdose', '服用了过量药物', 'poisoning'],
    ]),
    oneOf(
      'interest',
      'Over the last two weeks: little interest or pleasure in doing things',
      '近两周：做事提不起兴趣或没有乐趣',
      howOften,
    ),
    oneOf(
      'down',
      'Over the last two weeks: feeling down, depressed or hopeless',
      '近两周：情绪低落、沮丧或绝望',
      howOften,
    ),
    oneOf(
      'nervous',
      'Over the last two weeks: feeling nervous, anxious or on edge',
      '近两周：感到紧张、焦虑',
      howOften,
    ),
    oneOf(
      'worry',
      'Over the last two weeks: not being able to stop or control worrying',
      '近两周：不能停止担忧',
      howOften,
    ),
    severalOf('sleep', 'How do you sleep?', '睡眠如何？', [
      ['falling', 'Difficulty falling asleep', '入睡困难'],
      ['waking', 'Waking at night or too early', '夜醒或早醒'],
      ['much', 'Sleeping much more', '睡得过多'],
    ]),
    words('event', 'Did anything trigger it?', '是否与某件事有关？'),
    yesNo('treated', 'Have you been treated for this before?', '以前接受过治疗吗？'),
    words('treated-how', 'When and how?', '何时、怎样治疗？', { when: [ifIs('treated', 'yes')] }),
    yesNo('alone', 'Is there someone you can talk to?', '身边有可以倾诉的人吗？'),
  ],
};

export const womensHealth: IntakeForm = {
  id: 'womens-health',
  version: 2,
  title: offeredForms['womens-health'].title,
  source: 'NHS: Period problems; NHS: Vaginal bleeding in pregnancy; NICE NG126 (ectopic pregnancy and miscarriage)',
  reviewed: false,
  questions: [
    danger([
      ['pregnancy-bleeding', 'Pregnant, with bleeding or severe pain', '怀孕期间出血或剧烈腹痛', 'pregnancy-bleeding'],
      ['heavy', 'Soaking a pad every hour', '持续每小时浸透一片卫生巾', 'heavy-bleeding'],
      ['faint', 'Fainting or about to faint', '晕厥或快要晕倒', 'unconscious'],
    ]),
    oneOf('what', 'What is it about?', '是哪方面的问题？', [
      ['period', 'My period', '月经'],
      ['bleeding', 'Bleeding between periods', '非经期出血'],
      ['discharge', 'Discharge or itching', '白带异常或瘙痒'],
      ['pain', 'Lower abdominal pain', '下腹痛'],
      ['contraception', 'Contraception', '避孕'],
      ['pregnancy', 'A pregnancy', '妊娠'],
      ['menopause', 'The menopause', '更年期'],
    ]),
    {
      kind: 'date',
      id: 'last-period',
      text: text('When did your last period start?', '末次月经从哪天开始？'),
      help: text('Leave blank if you do not know.', '不记得可不填。'),
      optional: true,
    },
    yesNo('pregnant', 'Are you pregnant, or might you be?', '您是否怀孕或可能怀孕？', { unsure: true }),
    number('week', ['How many weeks pregnant are you?', '现在孕几周？'], ['wk', 'weeks', '周'], [1, 44, 0], {
      when: [ifIs('pregnant', 'yes')],
      optional: true,
    }),
    scale('pain', 'How bad is the pain?', '疼痛有多重？', {
      when: [{ any: [ifIs('what', 'pain'), ifIs('what', 'period'), ifIs('what', 'pregnancy')] }],
    }),
    severalOf(
      'risks',
      'Do you have any of these?',
      '是否有以下情况？',
      [
        ['clot', 'A blood clot in the leg or lung', '下肢或肺部血栓'],
        ['migraine', 'Migraine with aura', '有先兆的偏头痛'],
        ['smoking', 'I smoke', '吸烟'],
        ['pressure', 'High blood pressure', '高血压'],
      ],
      { when: [ifIs('what', 'contraception')] },
    ),
    words('contraception', 'What contraception do you use?', '目前采用什么避孕方法？'),
    tried(),
  ],
};
