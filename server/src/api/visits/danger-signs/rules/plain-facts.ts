import type { DetectionRule } from './rule.ts';

const toxbase = 'NHS: Poisoning; WHO: Poison control; 急性中毒诊断与治疗中国专家共识 2016';

/** Two plain facts that are an emergency together. */
export const plainFactsRules: readonly DetectionRule[] = [
  {
    flag: 'chest-pain',
    source: 'ESC 2024 chronic coronary syndromes; NICE CG95: not relieved by a nitrate',
    near: [['nitrateFails']],
    lasting: true,
  },
  {
    flag: 'aortic',
    source: 'NICE NG156: a known aneurysm with new pain',
    near: [['back', 'belly'], ['pain']],
    span: 8,
    with: [['aneurysm']],
    unless: ['usual', 'mild', 'minor', 'strain'],
  },
  {
    flag: 'poisoning',
    source: 'WHO 2014: Methanol poisoning outbreaks',
    near: [['ingest'], ['doubtfulSpirit']],
    span: 20,
    with: [['dimSight', 'blind', 'afterBlow', 'vomiting', 'drowsy', 'collapse', 'confused']],
    lasting: true,
  },
  {
    flag: 'suicidal',
    source: `WHO mhGAP 2023; ${toxbase}`,
    near: [['tookAll']],
    with: [['sorry', 'goodbye', 'lastThanks', 'wantsToDie']],
    lasting: true,
  },
  {
    flag: 'poisoning',
    source: `${toxbase}: an unknown amount`,
    near: [['unknownAmount'], ['medicine', 'poison']],
    span: 12,
    with: [['child', 'drowsy', 'collapse', 'emptyPack', 'wantsToDie', 'goodbye']],
    lasting: true,
  },
  {
    flag: 'labour',
    source: 'NICE NG25: Preterm labour',
    near: [['regularPains']],
    with: [['preterm'], ['pregnant']],
  },
  {
    flag: 'alarm-signs',
    source: 'NICE NG125: Surgical site infection; RCS: an opened wound',
    near: [['openWound']],
    with: [['afterProcedure', 'postpartum']],
    unless: ['mild', 'usual'],
  },
  {
    flag: 'poisoning',
    source: 'HSE L101: Confined spaces; 急性硫化氢中毒 GBZ 31',
    near: [['confinedSpace']],
    lasting: true,
  },
  {
    flag: 'severe-burn',
    source: 'NICE CKS: Burns (chemical); British Burn Association 2018',
    near: [['corrosive'], ['onSkin']],
    span: 10,
    unless: ['mild'],
    lasting: true,
  },
  {
    flag: 'infant-fever',
    source: 'NICE NG143 (under 3 months, 38 °C or more)',
    near: [['fever'], ['youngInfant']],
    span: 24,
    lasting: true,
  },
  {
    flag: 'poisoning',
    source: `${toxbase}: twice the dose`,
    near: [['doubledDose']],
    with: [
      ['medicine'],
      ['strongMedicine', 'child', 'infant', 'drowsy', 'collapse', 'faintness', 'confused', 'vomiting', 'breathless'],
    ],
    lasting: true,
  },
  {
    flag: 'spreading-weakness',
    source: 'NICE NG234: Spinal metastases and cord compression',
    near: [['backOrLegs'], ['weak', 'numb']],
    span: 8,
    with: [['cancer'], ['back'], ['pain', 'ache']],
    unless: ['usual'],
  },
  {
    flag: 'acute-abdomen',
    source: 'IAP/APA 2013: Acute pancreatitis; 中国急性胰腺炎诊治指南 2021',
    near: [['belly', 'radiation'], ['pain']],
    span: 8,
    with: [['throughToBack'], ['vomiting']],
    unless: ['usual', 'mild'],
  },
  {
    flag: 'very-ill-child',
    source: 'AAP 2016: Brief resolved unexplained event',
    near: [['wentLimp'], ['blue', 'breathPause', 'mottled']],
    span: 16,
    with: [['infant']],
    lasting: true,
  },
];
