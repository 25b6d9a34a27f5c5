import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import {
  course,
  danger,
  ifIs,
  of,
  oneOf,
  pictures,
  pregnant,
  scale,
  severalOf,
  temperature,
  text,
  tried,
  words,
  yesNo,
} from './questions.ts';

const breathless = ['breathless', 'Difficulty breathing, even at rest', '静息时也呼吸困难', 'breathing'] as const;

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

export const coughThroat: IntakeForm = {
  id: 'cough-throat',
  version: 2,
  title: offeredForms['cough-throat'].title,
  source: 'NHS: Cough; NHS: Sore throat; NICE NG120 (acute cough); NHS: When to call 999',
  reviewed: false,
  questions: [
    danger([
      breathless,
      ['chest-pain', 'Chest pain or pressure', '胸痛或胸部压迫感', 'chest-pain'],
      ['blood', 'Coughing up more than streaks of blood', '咯血（不止血丝）', 'heavy-bleeding'],
      ['choking', 'Something stuck in the throat', '有异物卡在喉咙', 'choking'],
      ['drooling', 'Unable to swallow saliva', '唾液也咽不下去', 'breathing'],
    ]),
    severalOf('what', 'What are your symptoms?', '哪些不适？', [
      ['dry', 'Dry cough', '干咳'],
      ['phlegm', 'Cough with phlegm', '咳痰'],
      ['throat', 'Sore throat', '咽痛'],
      ['nose', 'Runny or blocked nose', '流涕或鼻塞'],
      ['hoarse', 'Hoarse voice', '声音嘶哑'],
      ['wheeze', 'Wheezing', '喘鸣'],
    ]),
    oneOf(
      'phlegm-colour',
      'What colour is the phlegm?',
      '痰是什么颜色？',
      [
        ['clear', 'Clear or white', '透明或白色'],
        ['yellow', 'Yellow or green', '黄色或绿色'],
        ['blood', 'With streaks of blood', '带血丝'],
      ],
      { when: [ifIs('what', 'phlegm')] },
    ),
    yesNo('fever', 'Do you have a fever?', '是否发热？', { unsure: true, group: 'fever' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'fever' }),
    severalOf('lungs', 'Do you have any of these?', '是否有以下情况？', [
      ['asthma', 'Asthma', '哮喘'],
      ['copd', 'COPD or another lung disease', '慢阻肺或其他肺部疾病'],
      ['smoking', 'I smoke', '吸烟'],
      ['ace', 'A blood pressure medicine ending in -pril', '正在服用普利类降压药'],
    ]),
    course(),
    tried(),
  ],
};

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
