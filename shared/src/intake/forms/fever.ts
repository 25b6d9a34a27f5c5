import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, pregnant, severalOf, temperature, tried, words, yesNo, breathless } from './questions.ts';

export const fever: IntakeForm = {
  id: 'fever',
  version: 2,
  title: offeredForms.fever.title,
  source: 'NHS: High temperature (fever) in adults; NHS: When to call 999; CDC: Meningitis symptoms',
  reviewed: false,
  questions: [
    danger([
      breathless,
      ['stiff-neck', 'A stiff neck, or light hurting the eyes', '颈部僵硬或怕光', 'meningitis'],
      ['spots', 'A rash that does not fade when pressed with a glass', '压之不褪色的皮疹', 'meningitis'],
      ['confused', 'Confusion, or very hard to wake', '神志不清或很难叫醒', 'unconscious'],
      ['seizure', 'A seizure', '抽搐', 'seizure'],
    ]),
    temperature(),
    severalOf('with', 'Do you have any other symptoms?', '还有哪些不适？', [
      ['cough', 'Cough', '咳嗽'],
      ['throat', 'Sore throat', '咽痛'],
      ['chills', 'Shivering or chills', '寒战'],
      ['ache', 'Aching muscles', '肌肉酸痛'],
      ['urine', 'Burning when urinating', '尿痛'],
      ['diarrhoea', 'Vomiting or diarrhoea', '呕吐或腹泻'],
      ['rash', 'A rash', '皮疹'],
    ]),
    yesNo('contact', 'Has anyone close to you had the same illness?', '身边有人出现同样的症状吗？', { unsure: true }),
    yesNo('travel', 'Have you travelled in the last three weeks?', '近三周内是否外出旅行？'),
    words('travel-where', 'Where did you go, and when did you return?', '去了哪里？何时返回？', {
      when: [ifIs('travel', 'yes')],
    }),
    pregnant(),
    tried(),
  ],
};
