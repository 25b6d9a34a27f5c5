import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, number, of, oneOf, pictures, severalOf, temperature, text, tried, yesNo } from './questions.ts';

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
