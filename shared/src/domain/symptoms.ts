import type { LocalizedText } from './locale.ts';

/** A symptom and the departments that see to it first. */
export interface SymptomRow {
  readonly name: LocalizedText;
  /** Other words for it, in small letters; for Chinese also the full pinyin and its initials. */
  readonly words: readonly string[];
  /** Codes of departments, the fitting one first. A hospital without any of them offers its general practice. */
  readonly departments: readonly string[];
  /**
   * Which page says who sees to it. That a hospital’s department of this name is the right one is our reading (`certain` false)
   * wherever the page sends people to a general practitioner first.
   */
  readonly source: string;
  readonly certain: boolean;
}

const gp = 'general-practice';

function row(
  en: string,
  zh: string,
  words: string,
  departments: readonly string[],
  source: string,
  certain = false,
): SymptomRow {
  return { name: { en, zh }, words: words.split(' | '), departments, source, certain };
}

export const symptoms: readonly SymptomRow[] = [
  row('Cough', '咳嗽', 'coughing | kesou | ks', ['respiratory', gp], 'NHS: Cough', true),
  row(
    'Cold, sore throat',
    '感冒、咽痛',
    'cold | flu | sore throat | runny nose | 喉咙痛 | 流鼻涕 | ganmao | gm | yantong | yt',
    [gp],
    'NHS: Common cold',
    true,
  ),
  row('Fever', '发热', 'temperature | 发烧 | fare | fr | fashao | fs', [gp], 'NHS: High temperature in adults', true),
  row(
    'High blood pressure',
    '高血压',
    'hypertension | blood pressure | 血压 | gaoxueya | gxy | xueya',
    ['cardiology', gp],
    'NHS: High blood pressure',
  ),
  row('Chest pain', '胸痛', '胸闷 | xiongtong | xiongmen', ['cardiology', gp], 'NHS: Chest pain'),
  row(
    'Palpitations',
    '心慌',
    'heart racing | irregular heartbeat | 心悸 | xinhuang | xh | xinji',
    ['cardiology', gp],
    'NHS: Heart palpitations',
  ),
  row(
    'Diabetes',
    '糖尿病',
    'blood sugar | 血糖 | tangniaobing | tnb | xuetang',
    ['endocrinology', gp],
    'NHS: Type 2 diabetes',
  ),
  row(
    'Thyroid',
    '甲状腺',
    'thyroid | 甲亢 | 甲减 | jiazhuangxian | jzx',
    ['endocrinology', gp],
    'NHS: Underactive thyroid',
  ),
  row(
    'Rash, itching',
    '皮疹、瘙痒',
    'rash | itch | itching | hives | eczema | 湿疹 | 荨麻疹 | 痒 | pizhen | pz | shizhen | sz',
    ['dermatology', gp],
    'NHS: Skin rashes',
  ),
  row('Acne', '痤疮', 'pimples | spots | 青春痘 | 痘痘 | cuochuang | cc | doudou', ['dermatology', gp], 'NHS: Acne'),
  row(
    'Stomach ache, heartburn',
    '胃痛、反酸',
    'abdominal pain | tummy | indigestion | heartburn | reflux | 腹痛 | 肚子痛 | 胃 | weitong | wt | futong | ft',
    ['gastroenterology', gp],
    'NHS: Stomach ache',
  ),
  row(
    'Diarrhoea, vomiting',
    '腹泻、呕吐',
    'diarrhea | vomiting | nausea | 拉肚子 | 恶心 | fuxie | fx | outu',
    ['gastroenterology', gp],
    'NHS: Diarrhoea and vomiting',
  ),
  row(
    'Headache, migraine',
    '头痛',
    'migraine | headaches | 偏头痛 | 头疼 | toutong | tt',
    ['neurology', gp],
    'NHS: Headaches',
  ),
  row('Dizziness', '头晕', 'dizzy | vertigo | 眩晕 | touyun | ty', ['neurology', gp], 'NHS: Dizziness'),
  row(
    'Low mood, anxiety',
    '情绪低落、焦虑',
    'depression | anxious | panic | stress | 抑郁 | 焦虑 | qingxu | yiyu | yy | jiaolv | jl',
    ['mental-health', 'psychiatry', gp],
    'NHS: Low mood, sadness and depression',
  ),
  row(
    'Trouble sleeping',
    '失眠',
    'insomnia | sleep | 睡不着 | shimian | sm',
    ['mental-health', 'psychiatry', gp],
    'NHS: Insomnia',
  ),
  row(
    'Back pain',
    '腰背痛',
    'backache | sciatica | 腰痛 | 背痛 | yaotong | yt | beitong',
    ['musculoskeletal', 'orthopaedics', gp],
    'NHS: Back pain',
  ),
  row(
    'Joint pain',
    '关节痛',
    'knee pain | arthritis | gout | 膝盖 | 痛风 | guanjietong | gjt | tongfeng',
    ['musculoskeletal', 'rheumatology', gp],
    'NHS: Joint pain',
  ),
  row(
    'Burning when passing water',
    '尿频、尿痛',
    'uti | cystitis | urine | urinary | bladder | 尿路感染 | 尿痛 | niaopin | np | niaotong | nt',
    ['urology', gp],
    'NHS: Urinary tract infections',
  ),
  row(
    'Contraception',
    '避孕',
    'pill | birth control | biyun | by',
    ['womens-health', 'gynaecology', gp],
    'NHS: Contraception',
  ),
  row(
    'Period problems',
    '月经问题',
    'period | menstruation | 痛经 | yuejing | yj',
    ['womens-health', 'gynaecology', gp],
    'NHS: Period problems',
  ),
  row(
    'Ill child',
    '孩子生病',
    'child | baby | kid | toddler | 儿童 | 小孩 | 宝宝 | haizi | hz | ertong | et',
    ['paediatrics', gp],
    'NHS: Is your baby or toddler seriously ill?',
  ),
  row('Asthma', '哮喘', 'wheeze | wheezing | inhaler | xiaochuan | xc', ['respiratory', gp], 'NHS: Asthma'),
  row(
    'Red or itchy eyes',
    '眼红、眼痒',
    'conjunctivitis | pink eye | 结膜炎 | yanhong | yh | jiemoyan',
    ['ophthalmology', gp],
    'NHS: Conjunctivitis',
  ),
  row('Earache', '耳痛', 'ear infection | ear | 耳朵 | ertong | erduo', ['ent', gp], 'NHS: Earache'),
];
