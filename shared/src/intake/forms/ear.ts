import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, oneOf, scale, severalOf, temperature, text, tried, yesNo } from './questions.ts';

export const ear: IntakeForm = {
  id: 'ear',
  version: 2,
  title: offeredForms.ear.title,
  source: 'NHS: Earache; NHS: Ear infections; NICE NG91 (acute otitis media); NICE NG98 (hearing loss)',
  reviewed: false,
  questions: [
    danger([
      ['face', 'One side of the face is drooping', '一侧面部下垂', 'stroke'],
      ['stiff-neck', 'A stiff neck with fever', '颈部僵硬伴发热', 'meningitis'],
      ['injury', 'It started after a head injury', '由头部受伤引起', 'head-injury'],
    ]),
    oneOf('side', 'Which ear?', '哪只耳朵？', [
      ['left', 'Left', '左耳'],
      ['right', 'Right', '右耳'],
      ['both', 'Both', '双耳'],
    ]),
    severalOf('what', 'What are your symptoms?', '哪些不适？', [
      ['pain', 'Pain', '疼痛'],
      ['discharge', 'Discharge from the ear', '流液或流脓'],
      ['hearing', 'Reduced hearing', '听力下降'],
      ['ringing', 'Ringing', '耳鸣'],
      ['dizzy', 'Feeling that the room is spinning', '眩晕'],
      ['swelling', 'Swelling or redness behind the ear', '耳后红肿'],
    ]),
    scale('pain', 'How bad is the pain?', '疼痛有多重？', { when: [ifIs('what', 'pain')] }),
    yesNo('sudden', 'Did you lose hearing within three days?', '听力是否在三天内突然下降？', {
      when: [ifIs('what', 'hearing')],
      help: text('Sudden hearing loss is best treated within days.', '突发性听力下降越早治疗越好。'),
    }),
    yesNo('fever', 'Do you have a fever?', '是否发热？', { unsure: true, group: 'fever' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'fever' }),
    tried(),
  ],
};
