import type { LocalizedText } from '@yunzhen/shared/core/locale';

/** A symptom and its departments, best first. Their sources are in symptom-sources.ts, which pages need not load. */
export interface SymptomRow {
  readonly name: LocalizedText;
  /** Synonyms in lower case; for Chinese also the full pinyin and its initials. */
  readonly words: readonly string[];
  /** Department codes, best first. A hospital without any of them offers its general practice. */
  readonly departments: readonly string[];
}

const gp = 'general-practice';

function row(en: string, zh: string, words: string, departments: readonly string[]): SymptomRow {
  return { name: { en, zh }, words: words.split(' | '), departments };
}

export const symptoms: readonly SymptomRow[] = [
  row('Cough', '咳嗽', 'coughing | kesou | ks', ['respiratory', gp]),
  row(
    'Cold, sore throat',
    '感冒、咽痛',
    'cold | flu | sore throat | runny nose | 喉咙痛 | 流鼻涕 | ganmao | gm | yantong | yt',
    [gp],
  ),
  row('Fever', '发热', 'temperature | 发烧 | fare | fr | fashao | fs', [gp]),
  row('High blood pressure', '高血压', 'hypertension | blood pressure | 血压 | gaoxueya | gxy | xueya', [
    'cardiology',
    gp,
  ]),
  row('Chest pain', '胸痛', '胸闷 | xiongtong | xiongmen', ['cardiology', gp]),
  row('Palpitations', '心慌', 'heart racing | irregular heartbeat | 心悸 | xinhuang | xh | xinji', ['cardiology', gp]),
  row('Diabetes', '糖尿病', 'blood sugar | 血糖 | tangniaobing | tnb | xuetang', ['endocrinology', gp]),
  row('Thyroid', '甲状腺', 'thyroid | 甲亢 | 甲减 | jiazhuangxian | jzx', ['endocrinology', gp]),
  row(
    'Rash, itching',
    '皮疹、瘙痒',
    'rash | itch | itching | hives | eczema | 湿疹 | 荨麻疹 | 痒 | pizhen | pz | shizhen | sz',
    ['dermatology', gp],
  ),
  row('Acne', '痤疮', 'pimples | spots | 青春痘 | 痘痘 | cuochuang | cc | doudou', ['dermatology', gp]),
  row(
    'Stomach ache, heartburn',
    '胃痛、反酸',
    'abdominal pain | tummy | indigestion | heartburn | reflux | 腹痛 | 肚子痛 | 胃 | weitong | wt | futong | ft',
    ['gastroenterology', gp],
  ),
  row('Diarrhoea, vomiting', '腹泻、呕吐', 'diarrhea | vomiting | nausea | 拉肚子 | 恶心 | fuxie | fx | outu', [
    'gastroenterology',
    gp,
  ]),
  row('Headache, migraine', '头痛', 'migraine | headaches | 偏头痛 | 头疼 | toutong | tt', ['neurology', gp]),
  row('Dizziness', '头晕', 'dizzy | vertigo | 眩晕 | touyun | ty', ['neurology', gp]),
  row(
    'Low mood, anxiety',
    '情绪低落、焦虑',
    'depression | anxious | panic | stress | 抑郁 | 焦虑 | qingxu | yiyu | yy | jiaolv | jl',
    ['mental-health', 'psychiatry', gp],
  ),
  row('Trouble sleeping', '失眠', 'insomnia | sleep | 睡不着 | shimian | sm', ['mental-health', 'psychiatry', gp]),
  row('Back pain', '腰背痛', 'backache | sciatica | 腰痛 | 背痛 | yaotong | yt | beitong', [
    'musculoskeletal',
    'orthopaedics',
    gp,
  ]),
  row('Joint pain', '关节痛', 'knee pain | arthritis | gout | 膝盖 | 痛风 | guanjietong | gjt | tongfeng', [
    'musculoskeletal',
    'rheumatology',
    gp,
  ]),
  row(
    'Burning when urinating',
    '尿频、尿痛',
    'uti | cystitis | urine | urinary | bladder | 尿路感染 | 尿痛 | niaopin | np | niaotong | nt',
    ['urology', gp],
  ),
  row('Contraception', '避孕', 'pill | birth control | biyun | by', ['womens-health', 'gynaecology', gp]),
  row('Period problems', '月经问题', 'period | menstruation | 痛经 | yuejing | yj', [
    'womens-health',
    'gynaecology',
    gp,
  ]),
  row('Ill child', '孩子生病', 'child | baby | kid | toddler | 儿童 | 小孩 | 宝宝 | haizi | hz | ertong | et', [
    'paediatrics',
    gp,
  ]),
  row('Asthma', '哮喘', 'wheeze | wheezing | inhaler | xiaochuan | xc', ['respiratory', gp]),
  row('Red or itchy eyes', '眼红、眼痒', 'conjunctivitis | pink eye | 结膜炎 | yanhong | yh | jiemoyan', [
    'ophthalmology',
    gp,
  ]),
  row('Earache', '耳痛', 'ear infection | ear | 耳朵 | ertong | erduo', ['ent', gp]),
];
