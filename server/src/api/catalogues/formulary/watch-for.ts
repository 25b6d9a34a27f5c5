import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineProduct } from './product.ts';

interface WatchFor {
  /** Prefixes of ATC codes of ingredients. */
  readonly atc: readonly string[];
  readonly text: LocalizedText;
}

/** The source of the texts below, shown next to them. */
export const watchForSource: LocalizedText = {
  en: 'General advice by class of medicine, written for this system. It does not replace the leaflet in the box.',
  zh: '按药物类别编写的一般提示，不能代替药品说明书。',
};

/**
 * What patients should know about a class of medicines, in plain language: effects that every leaflet of the class names. The wording is ours. check:
 * not yet read by a clinical pharmacist.
 */
const watchFor: readonly WatchFor[] = [
  {
    atc: ['J01'],
    text: {
      en: 'Take it for all the days, also when you feel better. Stop and call for help at once with a rash, a swollen face or trouble breathing.',
      zh: '即使好转也请按疗程服完。如出现皮疹、面部肿胀或呼吸困难，请立即停药并求助。',
    },
  },
  {
    atc: ['M01A', 'N02BA', 'B01AC06'],
    text: {
      en: 'Take it with food. Stop and see a doctor with black stools, vomiting of blood or strong stomach pain.',
      zh: '请随餐服用。如出现黑便、呕血或剧烈胃痛，请停药就医。',
    },
  },
  {
    atc: ['N02BE01'],
    text: {
      en: 'Many cold medicines contain paracetamol too: don’t take two of them. No alcohol with it.',
      zh: '许多感冒药也含对乙酰氨基酚，请勿同时服用。服药期间勿饮酒。',
    },
  },
  {
    atc: ['C09'],
    text: {
      en: 'Stand up slowly. A dry cough can come: tell your doctor. With a swollen face or lips call for help at once.',
      zh: '起身要慢。可能出现干咳，请告知医生。如面部或嘴唇肿胀，请立即求助。',
    },
  },
  {
    atc: ['C03'],
    text: {
      en: 'Take it early in the day. Tell your doctor about dizziness, cramps, or vomiting and diarrhoea that last.',
      zh: '请在早上服用。如头晕、抽筋，或持续呕吐腹泻，请告知医生。',
    },
  },
  {
    atc: ['C07'],
    text: {
      en: 'Don’t stop it suddenly. Tell your doctor about a slow pulse, dizziness or wheezing.',
      zh: '请勿突然停药。如脉搏过慢、头晕或喘息，请告知医生。',
    },
  },
  {
    atc: ['C08'],
    text: {
      en: 'Ankles can swell and the head can ache: tell your doctor.',
      zh: '可能出现脚踝浮肿或头痛，请告知医生。',
    },
  },
  {
    atc: ['C10AA'],
    text: {
      en: 'Tell your doctor at once about muscle pain or weakness that you can’t explain, or dark urine.',
      zh: '如出现不明原因的肌肉疼痛、无力或尿色加深，请立即告知医生。',
    },
  },
  {
    atc: ['A10A', 'A10BB'],
    text: {
      en: 'Your sugar can fall too low: trembling, sweating, hunger. Take sugar at once and don’t skip meals.',
      zh: '可能发生低血糖：发抖、出汗、饥饿。请立即进食糖类，勿漏餐。',
    },
  },
  {
    atc: ['A10BA'],
    text: {
      en: 'Take it with meals. Stop and ask your doctor when you vomit, can’t drink, or are to have an X-ray with contrast.',
      zh: '请随餐服用。如呕吐、无法进水，或需做造影检查，请停药并咨询医生。',
    },
  },
  {
    atc: ['B01A'],
    text: {
      en: 'Bleeding takes longer to stop. See a doctor at once with black stools, bleeding that does not stop, or a blow to the head.',
      zh: '出血不易止住。如黑便、持续出血或头部受撞击，请立即就医。',
    },
  },
  {
    atc: ['N05', 'N06AA', 'N06AX11', 'N03A', 'N02A', 'N02BF', 'R06AA', 'R06AB', 'R06AD', 'R06AE', 'M03B'],
    text: {
      en: 'It can make you sleepy. Don’t drive or use machines until you know how you react. No alcohol.',
      zh: '可能引起嗜睡。在了解自身反应前，请勿驾驶或操作机器。勿饮酒。',
    },
  },
  {
    atc: ['N06AB', 'N06AX'],
    text: {
      en: 'It needs some weeks to work; don’t stop it suddenly. Call your doctor at once when thoughts of harming yourself come.',
      zh: '需数周起效，请勿突然停药。如出现伤害自己的想法，请立即联系医生。',
    },
  },
  {
    atc: ['H02AB'],
    text: {
      en: 'Take it in the morning with food. Don’t stop it suddenly: follow the days of your plan.',
      zh: '请早晨随餐服用。请勿突然停药，按计划日期逐步减量。',
    },
  },
  {
    atc: ['R03AC', 'R03AK'],
    text: {
      en: 'Trembling or a fast heartbeat can come. When it helps less than before, or you need it more often, call for help.',
      zh: '可能出现手抖或心跳加快。如效果变差或需更频繁使用，请求助。',
    },
  },
  { atc: ['R03BA'], text: { en: 'Rinse your mouth with water after each use.', zh: '每次使用后请用清水漱口。' } },
  {
    atc: ['A02BC'],
    text: { en: 'Take it before a meal, and swallow it whole.', zh: '请餐前整粒吞服。' },
  },
];

/** Routes with hardly any systemic effect. */
const local = new Set(['topical', 'ophthalmic', 'otic', 'nasal', 'vaginal']);

/** Returns what to watch for with a product, from its ingredients; empty when nothing is on file. */
export function watchForOf(product: MedicineProduct): LocalizedText[] {
  if (product.routes[0] && local.has(product.routes[0])) return [];
  const codes = [product.atc, ...product.ingredients.map(({ ingredient }) => ingredient.atc)];
  return watchFor.flatMap(({ atc, text }) =>
    atc.some((beginning) => codes.some((code) => code.startsWith(beginning))) ? [text] : [],
  );
}
