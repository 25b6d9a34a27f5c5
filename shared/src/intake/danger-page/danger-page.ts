import type { LocalizedText } from '../../core/locale.ts';
import type { RedFlagId } from '../danger-signs/red-flag-rules.ts';

/** Stored with answers: an id is never renamed or removed. */
export const dangerItemIds = [
  'breathing',
  'chest-pain',
  'stroke',
  'unconscious',
  'bleeding',
  'allergy',
  'poisoning',
  'injury',
  'eye',
  'young-baby',
  'small-child',
  'pregnancy',
  'self-harm',
  'harm-others',
] as const;
export type DangerItemId = (typeof dangerItemIds)[number];

/** Groups of people to whom an item is shown; `from` and `below` are completed months of age. */
export interface ShownTo {
  readonly from?: number;
  readonly below?: number;
  readonly mayBePregnant?: true;
}

export interface DangerItem {
  readonly id: DangerItemId;
  /** At most twelve words, for the patient and for the guardian. */
  readonly text: LocalizedText;
  /** Signs that a tick names; the same rules apply as to signs in free text. */
  readonly flags: readonly RedFlagId[];
  readonly shownTo?: ShownTo;
  /** Published guidance that the item follows. */
  readonly source: string;
}

export interface DangerPage {
  /** Stored with answers. A released version never changes: a change is a new version, and the test’s digest follows. */
  readonly version: number;
  readonly items: readonly DangerItem[];
  /** The clinician who reviewed the page; false without a review. */
  readonly reviewed: false | string;
}

const item = (
  id: DangerItemId,
  [en, zh]: readonly [string, string],
  flags: readonly RedFlagId[],
  source: string,
  shownTo?: ShownTo,
): DangerItem => ({ id, text: { en, zh }, flags, source, ...(shownTo && { shownTo }) });

/** The signs that everyone is asked about before a visit, in the order of the page. */
export const dangerPage: DangerPage = {
  version: 1,
  reviewed: false,
  items: [
    item(
      'breathing',
      ['Struggling to breathe, choking, or blue lips', '呼吸困难、窒息或嘴唇发紫'],
      ['breathing'],
      'NHS: When to call 999; 急诊预检分诊专家共识（2018）',
    ),
    item(
      'chest-pain',
      ['Chest pain or pressure', '胸痛或胸部压迫感'],
      ['chest-pain'],
      'NHS: Chest pain; 2023 ESC Guidelines for acute coronary syndromes',
      { from: 36 },
    ),
    item(
      'stroke',
      ['Face drooping, weakness on one side, or slurred speech', '口角歪斜、一侧肢体无力或言语不清'],
      ['stroke'],
      'NHS: Stroke (FAST); Zhao and Liu 2017: Stroke 1-2-0 (Lancet Neurology)',
      { from: 12 },
    ),
    item(
      'unconscious',
      ['A fit, fainting, confusion, or hard to wake', '抽搐、晕厥、意识混乱或叫不醒'],
      ['unconscious', 'seizure'],
      'NHS: When to call 999; WHO ETAT 2016, emergency signs',
    ),
    item(
      'bleeding',
      ['Heavy bleeding, vomiting blood, or black stools', '大量出血、呕血或黑便'],
      ['heavy-bleeding', 'vomiting-blood'],
      'NHS: When to call 999; NICE CG141 (upper gastrointestinal bleeding)',
    ),
    item(
      'allergy',
      ['Swollen face, tongue or throat, or sudden widespread hives', '面部、舌头或咽喉肿胀，或突发全身风团'],
      ['anaphylaxis'],
      'NHS: Anaphylaxis; Resuscitation Council UK: Anaphylaxis 2021',
    ),
    item(
      'poisoning',
      ['Poison, gas, or too much medicine, alcohol or drugs', '中毒、煤气中毒，或服药、饮酒过量'],
      ['poisoning'],
      'NHS: Poisoning; 急性中毒诊断与治疗中国专家共识（2016）',
    ),
    item(
      'injury',
      ['Bad head injury, severe burn, or other serious injury', '严重头部外伤、烧烫伤或其他重伤'],
      ['head-injury', 'severe-burn'],
      'NICE NG232 (head injury); NHS: Burns and scalds',
    ),
    item(
      'eye',
      ['Sudden loss of sight, or a chemical in the eye', '突然看不见，或化学品入眼'],
      ['sudden-blindness', 'eye-injury'],
      'NHS: Eye injuries; NICE CKS: Red eye',
    ),
    item(
      'young-baby',
      ['Baby: fever, floppy, not feeding, or breathing fast', '婴儿：发热、身体发软、拒奶或呼吸急促'],
      ['infant-fever', 'very-ill-child'],
      'NICE NG143 (fever in under 5s), red signs; WHO IMCI 2014, young infant',
      { below: 3 },
    ),
    item(
      'small-child',
      ['Child: floppy, drinking nothing, or breathing very fast', '孩子：身体发软、不能喝水或呼吸急促'],
      ['very-ill-child'],
      'NICE NG143 (fever in under 5s), red signs; WHO IMCI 2014, general danger signs',
      { from: 3, below: 60 },
    ),
    item(
      'pregnancy',
      [
        'Pregnant: bleeding, severe headache, blurred sight, waters broken, baby moving less',
        '孕期：出血、剧烈头痛、视物模糊、破水或胎动减少',
      ],
      ['pregnancy-danger'],
      'NICE NG133 (hypertension in pregnancy); NHS: Your baby’s movements; WHO: Pregnancy, childbirth, postpartum and newborn care (2015)',
      { mayBePregnant: true },
    ),
    item(
      'self-harm',
      ['Thoughts of suicide or self-harm', '有轻生或伤害自己的念头'],
      ['suicidal'],
      'NICE NG225 (self-harm); National Health Commission of China: 12356',
      { from: 96 },
    ),
    item(
      'harm-others',
      ['Thoughts of hurting someone else', '有伤害他人的念头'],
      ['harm-others'],
      'NICE NG10 (violence and aggression)',
      { from: 96 },
    ),
  ],
};

/** Minutes for which an answer is valid, until the visit enters the queue or the request is sent. */
export const dangerAnswerMinutes = 120;
