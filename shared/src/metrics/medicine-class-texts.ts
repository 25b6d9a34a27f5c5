import type { LocalizedText } from '../core/locale.ts';
import type { AntibioticClass, MedicineClass } from './measures.ts';

/**
 * Names of ATC’s first level. English: WHO Collaborating Centre for Drug Statistics Methodology, ATC/DDD Index
 * (https://atcddd.fhi.no/atc_ddd_index/). Chinese: the headings of the national medicines list (国家基本医疗保险、工伤保险和生育保险
 * 药品目录, 国家医疗保障局), whose groups are those of ATC.
 */
export const medicineClassTexts: Readonly<Record<MedicineClass, LocalizedText>> = {
  A: { en: 'Alimentary tract and metabolism', zh: '消化道和代谢方面的药物' },
  B: { en: 'Blood and blood forming organs', zh: '血液和造血器官药' },
  C: { en: 'Cardiovascular system', zh: '心血管系统' },
  D: { en: 'Dermatologicals', zh: '皮肤病用药' },
  G: { en: 'Genito-urinary system and sex hormones', zh: '泌尿生殖系统药和性激素' },
  H: {
    en: 'Systemic hormonal preparations, excl. sex hormones and insulins',
    zh: '除性激素和胰岛素外的全身激素制剂',
  },
  J: { en: 'Antiinfectives for systemic use', zh: '全身用抗感染药' },
  L: { en: 'Antineoplastic and immunomodulating agents', zh: '抗肿瘤药及免疫调节剂' },
  M: { en: 'Musculo-skeletal system', zh: '肌肉-骨骼系统药物' },
  N: { en: 'Nervous system', zh: '神经系统药物' },
  P: { en: 'Antiparasitic products, insecticides and repellents', zh: '抗寄生虫药、杀虫剂和驱虫剂' },
  R: { en: 'Respiratory system', zh: '呼吸系统' },
  S: { en: 'Sensory organs', zh: '感觉器官药物' },
  V: { en: 'Various', zh: '其他' },
};

/** Names of ATC J01’s groups (third level); sources as above. The Chinese names of combinations and “other” are our own. */
export const antibioticClassTexts: Readonly<Record<AntibioticClass, LocalizedText>> = {
  A: { en: 'Tetracyclines', zh: '四环素类抗菌药' },
  B: { en: 'Amphenicols', zh: '氯霉素类抗菌药' },
  C: { en: 'Beta-lactam antibacterials, penicillins', zh: 'β-内酰胺类抗菌药：青霉素类' },
  D: { en: 'Other beta-lactam antibacterials', zh: '其他β-内酰胺类抗菌药' },
  E: { en: 'Sulfonamides and trimethoprim', zh: '磺胺类及甲氧苄啶' },
  F: { en: 'Macrolides, lincosamides and streptogramins', zh: '大环内酯类、林可胺类和链阳菌素类' },
  G: { en: 'Aminoglycoside antibacterials', zh: '氨基糖苷类抗菌药' },
  M: { en: 'Quinolone antibacterials', zh: '喹诺酮类抗菌药' },
  R: { en: 'Combinations of antibacterials', zh: '抗菌药复方制剂' },
  X: { en: 'Other antibacterials', zh: '其他抗菌药' },
};
