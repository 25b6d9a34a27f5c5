import type { LocalizedText } from '../../core/locale.ts';

/** Where to get help: an ambulance, a crisis line, or a poison centre (each with the ambulance for immediate danger). */
export type RedFlagHelp = 'emergency' | 'crisis' | 'poison';

export interface RedFlagRule {
  readonly id: RedFlagId;
  /** The sign, as the person and the doctor read it. */
  readonly name: LocalizedText;
  readonly help: RedFlagHelp;
}

/** Id, names and help of each sign. Stored with visits: an id is never renamed or removed. */
const emergencies = {
  'chest-pain': ['Chest pain', '胸痛'],
  stroke: ['Signs of a stroke', '疑似中风'],
  breathing: ['Severe trouble breathing', '严重呼吸困难'],
  anaphylaxis: ['Severe allergic reaction', '严重过敏反应'],
  'heavy-bleeding': ['Heavy bleeding', '大出血'],
  'vomiting-blood': ['Blood vomited, coughed or passed, black stools', '呕血、咯血、便血或黑便'],
  'pregnancy-bleeding': ['Bleeding or severe pain in pregnancy', '孕期出血或剧烈腹痛'],
  'infant-fever': ['Fever in a young baby', '小婴儿发热'],
  unconscious: ['Unconscious or hard to wake', '昏迷或叫不醒'],
  seizure: ['Seizure', '抽搐'],
  meningitis: ['Signs of meningitis or sepsis', '疑似脑膜炎或败血症'],
  'worst-headache': ['Sudden, worst headache', '突发剧烈头痛'],
  'head-injury': ['Serious injury', '严重外伤'],
  poisoning: ['Poisoning or overdose', '中毒或服药过量', 'poison'],
  suicidal: ['Thoughts of ending one’s life or of self-harm', '轻生或自伤的念头', 'crisis'],
  'cauda-equina': ['Back pain with numbness or loss of control', '腰痛伴会阴麻木或大小便失控'],
  'testicular-pain': ['Sudden pain in a testicle', '睾丸突发疼痛'],
  'sudden-blindness': ['Sudden loss of sight', '突然失明'],
  'severe-burn': ['Severe burn', '严重烧伤'],
  choking: ['Choking', '窒息'],
  aortic: ['Tearing pain in the chest, back or belly', '胸背或腹部撕裂样疼痛'],
  'heart-rhythm': ['Racing or irregular heartbeat with other signs', '心跳过快或不齐伴其他不适'],
  confusion: ['Sudden confusion', '突发意识混乱'],
  'spreading-weakness': ['Weakness of both legs or spreading weakness', '双腿无力或进行性无力'],
  'pre-eclampsia': ['Signs of pre-eclampsia', '疑似子痫前期'],
  'fetal-movement': ['The unborn baby moves less', '胎动减少'],
  labour: ['Labour too early, or in danger', '早产或分娩危急征象'],
  'pregnancy-danger': ['Danger sign in pregnancy', '孕期危险征象'],
  'postpartum-bleeding': ['Heavy bleeding after a birth', '产后大出血'],
  'acute-abdomen': ['Severe pain in the belly', '剧烈腹痛'],
  urinary: ['Cannot pass urine, or an erection that does not go down', '急性尿潴留或阴茎持续勃起'],
  'harm-others': ['Danger to other people, or voices that command', '可能伤人或命令性幻听', 'crisis'],
  bite: ['Bite or sting of a dangerous animal', '危险动物咬伤或蜇伤'],
  'eye-injury': ['Eye injury, or a painful eye with poor sight', '眼外伤或眼痛伴视力下降'],
  'heat-or-cold': ['Heatstroke or hypothermia', '热射病或失温'],
  'very-ill-child': ['Very ill child', '患儿病情危重'],
  sepsis: ['Signs of sepsis', '疑似脓毒症'],
  'neutropenic-fever': ['Fever with weak defences', '免疫力低下伴发热'],
  dehydration: ['Severe dehydration', '严重脱水'],
  'adrenal-crisis': ['Signs of an adrenal crisis', '疑似肾上腺危象'],
  'diabetic-emergency': ['Very low or very high blood sugar', '低血糖或高血糖危象'],
  limb: ['Cold, pale or badly swollen limb', '肢体冰凉、苍白或明显肿胀'],
  'spreading-infection': ['Infection that spreads fast', '迅速扩散的感染'],
  'skin-reaction': ['Severe skin reaction', '严重皮肤反应'],
  'sickle-crisis': ['Sickle cell crisis', '镰状细胞危象'],
  violence: ['Violence or sexual assault', '暴力或性侵害'],
  'alarm-signs': ['Several signs of a serious illness together', '多项危重征象同时出现'],
} satisfies Record<string, readonly [en: string, zh: string, help?: RedFlagHelp]>;

export type RedFlagId = keyof typeof emergencies;
export const redFlagIds = Object.keys(emergencies) as [RedFlagId, ...RedFlagId[]];

/** Signs that must not wait for a video visit, as shown. `concepts` and `rules` define the texts that name them. */
export const redFlagRules: readonly RedFlagRule[] = redFlagIds.map((id) => {
  const [en, zh, help = 'emergency']: readonly [string, string, RedFlagHelp?] = emergencies[id];
  return { id, name: { en, zh }, help };
});
