import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, number, oneOf, scale, severalOf, text, tried, words, yesNo } from './questions.ts';

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
