import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { course, danger, ifIs, of, oneOf, pictures, scale, severalOf, tried, yesNo } from './questions.ts';

export const eye: IntakeForm = {
  id: 'eye',
  version: 2,
  title: offeredForms.eye.title,
  source: 'NHS: Red eye; NHS: Conjunctivitis; NICE CKS: Red eye',
  reviewed: false,
  questions: [
    danger([
      ['blind', 'Sudden loss of all or part of your vision', '视力突然全部或部分丧失', 'sudden-blindness'],
      ['chemical', 'A chemical in the eye', '化学品溅入眼内', 'severe-burn'],
      ['headache', 'The worst headache of your life, with the eye problem', '眼部不适伴剧烈头痛', 'worst-headache'],
    ]),
    oneOf('side', 'Which eye?', '哪只眼睛？', [
      ['left', 'Left', '左眼'],
      ['right', 'Right', '右眼'],
      ['both', 'Both', '双眼'],
    ]),
    severalOf('what', 'What are your symptoms?', '哪些不适？', [
      ['red', 'Redness', '发红'],
      ['itch', 'Itching', '发痒'],
      ['pain', 'Pain', '疼痛'],
      ['discharge', 'Sticky discharge', '分泌物多'],
      ['blurred', 'Blurred vision', '视物模糊'],
      ['light', 'Light hurts', '怕光'],
      ['lid', 'A swollen eyelid or a lump on it', '眼睑肿胀或结节'],
    ]),
    scale('pain', 'How bad is the pain?', '疼痛有多重？', { when: [ifIs('what', 'pain')] }),
    yesNo('lenses', 'Do you wear contact lenses?', '是否佩戴隐形眼镜？', { when: [of('not-infant')] }),
    yesNo('foreign', 'Did something get into the eye?', '是否有异物进入眼内？', { unsure: true }),
    course(),
    pictures('Photos of the eye', '眼部照片'),
    tried(),
  ],
};
