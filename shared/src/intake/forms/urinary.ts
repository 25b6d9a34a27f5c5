import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, oneOf, pregnant, severalOf, temperature, tried, yesNo } from './questions.ts';

export const urinary: IntakeForm = {
  id: 'urinary',
  version: 2,
  title: offeredForms.urinary.title,
  source: 'NHS: Urinary tract infections; NICE NG109 (lower UTI); NICE NG111 (pyelonephritis)',
  reviewed: false,
  questions: [
    danger([
      ['testicle', 'Sudden severe pain in a testicle', '睾丸突发剧痛', 'testicular-pain'],
      ['saddle', 'Numbness between the legs, with weak legs', '会阴部麻木伴下肢无力', 'cauda-equina'],
      ['bleeding', 'Blood clots in the urine', '大量血尿伴血块', 'heavy-bleeding'],
      ['confused', 'Confusion, or very hard to wake', '神志不清或很难叫醒', 'unconscious'],
    ]),
    severalOf('what', 'What are your symptoms?', '哪些不适？', [
      ['burning', 'Burning when urinating', '尿痛'],
      ['often', 'Urinating often', '尿频'],
      ['urgent', 'Sudden urge to urinate', '尿急'],
      ['blood', 'Blood in the urine', '血尿'],
      ['unable', 'Unable to urinate with a full bladder', '有尿排不出'],
      ['discharge', 'Discharge', '分泌物异常'],
    ]),
    yesNo('flank', 'Do you have pain in your back or side below the ribs?', '腰部两侧是否疼痛？', { group: 'kidney' }),
    yesNo('fever', 'Do you have a fever or chills?', '是否发热或寒战？', { unsure: true, group: 'kidney' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'kidney' }),
    oneOf('before', 'How often have you had this in the last year?', '过去一年发生过几次？', [
      ['first', 'This is the first time', '这是第一次'],
      ['once', 'Once or twice', '一两次'],
      ['more', 'Three times or more', '三次及以上'],
    ]),
    pregnant(),
    severalOf('known', 'Do you have any of these?', '是否有以下情况？', [
      ['diabetes', 'Diabetes', '糖尿病'],
      ['stones', 'Kidney stones', '肾结石'],
      ['catheter', 'A catheter', '留置导尿管'],
      ['prostate', 'An enlarged prostate', '前列腺增生'],
    ]),
    tried(),
  ],
};
