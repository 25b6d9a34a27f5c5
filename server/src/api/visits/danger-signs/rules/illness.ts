import type { DetectionRule } from './rule.ts';

const sepsis = 'NICE NG253; Surviving Sepsis Campaign 2021; UK Sepsis Trust';
const imci = 'WHO IMCI general danger signs; NICE NG143';
const limb = 'NICE CKS: Acute limb ischaemia; ESVS 2020';

export const illnessRules: readonly DetectionRule[] = [
  {
    flag: 'infant-fever',
    source: 'NICE NG143 (under 3 months, 38 °C or more)',
    near: [['fever']],
    with: [['infant']],
    unless: ['olderInfant'],
    lasting: true,
  },
  {
    flag: 'very-ill-child',
    source: imci,
    near: [['illChild']],
    with: [['infant', 'child']],
    unless: ['usual', 'well'],
  },
  {
    flag: 'very-ill-child',
    source: imci,
    near: [['drowsy', 'mottled', 'breathless', 'blue', 'nonBlanching']],
    with: [
      ['infant', 'child'],
      ['fever', 'vomiting', 'diarrhoea', 'illChild', 'infant'],
    ],
    unless: ['usual'],
  },
  {
    flag: 'very-ill-child',
    source: 'NICE CG98: Neonatal jaundice',
    near: [['yellowNewborn']],
    with: [['infant'], ['illChild', 'drowsy', 'sudden']],
  },
  { flag: 'very-ill-child', source: imci, near: [['stoolBlood', 'greenVomit']], with: [['infant', 'child']] },
  {
    flag: 'sepsis',
    source: sepsis,
    near: [['fever', 'rigors', 'infection']],
    with: [
      ['mottled', 'confused', 'noUrine', 'collapse', 'blue'],
      ['fever', 'rigors', 'highFever', 'infection'],
    ],
  },
  {
    flag: 'sepsis',
    source: sepsis,
    near: [['rigors']],
    with: [['fever'], ['breathless', 'drowsy', 'mottled', 'confused', 'noUrine']],
  },
  { flag: 'neutropenic-fever', source: 'NICE CG151; ESMO', near: [['fever', 'rigors']], with: [['weakDefences']] },
  {
    flag: 'dehydration',
    source: 'WHO: Treatment of diarrhoea; NICE CKS',
    near: [['dehydrated', 'noUrine']],
    with: [
      ['vomiting', 'diarrhoea', 'dehydrated'],
      ['noUrine', 'drowsy', 'unwell', 'weak', 'cramp', 'confused', 'collapse', 'child', 'illChild'],
    ],
  },
  {
    flag: 'adrenal-crisis',
    source: 'Society for Endocrinology 2020; NICE NG243',
    near: [['steroidDependent']],
    with: [['vomiting', 'collapse', 'drowsy', 'confused', 'dehydrated']],
  },
  {
    flag: 'diabetic-emergency',
    source: 'JBDS 2023: Hypoglycaemia',
    near: [['lowSugar']],
    with: [['lowSugarSign', 'collapse', 'drowsy', 'confused', 'sudden']],
  },
  {
    flag: 'diabetic-emergency',
    source: 'JBDS 2023: Hypoglycaemia',
    near: [['diabetic']],
    with: [['collapse', 'confused', 'drowsy']],
  },
  {
    flag: 'alarm-signs',
    source: 'UK Kidney Association 2023: Hyperkalaemia',
    near: [['dialysis']],
    with: [['weak', 'heartbeat', 'breathless', 'unwell', 'chest', 'pulseDanger']],
  },
  {
    flag: 'diabetic-emergency',
    source: 'JBDS 2023: Diabetic ketoacidosis; 中国糖尿病防治指南',
    near: [['highSugar']],
    with: [
      ['highSugarSign', 'drowsy', 'vomiting', 'breathless'],
      ['diabetic', 'thirstAndWeight'],
    ],
  },
  {
    flag: 'diabetic-emergency',
    source: 'NICE NG18: new type 1 diabetes',
    near: [['thirstAndWeight']],
    with: [
      ['vomiting', 'drowsy', 'weightLoss', 'breathless'],
      ['drowsy', 'vomiting', 'breathless', 'highSugar'],
    ],
  },
  {
    flag: 'limb',
    source: limb,
    near: [['limb'], ['bloodless']],
    span: 14,
    with: [['pain', 'numb', 'severe', 'sudden', 'weak', 'bloodless']],
    unless: ['usual'],
  },
  {
    flag: 'limb',
    source: 'NICE NG158: Venous thromboembolism',
    near: [['clotLeg']],
    with: [['clotRisk']],
    unless: ['usual', 'mild'],
  },
  {
    flag: 'spreading-infection',
    source: 'WSES 2018: Necrotising infection',
    near: [['badSkin']],
    with: [['skinSite'], ['pain', 'fever', 'severe', 'sudden', 'badSkin']],
  },
  {
    flag: 'skin-reaction',
    source: 'BAD 2016: SJS/TEN',
    near: [['peeling']],
    with: [['newMedicine', 'fever']],
    unless: ['mild'],
  },
  {
    flag: 'spreading-infection',
    source: 'UKHSA: Tetanus',
    near: [['lockjaw']],
    with: [['wound', 'infection', 'severe', 'sudden', 'weak', 'lockjaw']],
  },
  {
    flag: 'sickle-crisis',
    source: 'NICE CG143: Sickle cell disease',
    near: [['sickle']],
    with: [['severe', 'fever', 'pain', 'breathless', 'weak', 'garbled', 'priapism', 'headache']],
  },
  {
    flag: 'alarm-signs',
    source: 'RCP NEWS2 2017; WHO ETAT',
    near: [['vitalDanger']],
    with: [
      [
        'unwell',
        'severe',
        'pain',
        'headache',
        'vomiting',
        'drowsy',
        'confused',
        'coldSweat',
        'fever',
        'breathless',
        'weak',
        'dehydrated',
        'collapse',
        'blind',
        'mottled',
        'diarrhoea',
        'rigors',
      ],
    ],
  },
  {
    flag: 'alarm-signs',
    source: 'RCP NEWS2 2017; WHO ETAT',
    near: [['coldSweat', 'mottled', 'blue']],
    with: [
      [
        'pain',
        'severe',
        'vomiting',
        'bleeding',
        'drowsy',
        'fever',
        'confused',
        'weak',
        'radiation',
        'noUrine',
        'diarrhoea',
      ],
      ['sudden', 'severe', 'vomiting', 'drowsy', 'vitalDanger', 'pulseDanger', 'noUrine', 'unwell', 'weak', 'collapse'],
    ],
  },
  {
    flag: 'alarm-signs',
    source: 'NICE NG253; RCS: after an operation',
    near: [['afterProcedure']],
    with: [
      ['fever', 'severe', 'rigors', 'breathless', 'rigid', 'collapse', 'heavy', 'coldSweat', 'mottled'],
      ['belly', 'pain', 'rigors', 'vomiting', 'bleeding', 'breathless', 'collapse', 'eye', 'drowsy', 'sudden', 'chest'],
    ],
    unless: ['usual', 'mild'],
  },
];
